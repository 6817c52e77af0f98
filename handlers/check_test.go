package handlers_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossierbot/corpus/intake"
	"dossierbot/handlers"
)

// harbour is a dossier without a fault: an article, an op-ed and a note.
var harbour = map[string]string{
	"dossier.yaml": `title: The harbour
documents:
  - {path: news.txt, id: news, published: 2024-03-12}
  - {path: oped.txt, id: oped, author: Ilja Vorn, published: 2024-04-02}
  - {path: note.md, id: note, form: note, title: Hanne Dahlke on fares, published: 2024-05}
`,
	"actors.yaml": `actors:
  - id: dahlke
    name: Hanne Dahlke
    aliases: [Dahlke]
    roles:
      - {title: minister, of: kesten, from: 2023, to: ..}
    positions:
      - topic: quay
        stance: for
        as_of: 2024-03-11
        documents: [news]
  - id: vorn
    name: Ilja Vorn
    positions:
      - {topic: fares, stance: against, as_of: 2024-04, documents: [oped]}
  - {id: kesten, name: Kesten, kind: state}
`,
	"topics.yaml": "topics:\n  - {id: quay, name: The quay, synonyms: [jetty]}\n  - {id: fares, name: Fares}\n",
	"news.txt":    "Hanne Dahlke said on 11 March 2024 that the quay would be built. The rain lasted for three days in Kesten.\n",
	"oped.txt":    "The fares have been raised twice since the winter, and the ferry is emptier than before the war.\n",
	"note.md":     "The minister spoke in the assembly of the town, and the members heard her with patience.\n",
}

func check(t testing.TB, files map[string]string) handlers.CheckReply {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	reply, err := handlers.Check(t.Context(), handlers.CheckRequest{Corpus: dir})
	if err != nil {
		t.Fatal(err)
	}
	errorsFound := 0
	for _, f := range reply.Findings {
		if f.What == "" || f.Do == "" || f.File == "" {
			t.Errorf("a finding without its parts: %+v", f)
		}
		if f.Severity == handlers.SeverityError {
			errorsFound++
		}
	}
	if reply.Errors != errorsFound || reply.Errors+reply.Warnings != len(reply.Findings) {
		t.Errorf("%d errors and %d warnings of %d findings", reply.Errors, reply.Warnings, len(reply.Findings))
	}
	return reply
}

// found are findings as "error evidence actors.yaml:8".
func found(r handlers.CheckReply) []string {
	out := []string{}
	for _, f := range r.Findings {
		out = append(out, fmt.Sprintf("%s %s %s:%d", f.Severity, f.Rule, f.File, f.Line))
	}
	return out
}

// swap is a text of the harbour with a part replaced, which must be there.
func swap(t testing.TB, file string, change ...string) string {
	t.Helper()
	text := harbour[file]
	for i := 0; i < len(change); i += 2 {
		if strings.Count(text, change[i]) != 1 {
			t.Fatalf("%q is not once in %s", change[i], file)
		}
		text = strings.Replace(text, change[i], change[i+1], 1)
	}
	return text
}

