package quotes

import "dossierbot/corpus"

// takeTurn reads the paragraphs of a transcript ("SMITH: …") and a title that
// names who says it ("Smith: …"): all that follows the colon in the paragraph
// is one statement of the speaker named.
func (f *finder) takeTurn(s []token, title bool) bool {
	if s[0].before != paragraph {
		if f.turn == 0 {
			return false
		}
		spans := f.found[f.turn-1].Spans
		spans[0].End = s[len(s)-1].end
		return true
	}
	f.turn = 0
	line := s
	kind := corpus.Reported
	if q := s[0].quote; q != nil && len(s) == 1 {
		// The transcript stands in quotation marks as a whole.
		line, kind = f.tokens[q.open+1:q.close+1], corpus.Direct
		if q.closed {
			line = line[:len(line)-1]
		}
	}
	colon := f.label(line, title)
	if colon == 0 || colon+1 >= len(line) {
		return false
	}
	end := line[len(line)-1].end
	who := f.people.speaker(line, subject{stretch: stretch{0, colon}})
	f.found = append(f.found, statement([]corpus.Span{{Start: line[colon+1].start, End: end}}, kind, who, corpus.Span{}))
	f.turn = len(f.found)
	f.last, f.announced, f.chain = -1, false, false
	return true
}

// label is the place of the colon after the speaker's name at the front of a
// paragraph; 0 where there is none. A name that is not in capitals must be one
// that the text knows.
func (f *finder) label(line []token, title bool) int {
	if n := labelled(line, 0); n > 0 && line[0].shape == capital {
		return n - 1
	}
	const longest = 6
	for i := 1; i < len(line) && i <= longest; i++ {
		if line[i].word == ":" {
			np := stretch{0, i}
			if who := f.people.nameIn(line, np); who != nil && line[0].shape == capital && head(line, np) == np {
				return i
			}
			return 0
		}
		if line[i].shape != capital && line[i].word != "." && !(title && line[i].word == "'s") {
			return 0
		}
	}
	return 0
}
