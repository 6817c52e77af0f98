package quotes

import "dossierbot/corpus"

// Marked returns the stretches of text that stand in quotation marks, the marks
// included, in order and apart, whoever said them. Marks within others count
// as part of the outer stretch.
func Marked(text string) []corpus.Span {
	tokens := scan(text)
	var out []corpus.Span
	for _, q := range pair(tokens) {
		if q.closed {
			out = append(out, corpus.Span{Start: tokens[q.open].start, End: tokens[q.close].end})
		}
	}
	return out
}
