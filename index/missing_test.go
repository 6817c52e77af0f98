package index_test

import (
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"dossierbot/index"
)

// A name is missing where no passage with its title has most of its words,
// however often each of them stands elsewhere.
func TestMissingNames(t *testing.T) {
	t.Parallel()
	x := memory(t, cast(
		"a.md", "---\ntitle: The Harbour Board of Vessin\n---\nAnna Lupo praised the pilots of the northern basin for their patience.\n",
		"b.md", "Marek Dorn counted barges. The sluice of Vessin froze.\n",
	))
	for name, tt := range map[string]struct {
		words   []string
		missing []string
	}{
		"as it stands":               {[]string{"Anna", "Lupo"}, nil},
		"words of two names":         {[]string{"Anna", "Dorn"}, []string{"Anna Dorn"}},
		"a word that is nowhere":     {[]string{"Anna", "Quell"}, []string{"Anna Quell"}},
		"in the title":               {[]string{"Harbour", "Board"}, nil},
		"one more given name":        {[]string{"Anna", "Maria", "Lupo"}, []string{"Anna Maria Lupo"}}, // Maria is nowhere
		"two of three words":         {[]string{"Anna", "Marek", "Lupo"}, nil},
		"a slip in a word of it":     {[]string{"Northen", "Basin"}, nil},
		"a slip in a short word":     {[]string{"Anna", "Lupi"}, []string{"Anna Lupi"}},
		"two slips":                  {[]string{"Northen", "Passience"}, []string{"Northen Passience"}}, // not together
		"two slips, side by side":    {[]string{"Northen", "Harboor"}, []string{"Northen Harboor"}},
		"a slip beside the rest":     {[]string{"Northern", "Basyn"}, nil},
		"a slip, but not beside it":  {[]string{"Marek", "Basyn"}, []string{"Marek Basyn"}},
		"one word, which is there":   {[]string{"Vessin"}, nil},
		"one word, which is nowhere": {[]string{"Quell"}, []string{"Quell"}},
	} {
		var all []index.Term
		whole := ""
		for _, w := range tt.words {
			if whole != "" {
				whole += " "
			}
			whole += w
		}
		for _, w := range tt.words {
			term := terms(w)[0]
			term.Name, term.Text = true, whole
			all = append(all, term)
		}
		r := search(t, x, index.Query{Terms: all})
		if diff := gocmp.Diff(tt.missing, r.Missing); diff != "" {
			t.Errorf("%s: %s, missing (-want +got):\n%s", name, r.Outcome, diff)
		}
	}
}

// TestMissingPart: of a name with "of" only what is not known is missing.
func TestMissingPart(t *testing.T) {
	t.Parallel()
	x := memory(t, cast("a.md", "The harbour of Vessin froze.\n"))
	for name, want := range map[string]string{"Quell of Vessin": "Quell", "Harbour of Quell": "Harbour of Quell", "Quell of Marsupilami": "Quell of Marsupilami"} {
		all := terms(name)
		for i := range all {
			all[i].Name, all[i].Text = true, name
		}
		r := search(t, x, index.Query{Terms: all})
		if diff := gocmp.Diff([]string{want}, r.Missing); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestMendedWords(t *testing.T) {
	t.Parallel()
	x := memory(t, cast("a.md", "The sanctions on barges hold until the thaw.\n"))
	for word, want := range map[string][]index.Mended{
		"sankctions": {{From: "sankctions", To: "sanctions"}},
		"sanctions":  nil,
		"barge":      nil, // a form of a word that is there
		"barters":    nil, // no form of it, and no slip
		"theaw":      nil, // too short to be told from another word
	} {
		r := search(t, x, index.Query{Terms: terms(word)})
		if diff := gocmp.Diff(want, r.Mended); diff != "" {
			t.Errorf("%s (-want +got):\n%s", word, diff)
		}
	}
}
