package quotes_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossierbot/corpus"
	"dossierbot/corpus/quotes"
)

// said is a statement in the words of its text.
type said struct {
	Words string // the spans, with " / " between them
	Kind  corpus.Kind
	By    string // the words on the page
	Means string // the fullest name
	Cue   string
}

func read(text string, found []corpus.Statement) []said {
	var out []said
	for _, s := range found {
		var words []string
		for _, p := range s.Spans {
			words = append(words, text[p.Start:p.End])
		}
		out = append(out, said{
			Words: strings.Join(words, " / "),
			Kind:  s.Kind,
			By:    text[s.SpeakerSpan.Start:s.SpeakerSpan.End],
			Means: s.SpeakerText,
			Cue:   text[s.Cue.Start:s.Cue.End],
		})
	}
	return out
}

const (
	direct   = corpus.Direct
	mixed    = corpus.Mixed
	reported = corpus.Reported
)

type example struct {
	name, text string
	want       []said
}

func (e example) run(t *testing.T) {
	t.Run(e.name, func(t *testing.T) {
		t.Parallel()
		if diff := cmp.Diff(e.want, read(e.text, quotes.Find(e.text, nil, nil))); diff != "" {
			t.Errorf("%s\nwant -, got +:\n%s", e.text, diff)
		}
	})
}

func TestDirectSpeech(t *testing.T) {
	for _, e := range directSpeech {
		e.run(t)
	}
}

func TestReportedSpeech(t *testing.T) {
	for _, e := range reportedSpeech {
		e.run(t)
	}
}

func TestNotSaid(t *testing.T) {
	for _, e := range notSaid {
		e.run(t)
	}
}