func TestCheckFindsNoFault(t *testing.T) {
	reply := check(t, harbour)
	want := handlers.CheckReply{Findings: []handlers.Finding{}, Documents: 3, Actors: 3}
	if diff := cmp.Diff(want, reply); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestCheckFindings(t *testing.T) {
	person := func(id, rest string) string { return "  - {id: " + id + ", " + rest + "}\n" }
	for name, test := range map[string]struct {
		file   string
		change []string // of what stands in it
		add    string   // at its end
		want   []string
		says   string // part of what one of the findings says
	}{
		"actor not in the document":        {"news.txt", []string{"Hanne Dahlke said on 11 March 2024", "It was said"}, "", []string{"error evidence actors.yaml:8"}, "the position of Hanne Dahlke on quay rests on news.txt"},
		"actor in one document of two":     {"actors.yaml", []string{"documents: [news]", "documents: [news, oped]"}, "", []string{"warning evidence actors.yaml:8"}, "names oped.txt beside others"},
		"actor in none of two":             {"actors.yaml", []string{"documents: [news]", "documents: [oped, oped]"}, "", []string{"error evidence actors.yaml:8"}, ""},
		"actor in the title alone":         {"actors.yaml", []string{"as_of: 2024-03-11\n        documents: [news]", "as_of: 2024-05\n        documents: [note]"}, "", []string{}, ""},
		"actor as the author":              {"dossier.yaml", []string{"author: Ilja Vorn", "author: Rolf Maar"}, "", []string{"error evidence actors.yaml:15"}, "Ilja Vorn"},
		"actor as the publisher":           {"dossier.yaml", []string{"author: Ilja Vorn", "source: Ilja Vorn"}, "", []string{}, ""},
		"actor by an alias":                {"oped.txt", nil, "Later Dahlke left.\n", []string{}, ""},
		"state not in the document":        {"actors.yaml", []string{"kind: state}", "kind: state, positions: [{topic: quay, stance: for, documents: [oped]}]}"}, "", []string{"error evidence actors.yaml:16"}, "the position of Kesten on quay"},
		"state in the document":            {"actors.yaml", []string{"kind: state}", "kind: state, positions: [{topic: quay, stance: for, documents: [news]}]}"}, "", []string{}, ""},
		"later statement on the topic":     {"oped.txt", nil, "Hanne Dahlke said on 30 March 2024 that the quay was too dear.\n", []string{"warning outdated actors.yaml:8"}, "is of 11 Mar 2024, and there is a later statement on it: 30 Mar 2024, oped.txt#1"},
		"two of them":                      {"oped.txt", nil, "\nHanne Dahlke said on 30 March 2024 that the quay was too dear. Hanne Dahlke said on 20 March 2024 that the jetty could wait.\n", []string{"warning outdated actors.yaml:8"}, "2 later statements on it, the newest 30 Mar 2024"},
		"later statement in a note":        {"note.md", nil, "Hanne Dahlke said on 3 May 2024 that the quay was too dear.\n", []string{"warning outdated actors.yaml:8"}, "note.md#1"},
		"later, known by the document":     {"oped.txt", nil, "Hanne Dahlke said that the quay was too dear.\n", []string{"warning outdated actors.yaml:8"}, "by 2 Apr 2024, oped.txt#1"},
		"in its own document, undated":     {"news.txt", nil, "Hanne Dahlke said that the quay was cheap.\n", []string{}, ""},
		"in its own document, dated":       {"news.txt", nil, "Hanne Dahlke said on 12 March 2024 that the quay was cheap.\n", []string{"warning outdated actors.yaml:8"}, "12 Mar 2024"},
		"later, on something else":         {"oped.txt", nil, "Hanne Dahlke said on 30 March 2024 that the ferry was too dear.\n", []string{}, ""},
		"later, by another":                {"oped.txt", nil, "Rolf Maar said on 30 March 2024 that the quay was too dear.\n", []string{}, ""},
		"earlier statement":                {"oped.txt", nil, "Hanne Dahlke said on 1 March 2024 that the quay was too dear.\n", []string{}, ""},
		"position without a date":          {"actors.yaml", []string{"        as_of: 2024-03-11\n", ""}, "", []string{}, ""},
		"newer position on the topic":      {"oped.txt", nil, "Hanne Dahlke said on 12 March 2024 that the quay was too dear.\n", []string{"warning outdated actors.yaml:8"}, ""},
		"name of another as an alias":      {"actors.yaml", []string{"aliases: [Dahlke]", "aliases: [Dahlke, ilja  vorn]"}, "", []string{"error alias actors.yaml:4"}, "“ilja  vorn” may mean Hanne Dahlke or Ilja Vorn"},
		"two of one name":                  {"actors.yaml", nil, person("maar", "name: Ilja Vorn, roles: [{title: farmer}]"), []string{"error alias actors.yaml:13"}, "add to each name what tells them apart"},
		"surname of two":                   {"actors.yaml", nil, person("maar", "name: Rolf Dahlke, aliases: [Dahlke]"), []string{"warning alias actors.yaml:4"}, "“Dahlke” may mean Hanne Dahlke or Rolf Dahlke"},
		"surname of two, in one's aliases": {"actors.yaml", nil, person("maar", "name: Rolf Dahlke"), []string{"warning alias actors.yaml:4"}, "“Dahlke”"},
		"title and surname of two":         {"actors.yaml", []string{"aliases: [Dahlke]", "aliases: [Minister Dahlke]"}, person("maar", "name: Rolf Dahlke, aliases: [Minister Dahlke]"), []string{"warning alias actors.yaml:17"}, ""},
		"initial and surname of two":       {"actors.yaml", []string{"aliases: [Dahlke]", "aliases: [H. Dahlke]"}, person("maar", "name: Hugo Dahlke, aliases: [H. Dahlke]"), []string{"warning alias actors.yaml:4"}, ""},
		"whole name in another script":     {"actors.yaml", []string{"aliases: [Dahlke]", "aliases: [Ханне Дальке]"}, person("maar", "name: Rolf Maar, aliases: [Ханне Дальке]"), []string{"error alias actors.yaml:4"}, "Ханне Дальке"},
		"surnames apart":                   {"actors.yaml", nil, person("maar", "name: Rolf Maar, aliases: [Maar]"), []string{}, ""},
		"abbreviation of two bodies":       {"actors.yaml", nil, person("kr", "name: Kesten Railway, kind: institution, aliases: [KRC]") + person("kc", "name: Kesten Rowing Club, kind: institution, aliases: [KRC]"), []string{"warning alias actors.yaml:17"}, "“KRC” may mean Kesten Railway or Kesten Rowing Club"},
		"name of a body as an alias":       {"actors.yaml", nil, person("kr", "name: Kesten Railway, kind: institution") + person("kc", "name: Rowing Club, kind: institution, aliases: [The Kesten Railway]"), []string{"error alias actors.yaml:17"}, ""},
		"role of nobody":                   {"actors.yaml", []string{"of: kesten", "of: kestern"}, "", []string{"warning role actors.yaml:6"}, "the role “minister” of Hanne Dahlke is of “kestern”"},
		"role of a body without an entry":  {"actors.yaml", []string{"of: kesten", "of: Green Valley"}, "", []string{}, ""},
		"role that ends first":             {"actors.yaml", []string{"from: 2023, to: ..", "from: 2023-05, to: 2022"}, "", []string{"error dates actors.yaml:6"}, "ends (2022) before it begins (May 2023)"},
		"role that ends as it begins":      {"actors.yaml", []string{"from: 2023, to: ..", "from: 2023-05, to: 2023"}, "", []string{}, ""},
		"position after its documents":     {"actors.yaml", []string{"as_of: 2024-03-11", "as_of: 2024-04"}, "", []string{"warning dates actors.yaml:8"}, "is of Apr 2024, after the last of its documents was published (12 Mar 2024)"},
		"position after one without date":  {"dossier.yaml", []string{", published: 2024-04-02", ""}, "", []string{}, ""},
		"dateline of another day":          {"news.txt", []string{"Hanne", "The quay\n\n14 March 2024\n\nHanne"}, "", []string{"warning dates dossier.yaml:3"}, "news.txt is said to be published 12 Mar 2024, and its text says 14 Mar 2024"},
		"dateline of the day":              {"news.txt", []string{"Hanne", "The quay\n\n12 March 2024\n\nHanne"}, "", []string{}, ""},
		"broken rules of the files":        {"dossier.yaml", []string{"form: note", "form: memo"}, "  - {path: gone.txt}\n", []string{"error file dossier.yaml:5", "error file dossier.yaml:6"}, "unknown form"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			reply := check(t, with(harbour, test.file, swap(t, test.file, test.change...)+test.add))
			if diff := cmp.Diff(test.want, found(reply)); diff != "" {
				t.Errorf("(-want +got):\n%s\n%+v", diff, reply.Findings)
			}
			if all := fmt.Sprint(reply.Findings); !strings.Contains(all, test.says) {
				t.Errorf("%s does not say %q", all, test.says)
			}
		})
	}
}

