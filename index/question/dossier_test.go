package question_test

import (
	"strings"
	"testing"
	"time"

	"dossierbot/corpus"
	"dossierbot/corpus/names"
	"dossierbot/index"
	"dossierbot/index/question"
)

// asked is when the questions of the tests are put.
var asked = time.Date(2025, time.June, 18, 12, 0, 0, 0, time.UTC)

// lagoon is an invented dossier.
func lagoon() question.Options {
	actors := []corpus.Actor{
		{ID: "vilkaite", Name: "Ona Vilkaitė", Kind: corpus.Person, Aliases: []string{"Вилкайте", "Вілкайте"}},
		{ID: "kairys", Name: "Jonas Kairys", Kind: corpus.Person, Aliases: []string{"Кайрис", "Кайріс"}},
		{ID: "oberski", Name: "Piotr Oberski", Kind: corpus.Person, Aliases: []string{"Оберский"}},
		{ID: "anna-zubrow", Name: "Anna Żubrow", Kind: corpus.Person},
		{ID: "marek-zubrow", Name: "Marek Żubrow", Kind: corpus.Person},
		{ID: "transport-board", Name: "Transport Board", Kind: corpus.Institution},
		{ID: "harbour-radio", Name: "Harbour Radio", Kind: corpus.Institution},
		{ID: "pilots", Name: "Pilots and Skippers", Kind: corpus.Party, Aliases: []string{"Pilots and Skippers Union"}},
		{ID: "kuronia", Name: "Kuronia", Kind: corpus.State},
		{ID: "semba", Name: "Semba", Kind: corpus.State},
	}
	topics := []corpus.Topic{
		{ID: "dredging", Name: "Dredging of the lagoon", Synonyms: []string{"dredger", "digging the fairway", "dugno gilinimas", "pogłębianie"}},
		{ID: "dues", Name: "Harbour dues", Synonyms: []string{"port fees", "rinkliavos"}},
	}
	entry := func(id, title, source string) *index.DocumentEntry {
		return &index.DocumentEntry{Document: corpus.Document{ID: id, Title: title, Source: source}}
	}
	return question.Options{
		Names: names.New(actors), Actors: actors, Topics: topics,
		Documents: []*index.DocumentEntry{
			entry("ice", "Ice on the Lagoon", "Delta Monitor"), entry("silt", "The Silt Report", "Delta Monitor; Skerry Institute"), entry("gulls", "Gulls", "Seagull"),
		},
	}
}

// told writes a query in short. Actors are written as they are; the parts that
// are not there are left out.
func told(q index.Query) string {
	var out []string
	part := func(name string, values ...string) {
		if len(values) > 0 && strings.Join(values, "") != "" {
			out = append(out, name+" "+strings.Join(values, ","))
		}
	}
	part("by", q.Speakers...)
	part("by name", q.SpeakerNames...)
	part("cue", q.Cue)
	part("naming", q.Actors...)
	part("about", q.About...)
	part("in", q.Documents...)
	part("topics", q.Topics...)
	part("wants", string(q.Answer))
	if q.Time.Known() {
		part(string(q.Dimension), q.Time.String())
	}
	var terms []string
	for _, t := range q.Terms {
		text := t.Text
		if t.Name {
			text = "“" + text + "”"
		}
		terms = append(terms, text)
	}
	part("on", terms...)
	return strings.Join(out, " | ")
}

// readings holds what questions are read as.
func readings(t *testing.T, want map[string]string) {
	t.Helper()
	r := question.New(lagoon())
	for text, want := range want {
		if got := told(r.Read(text, asked).Query); got != want {
			t.Errorf("%s\n got %s\nwant %s", text, got, want)
		}
	}
}
