package quotes_test

import (
	"slices"
	"testing"
	"unicode/utf8"

	"dossierbot/corpus"
	"dossierbot/corpus/quotes"
)

// FuzzFind holds the invariants of every statement over any text: spans are
// not empty, in order, within the text and on the boundaries of characters.
func FuzzFind(f *testing.F) {
	for _, e := range slices.Concat(directSpeech, reportedSpeech, notSaid) {
		f.Add(e.text, 0, 3)
	}
	f.Add("“", 0, 0)
	f.Add("'' ''a'' '", 1, 2)
	f.Add("“A\n\n“B said\n\n“: C.” ’", 0, 4)
	f.Add("According to", 0, 1)
	f.Add("said said said, \"that that\" said", 0, 4)
	f.Add("X: ", 0, 1)
	f.Add("\xff“\xfe”, said İ’S\u2028", 0, 1)
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		var mentions []corpus.Mention
		if 0 <= start && start < end && end <= len(text) {
			mentions = []corpus.Mention{{Span: corpus.Span{Start: start, End: end}, Actor: "someone"}}
		}
		found := quotes.Find(text, mentions, nil)
		for i, s := range found {
			if len(s.Spans) == 0 {
				t.Fatalf("statement %d has no words", i)
			}
			if i > 0 && s.Spans[0].Start < found[i-1].Spans[0].Start {
				t.Fatalf("statement %d stands before the one before it", i)
			}
			at := 0
			for _, p := range s.Spans {
				check(t, text, p, false)
				if p.Start < at {
					t.Fatalf("statement %d: spans out of order: %v", i, s.Spans)
				}
				at = p.End
			}
			check(t, text, s.SpeakerSpan, true)
			check(t, text, s.Cue, true)
			if s.Speaker != "" && s.Speaker != "someone" {
				t.Fatalf("statement %d: unheard-of actor %q", i, s.Speaker)
			}
			if s.SpeakerSpan.Len() == 0 && (s.Speaker != "" || s.SpeakerText != "") {
				t.Fatalf("statement %d has a speaker whom no words name", i)
			}
			switch s.Kind {
			case corpus.Direct, corpus.Mixed, corpus.Reported:
			default:
				t.Fatalf("statement %d: kind %q", i, s.Kind)
			}
		}
	})
}

func check(t *testing.T, text string, p corpus.Span, mayBeZero bool) {
	t.Helper()
	if mayBeZero && p == (corpus.Span{}) {
		return
	}
	if p.Start < 0 || p.End > len(text) || p.Start >= p.End {
		t.Fatalf("span %v of a text of %d bytes", p, len(text))
	}
	for _, at := range []int{p.Start, p.End} {
		if at < len(text) && utf8.ValidString(text) && !utf8.RuneStart(text[at]) {
			t.Fatalf("offset %d inside a character", at)
		}
	}
}