// Of several positions on one topic only the newest can be outdated, and one
// without an end never is.
func TestCheckOldPositionsAreHistory(t *testing.T) {
	later := harbour["oped.txt"] + "Hanne Dahlke said on 30 March 2024 that the quay was too dear.\n"
	for asOf, want := range map[string][]string{
		"2024-03-20": {"warning outdated actors.yaml:12"}, "2024-03-30": {}, "2024-03": {}, "2024-03-12/..": {}, "2023": {"warning outdated actors.yaml:8"},
	} {
		actors := swap(t, "actors.yaml", "documents: [news]", "documents: [news]\n      - topic: quay\n        stance: against\n        as_of: "+asOf+"\n        documents: [oped]")
		if diff := cmp.Diff(want, found(check(t, with(harbour, "actors.yaml", actors, "oped.txt", later)))); diff != "" {
			t.Errorf("with one of %s (-want +got):\n%s", asOf, diff)
		}
	}
}

func TestCheckCorrections(t *testing.T) {
	reply := check(t, with(harbour, "corrections.yaml", `corrections:
  - document: news
    quote: the quay would be built
    said: 2024-05-01
  - {document: news, quote: the quay would be burnt, drop: true}
  - {document: oped, quote: The fares have been raised, speaker: vorn}
  - {document: oped, quote: The fares have been raised, said: 2024-04-02}
`))
	// What is dated after its document is outdated evidence as well.
	want := []string{"warning outdated actors.yaml:8", "warning dates corrections.yaml:2", "warning correction corrections.yaml:5"}
	if diff := cmp.Diff(want, found(reply)); diff != "" {
		t.Errorf("(-want +got):\n%s\n%+v", diff, reply.Findings)
	}
}

