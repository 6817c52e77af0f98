package handlers_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"dossierbot/handlers"
)

// jsonOf is a reply as a script sees it, beside the text it was read from.
func jsonOf(t testing.TB, reply any) (map[string]any, string) {
	t.Helper()
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(reply); err != nil {
		t.Fatal(err)
	}
	var out map[string]any
	if err := json.Unmarshal(b.Bytes(), &out); err != nil {
		t.Fatal(err)
	}
	return out, b.String()
}

// pick takes the named fields out of an object; one that is not there fails
// the test, null being another thing.
func pick(t testing.TB, from any, names ...string) map[string]any {
	t.Helper()
	object, ok := from.(map[string]any)
	if !ok {
		t.Fatalf("%v is no object", from)
	}
	out := map[string]any{}
	for _, name := range names {
		v, ok := object[name]
		if !ok {
			t.Errorf("no field %q", name)
		}
		out[name] = v
	}
	return out
}

type object = map[string]any
type array = []any

func TestAskJSON(t *testing.T) {
	h := serve(t, railway)
	at := time.Date(2024, time.December, 1, 10, 0, 0, 0, time.FixedZone("", 7200))
	got, raw := jsonOf(t, ask(t, h, handlers.AskRequest{Question: "what did Dahlke say on 11 March 2024 about the rack", At: at, Source: "chronicle.txt"}))
	if strings.Contains(raw, `\u00`) {
		t.Errorf("characters are escaped that need not be: %s", raw)
	}
	want := object{
		"question": "what did Dahlke say on 11 March 2024 about the rack", "asked_at": "2024-12-01T08:00:00Z", "outcome": "answered",
		"interpretation": object{
			"speakers": array{"dahlke"}, "actors": array{}, "topics": array{}, "sources": array{"chronicle.txt"},
			"time":  object{"text": "on 11 March 2024", "interval": "2024-03-11", "dimension": "said"},
			"terms": array{"rack"}, "corrected": array{},
		},
		"nearest": array{}, "candidates": array{},
	}
	if diff := cmp.Diff(want, pick(t, got, "question", "asked_at", "outcome", "interpretation", "nearest", "candidates")); diff != "" {
		t.Errorf("reply (-want +got):\n%s", diff)
	}
	if r, _ := got["revision"].(string); !strings.HasPrefix(r, "r") {
		t.Errorf("revision %v", got["revision"])
	}
	if _, ok := got["took_ms"].(float64); !ok {
		t.Errorf("took_ms %v", got["took_ms"])
	}
	text := railway["chronicle.txt"]
	at1, said := strings.Index(text, "rack"), strings.Index(text, "“A rack")
	hit := got["hits"].(array)[0].(object)
	wantHit := object{
		"rank": 1.0, "form": "source", "document": "chronicle.txt", "title": "Railway R&D to cost more", "author": "Tove Almgren",
		"source": "Valley Chronicle", "url": "https://chronicle.example/railway?a=1&b=2",
		"published": "2024-03-12", "published_basis": "stated", "published_why": nil,
		"passage": "chronicle.txt#1", "start": 0.0, "end": float64(len(text)), "text": text,
		"matched": array{array{float64(at1), float64(at1 + len("rack"))}}, "also_in": array{},
	}
	names := []string{}
	for name := range wantHit {
		names = append(names, name)
	}
	if diff := cmp.Diff(wantHit, pick(t, hit, names...)); diff != "" {
		t.Errorf("hit (-want +got):\n%s", diff)
	}
	pick(t, hit, "score", "events")
	statement := pick(t, hit["statements"].(array)[0], "start", "end", "speaker", "speaker_text", "kind", "cue", "said", "said_why")
	delete(statement, "said_why")
	end := strings.Index(text, " Hanne Dahlke said")
	wantStatement := object{
		"start": float64(said), "end": float64(end), "speaker": "dahlke", "speaker_text": "Hanne Dahlke", "kind": "direct", "cue": "said", "said": "2024-03-11",
	}
	// The marks may be counted to the statement or not.
	if s, _ := statement["start"].(float64); int(s) == said+len("“") {
		wantStatement["start"], wantStatement["end"] = s, float64(end-len("”"))
	}
	if diff := cmp.Diff(wantStatement, statement); diff != "" {
		t.Errorf("statement (-want +got):\n%s", diff)
	}
}

func TestAskJSONUnknown(t *testing.T) {
	h := serve(t, with(railway, "anonymous.txt", "“Nobody oils the turntable,” a voice in the crowd shouted.\n"))
	got, _ := jsonOf(t, ask(t, h, handlers.AskRequest{Question: "turntable"}))
	hit := pick(t, got["hits"].(array)[0], "title", "author", "source", "url", "published", "published_basis", "published_why", "also_in", "events", "matched")
	delete(hit, "matched")
	want := object{"title": nil, "author": nil, "source": nil, "url": nil, "published": nil, "published_basis": "unknown", "published_why": nil,
		"also_in": array{}, "events": array{}}
	if diff := cmp.Diff(want, hit); diff != "" {
		t.Errorf("hit of an unknown document (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(object{"time": nil}, pick(t, got["interpretation"], "time")); diff != "" {
		t.Errorf("time (-want +got):\n%s", diff)
	}
	// Where nothing is found there are the same names, and no list is null.
	for _, question := range []string{"zeppelins", "what is it", "what did Dahlke say in 1990", "Vorn"} {
		_, raw := jsonOf(t, ask(t, h, handlers.AskRequest{Question: question}))
		for _, name := range []string{"speakers", "actors", "topics", "sources", "terms", "corrected", "hits", "nearest", "candidates", "missing", "notes"} {
			if !strings.Contains(raw, `"`+name+`":[`) {
				t.Errorf("%q: %s is no list in %s", question, name, raw)
			}
		}
	}
}

func TestAskJSONAlsoInAndCandidates(t *testing.T) {
	h := serve(t, railway)
	got, _ := jsonOf(t, ask(t, h, handlers.AskRequest{Question: "choir of pensioners in the workshops"}))
	also := pick(t, got["hits"].(array)[0].(object)["also_in"].(array)[0], "document", "passage", "published")
	first := got["hits"].(array)[0].(object)["document"]
	want := map[any]object{
		"chronicle.txt": {"document": "courier.txt", "passage": "courier.txt#1", "published": "2024-03-14"},
		"courier.txt":   {"document": "chronicle.txt", "passage": "chronicle.txt#1", "published": "2024-03-12"},
	}[first]
	if diff := cmp.Diff(want, also); diff != "" {
		t.Errorf("also_in (-want +got):\n%s", diff)
	}
	if n := len(got["hits"].(array)); n != 1 {
		t.Errorf("%d hits, want the same words once", n)
	}
	got, _ = jsonOf(t, ask(t, h, handlers.AskRequest{Question: "what did Vorn say"}))
	last := 1.0
	for _, c := range got["candidates"].(array) {
		c := pick(t, c, "actor", "name", "matched", "score")
		if score := c["score"].(float64); score > last || score <= 0 {
			t.Errorf("candidates are not best first: %v", got["candidates"])
		} else {
			last = score
		}
	}
}

// TestHitsAreVerbatim holds every hit of many questions against the files.
func TestHitsAreVerbatim(t *testing.T) {
	h := serve(t, with(railway, "lines.txt", "The  funicular\r\nhas two cars;\tthey pass e\u0301ach other half way.\r\n\r\nAgain the funicular runs.\r\n"))
	texts := with(railway, "lines.txt", "The  funicular\r\nhas two cars;\tthey pass e\u0301ach other half way.\r\n\r\nAgain the funicular runs.\r\n")
	n := 0
	for _, question := range []string{"funicular", "rack", "Dahlke", "Vorn", "locomotives", "gondola", "what did Dahlke say in 1990", "what happened in August 2025"} {
		r := ask(t, h, handlers.AskRequest{Question: question, Limit: 20})
		for _, hit := range append(r.Hits, r.Nearest...) {
			n++
			text := texts[hit.Document]
			if i := strings.LastIndex(text, "---\n"); i >= 0 { // front matter is no part of the text
				text = text[i+len("---\n"):]
			}
			if text[hit.Start:hit.End] != hit.Text {
				t.Errorf("%s is not verbatim: %q", hit.Passage, hit.Text)
			}
			for _, m := range hit.Matched {
				if m[0] < hit.Start || m[1] > hit.End || m[0] >= m[1] {
					t.Errorf("%s: matched %v beyond %d to %d", hit.Passage, m, hit.Start, hit.End)
				}
			}
		}
	}
	if n < 8 {
		t.Errorf("only %d hits were looked at", n)
	}
}

func TestActorJSON(t *testing.T) {
	h := serve(t, railway)
	got, _ := jsonOf(t, actor(t, h, "Dahlke"))
	candidate := got["candidates"].(array)[0].(object)
	if diff := cmp.Diff(object{"actor": "dahlke", "name": "Hanne Dahlke"}, pick(t, candidate, "actor", "name")); diff != "" {
		t.Errorf("candidate (-want +got):\n%s", diff)
	}
	pick(t, candidate, "matched", "score")
	want := object{
		"outcome": "answered",
		"actor": object{
			"id": "dahlke", "name": "Hanne Dahlke", "kind": "person", "discovered": false, "aliases": array{"Ханне Дальке", "Minister Dahlke"}, "office": "envoy, Alpine League", "office_now": "",
			"roles": array{
				object{"title": "transport minister", "of": "kesten", "of_name": "Kesten", "from": "2023-02-01", "to": "2024-10-31", "standing": "not_in_force",
					"text": "transport minister of Kesten", "held": "1 Feb 2023 – 31 Oct 2024"},
				object{"title": "envoy", "of": "Alpine League", "of_name": "Alpine League", "from": "2024-11-01", "to": "..", "standing": "in_force",
					"text": "envoy, Alpine League", "held": "since 1 Nov 2024"},
				object{"title": "member", "of": "Green Valley", "of_name": "Green Valley", "from": nil, "to": nil, "standing": "not_known", "text": "member, Green Valley", "held": "dates not known"},
			},
		},
		"coverage": object{"from": "2024-03-11", "to": "2025-09", "documents": 4.0, "text": "4 documents (1 without a date), 11 Mar 2024 to Sep 2025"},
	}
	if diff := cmp.Diff(want, pick(t, got, "outcome", "actor", "coverage")); diff != "" {
		t.Errorf("reply (-want +got):\n%s", diff)
	}
	position := got["positions"].(array)[0]
	wantPosition := object{"topic": "fares", "stance": "against", "summary": "Refuses to raise the fares before the winter.", "as_of": "2025-09",
		"documents": array{"summit.txt", "courier.txt"}}
	if diff := cmp.Diff(wantPosition, pick(t, position, "topic", "stance", "summary", "as_of", "documents")); diff != "" {
		t.Errorf("position (-want +got):\n%s", diff)
	}
	evidence := position.(object)["evidence"].(array)[0]
	if diff := cmp.Diff(object{"document": "summit.txt", "passage": "summit.txt#1", "start": 0.0, "text": railway["summit.txt"], "published": "2025-09",
		"end": float64(len(railway["summit.txt"]))}, pick(t, evidence, "document", "passage", "start", "end", "text", "published")); diff != "" {
		t.Errorf("evidence (-want +got):\n%s", diff)
	}
	sentence := "“The fares stay where they are until the snow has gone,” Hanne Dahlke said on 2 September 2025."
	if diff := cmp.Diff(object{"document": "summit.txt", "passage": "summit.txt#1", "start": 0.0, "end": float64(len(sentence)), "text": sentence,
		"said": "2025-09-02", "kind": "direct", "source": "Highland Courier", "published": "2025-09"},
		pick(t, got["statements"].(array)[0], "document", "passage", "start", "end", "text", "said", "kind", "source", "published")); diff != "" {
		t.Errorf("statement (-want +got):\n%s", diff)
	}
	for name, want := range map[string]object{
		"Vorn":         {"outcome": "ambiguous", "actor": nil, "positions": array{}, "statements": array{}, "coverage": nil},
		"Nemo Nothing": {"outcome": "not_in_dossier", "actor": nil, "positions": array{}, "statements": array{}, "coverage": nil, "candidates": array{}},
		"Rolf Maar": {"outcome": "answered", "positions": array{}, "statements": array{},
			"actor": object{"id": "rolf-maar", "name": "Rolf Maar", "kind": "person", "discovered": true, "roles": array{}, "aliases": array{}, "office": "", "office_now": ""}},
	} {
		got, _ := jsonOf(t, actor(t, h, name))
		names := []string{}
		for name := range want {
			names = append(names, name)
		}
		if diff := cmp.Diff(want, pick(t, got, names...)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestOpenWithoutParts(t *testing.T) {
	if _, err := handlers.New(t.Context(), handlers.Options{}); err == nil {
		t.Error("handlers of nothing")
	}
}

// TestBundledHitsAreVerbatim holds the hits of the bundled dossier's own
// questions against its files.
func TestBundledHitsAreVerbatim(t *testing.T) {
	h := open(t, "")
	dir := filepath.Join("..", "corpus", "dossier")
	for _, question := range h.Help().Examples {
		for _, hit := range ask(t, h, handlers.AskRequest{Question: question, Limit: 10}).Hits {
			raw, err := os.ReadFile(filepath.Join(dir, hit.Document))
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Contains(raw, []byte(hit.Text)) {
				t.Errorf("%q: %s is not verbatim", question, hit.Passage)
			}
			if n := len([]rune(hit.Text)); n > 1200 {
				t.Errorf("%s has %d characters", hit.Passage, n)
			}
		}
	}
}