// What is left out of the folder is told.
func TestCheckFilesLeftOut(t *testing.T) {
	reply := check(t, with(harbour, "plan.xyz", "a plan"))
	if diff := cmp.Diff([]string{"warning file plan.xyz:0"}, found(reply)); diff != "" {
		t.Errorf("(-want +got):\n%s\n%+v", diff, reply.Findings)
	}
}

func TestCheckUnlistedNames(t *testing.T) {
	files := with(harbour)
	for n := range 5 {
		files[fmt.Sprintf("log-%d.txt", n)] = fmt.Sprintf("On the %d. morning the engineer Peter Hollander walked to the crane with Maria Jensen.\n", n+2)
	}
	files["log-4.txt"] = "On that morning the engineer Peter Hollander walked to the crane.\n"
	want := []string{"warning unlisted actors.yaml:0"}
	reply := check(t, files)
	if diff := cmp.Diff(want, found(reply)); diff != "" {
		t.Fatalf("(-want +got):\n%s\n%+v", diff, reply.Findings)
	}
	if what := reply.Findings[0].What; what != "“Peter Hollander” is mentioned in 5 documents and has no entry" {
		t.Errorf("it says %s", what)
	}
	listed := with(files, "actors.yaml", harbour["actors.yaml"]+"  - {id: hollander, name: Peter Hollander}\n")
	if got := found(check(t, listed)); len(got) > 0 {
		t.Errorf("with an entry: %v", got)
	}
	if got := found(check(t, with(files, "log-0.txt", ""))); len(got) > 0 {
		t.Errorf("in four documents: %v", got)
	}
}

// The bundled actors that serve a folder without its own are not its editor's
// to mend.
func TestCheckLeavesTheBundledActorsAlone(t *testing.T) {
	reply := check(t, map[string]string{"a.txt": harbour["news.txt"]})
	if len(reply.Findings) > 0 || reply.Documents != 1 {
		t.Errorf("%+v", reply)
	}
}

func TestCheckTheBundledDossier(t *testing.T) {
	reply, err := handlers.Check(t.Context(), handlers.CheckRequest{})
	if err != nil || reply.Errors > 0 {
		t.Fatalf("%+v, %v", reply, err)
	}
	said := fmt.Sprint(reply.Findings)
	if !strings.Contains(said, "“Sinkevičius”") || !strings.Contains(said, "the bot asks who is meant") {
		t.Errorf("the two Sinkevičius are not told of: %s", said)
	}
}

func TestCheckFails(t *testing.T) {
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := handlers.Check(cancelled, handlers.CheckRequest{}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	_, err := handlers.Check(t.Context(), handlers.CheckRequest{Corpus: filepath.Join(t.TempDir(), "nowhere"), Options: intake.Options{}})
	var faults *intake.Faults
	if err == nil || errors.As(err, &faults) {
		t.Errorf("a folder that is not there: %v", err)
	}
}

func TestCheckShowsHowFarItHasCome(t *testing.T) {
	var steps []string
	_, err := handlers.Check(t.Context(), handlers.CheckRequest{Progress: func(done, total int) { steps = append(steps, fmt.Sprint(done, total)) }})
	if diff := cmp.Diff([]string{"1 5", "2 5", "3 5", "4 5", "5 5"}, steps); diff != "" || err != nil {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
}

// The example that shows an editor the files has no fault.
func TestCheckTheExample(t *testing.T) {
	reply, err := handlers.Check(t.Context(), handlers.CheckRequest{Corpus: filepath.Join("..", "corpus", "intake", "schema", "example")})
	want := handlers.CheckReply{Findings: []handlers.Finding{}, Documents: 1, Actors: 4}
	if diff := cmp.Diff(want, reply); diff != "" || err != nil {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
}
