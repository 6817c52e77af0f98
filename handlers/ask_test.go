package handlers_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"dossierbot/handlers"
	"dossierbot/index"
)

func TestAskOutcomes(t *testing.T) {
	h := serve(t, railway)
	for name, c := range map[string]struct {
		question        string
		outcome         handlers.Outcome
		reading, answer string
		documents       []string
	}{
		"answered": {"what did Dahlke say about the rack in March 2024", index.Answered,
			"statements by Hanne Dahlke · on “rack” · said in Mar 2024", "", []string{"courier.txt"}},
		"named, not speaking": {"Agda Vorn", index.Answered, "passages that name Agda Vorn", "", []string{"chronicle.txt"}},
		"none in range": {"what did Dahlke say about the rack in 2019", index.NoneInRange, "statements by Hanne Dahlke · on “rack” · said in 2019",
			"Nothing by Hanne Dahlke on “rack” in 2019 is in the dossier. It has 2 such passages from other times or of no known date.", nil},
		"one at another time": {"what did Agda Vorn say about the tunnel after 2024", index.NoneInRange, "statements by Agda Vorn · on “tunnel” · said from 2025 on",
			"Nothing by Agda Vorn on “tunnel” from 2025 on is in the dossier. It has 1 such passage from other times or of no known date.", nil},
		"named at another time": {"Dahlke in 2031", index.NoneInRange, "passages that name Hanne Dahlke · in 2031",
			"Nothing that names Hanne Dahlke in 2031 is in the dossier. It has 4 such passages from other times or of no known date.", nil},
		"ambiguous": {"what did Vorn say", index.Ambiguous, "statements by Ilja Vorn or Agda Vorn", "“Vorn” may mean Ilja Vorn or Agda Vorn.",
			[]string{"chronicle.txt", "courier.txt"}},
		"a name that is nowhere": {"what did Quillon Marsupilami say about the fares", index.NotInDossier,
			"statements by “Quillon Marsupilami” · on “fares”", "The dossier has nothing on “Quillon Marsupilami”.", nil},
		"words that are nowhere": {"zeppelins and submarines", index.NotInDossier, "passages · on “zeppelins” and “submarines”",
			"The dossier has nothing on “zeppelins” or “submarines”.", nil},
		"an actor who is nowhere": {"Kesten", index.NotInDossier, "passages that name Kesten", "The dossier has nothing that names Kesten.", nil},
		"only stop words":         {"what is it that they are", index.NotInDossier, "", "The question names nothing to look for: no person, no date, no subject.", nil},
	} {
		t.Run(name, func(t *testing.T) {
			r := ask(t, h, handlers.AskRequest{Question: c.question})
			if r.Outcome != c.outcome || r.Reading != c.reading || r.Answer != c.answer {
				t.Errorf("got %s, %q, %q\nwant %s, %q, %q", r.Outcome, r.Reading, r.Answer, c.outcome, c.reading, c.answer)
			}
			got := map[string]bool{}
			for _, hit := range r.Hits {
				got[hit.Document] = true
				for _, also := range hit.AlsoIn {
					got[also.Document] = true
				}
			}
			for _, d := range c.documents {
				if !got[d] {
					t.Errorf("no hit of %s, only of %v", d, got)
				}
			}
			if (c.outcome == index.NoneInRange || c.outcome == index.NotInDossier) && len(r.Hits) > 0 {
				t.Errorf("%d hits beside %s", len(r.Hits), c.outcome)
			}
			if c.outcome == index.NoneInRange && (len(r.Nearest) < 1 || len(r.Nearest) > 2) {
				t.Errorf("%d nearest hits, want one or two", len(r.Nearest))
			}
			if (len(r.Candidates) > 0) != (c.outcome == index.Ambiguous) {
				t.Errorf("candidates %v beside %s", r.Candidates, c.outcome)
			}
		})
	}
}

func TestAskHowTimeIsTold(t *testing.T) {
	h := serve(t, railway)
	for question, want := range map[string]string{
		"what did Dahlke say on 11 March 2024":                          "said on 11 Mar 2024",
		"what did Dahlke say on 11 March":                               "said on 11 Mar of any year",
		"what did Dahlke say between 10 March 2024 and 14 March 2024":   "said from 10 to 14 Mar 2024",
		"what did Dahlke say between 28 February 2024 and 2 March 2025": "said from 28 Feb 2024 to 2 Mar 2025",
		"what did Dahlke say between 2012 and 2024":                     "said from 2012 to 2024",
		"what did Dahlke say before 2025":                               "said until the end of 2024",
		"what did Dahlke say before May 2024":                           "said until the end of Apr 2024",
		"what did Dahlke say on 10 and 11 March":                        "said from 10 Mar to 11 Mar of any year",
		"what did Dahlke say before 5 May 2024":                         "said up to and including 4 May 2024",
		"what did Dahlke say since March 2024":                          "said from Mar 2024 on",
		"documents published in 2024 about pylons":                      "published in 2024",
		"what happened to the summit station in August 2025":            "telling of what happened in Aug 2025",
		"gondola and its pylons in 2024":                                "in 2024",
	} {
		r := ask(t, h, handlers.AskRequest{Question: question})
		if parts := strings.Split(r.Reading, " · "); parts[len(parts)-1] != want {
			t.Errorf("%q is read as %q, want %q at its end", question, r.Reading, want)
		}
	}
}

func TestAskLongReadings(t *testing.T) {
	files := with(railway)
	for i := range 7 {
		files[fmt.Sprintf("leaflet-%d.md", i)] = fmt.Sprintf("---\ntitle: Leaflet %d\nsource: Leaflet Press\n---\nThe locomotives need coal, says leaflet number %d.\n", i, i)
	}
	h := serve(t, files)
	r := ask(t, h, handlers.AskRequest{Question: "locomotives", Source: "leaflet press"})
	if want := "passages · on “locomotives” · from “Leaflet 0”, “Leaflet 1”, “Leaflet 2” and 4 more"; r.Reading != want {
		t.Errorf("titles: %q, want %q", r.Reading, want)
	}
	r = ask(t, h, handlers.AskRequest{Question: "locomotives gondolas pylons tunnels meadows engineers valleys choirs pensioners workshops"})
	if !strings.HasSuffix(r.Reading, "“valleys”, “choirs” and 2 more") {
		t.Errorf("words: %q", r.Reading)
	}
	if len(r.Interpretation.Terms) != 10 {
		t.Errorf("terms %q, want all ten", r.Interpretation.Terms)
	}
	r = ask(t, h, handlers.AskRequest{Question: "Aaa" + strings.Repeat("a Bbbb", 70) + " zeppelins"})
	if n := utf8.RuneCountInString(r.Answer); n > 200 {
		t.Errorf("a sentence of %d characters: %q", n, r.Answer)
	}
}

// TestAskNarrowedToNothing: where only some sources were looked at, only these
// are said not to tell.
func TestAskNarrowedToNothing(t *testing.T) {
	h := serve(t, railway)
	for source, want := range map[string]string{
		"summit.txt":       "“Summit station reopens” does not say.",
		"Highland Courier": "“Rope or rack” and “Summit station reopens” do not say.",
	} {
		r := ask(t, h, handlers.AskRequest{Question: "tunnel meadows", Source: source})
		if r.Outcome != index.NotInDossier || r.Answer != want {
			t.Errorf("%s: %s, %q; want %q", source, r.Outcome, r.Answer, want)
		}
	}
}

func TestCancelled(t *testing.T) {
	h := serve(t, railway)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, asked := h.Ask(ctx, handlers.AskRequest{Question: "rack"})
	_, carded := h.Actor(ctx, handlers.ActorRequest{Name: "Dahlke"})
	_, unlisted := h.Actor(ctx, handlers.ActorRequest{Name: "Rolf Maar"})
	_, surrounded := h.Context(ctx, "0123456789abcdef")
	_, listed := h.Actors(ctx)
	_, sourced := h.Sources(ctx)
	_, completed := h.Complete(ctx, handlers.CompleteActor, "d")
	for name, err := range map[string]error{"ask": asked, "actor": carded, "unlisted": unlisted, "context": surrounded,
		"actors": listed, "sources": sourced, "complete": completed} {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v, want that it was cancelled", name, err)
		}
	}
}

func TestAskNotes(t *testing.T) {
	h := serve(t, railway)
	for name, c := range map[string]struct {
		question string
		notes    []string
	}{
		"none":             {"locomotives", []string{}},
		"cut":              {"locomotives " + strings.Repeat("whistle ", 100), []string{"Only the first 500 characters of the question were read."}},
		"a slip in a name": {"what did Hanne Dahkle say about the rack", []string{"“Hanne Dahkle” was read as “Hanne Dahlke”."}},
		"another language": {"Ką drąsiai sakė Dahlke", []string{"Left out of the search, being in another language than the dossier: “drąsiai”."}},
	} {
		t.Run(name, func(t *testing.T) {
			r := ask(t, h, handlers.AskRequest{Question: c.question})
			if diff := cmp.Diff(c.notes, r.Notes); diff != "" {
				t.Errorf("notes (-want +got):\n%s", diff)
			}
		})
	}
}

// TestAskMended: a slip in a word of the subject is told as well.
func TestAskMended(t *testing.T) {
	r := ask(t, serve(t, railway), handlers.AskRequest{Question: "what was said about the penshioners"})
	if diff := cmp.Diff([]string{"“penshioners” was read as “pensioners”."}, r.Notes); diff != "" {
		t.Errorf("notes (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]handlers.Corrected{{From: "penshioners", To: "pensioners"}}, r.Interpretation.Corrected); diff != "" {
		t.Errorf("corrected (-want +got):\n%s", diff)
	}
}

func TestAskOnlyNamed(t *testing.T) {
	h := serve(t, with(railway, "portrait.md", "---\ntitle: Portrait\npublished: 2020-04\n---\nIlja Vorn keeps bees behind the engine shed. The bees of Ilja Vorn fly as far as the lake.\n"))
	r := ask(t, h, handlers.AskRequest{Question: "what did Ilja Vorn say about bees"})
	if diff := cmp.Diff([]string{"No statement on this could be attributed to Ilja Vorn; these passages name Ilja Vorn."}, r.Notes); diff != "" || r.Outcome != index.Answered {
		t.Errorf("%s, notes (-want +got):\n%s", r.Outcome, diff)
	}
	for _, hit := range r.Hits {
		for _, s := range hit.Statements {
			if s.Speaker == "ilja-vorn" && hit.Document == "portrait.md" {
				t.Errorf("a statement by one who is only named: %+v", s)
			}
		}
	}
	// At another time too, what there is names him and is not said by him.
	r = ask(t, h, handlers.AskRequest{Question: "what did Ilja Vorn say about bees in 2011"})
	want := "Nothing that names Ilja Vorn on “bees” in 2011 is in the dossier. It has 1 such passage from other times or of no known date."
	if r.Outcome != index.NoneInRange || r.Answer != want || len(r.Notes) > 0 {
		t.Errorf("got %s, %q, notes %q; want none_in_range, %q", r.Outcome, r.Answer, r.Notes, want)
	}
}

func TestAskUndatedFollowDated(t *testing.T) {
	h := serve(t, railway)
	r := ask(t, h, handlers.AskRequest{Question: "what is said of the summit", From: "2025", To: "2025"})
	var order []string
	for _, hit := range r.Hits {
		order = append(order, hit.Document)
	}
	if diff := cmp.Diff([]string{"summit.txt", "undated.txt"}, order); diff != "" {
		t.Errorf("dated, then undated (-want +got):\n%s", diff)
	}
	if last := r.Hits[len(r.Hits)-1]; last.Published.Known() || last.PublishedBasis != "unknown" {
		t.Errorf("undated: published %q, %s", last.Published, last.PublishedBasis)
	}
	r = ask(t, h, handlers.AskRequest{Question: "who drank from the well", From: "2025", To: "2025"})
	if r.Outcome != index.NoneInRange {
		t.Errorf("a passage without a date in a time asked for: %s", r.Outcome)
	}
}

func TestAskNotesAreMarked(t *testing.T) {
	r := ask(t, serve(t, railway), handlers.AskRequest{Question: "gondola pylons"})
	if len(r.Hits) != 1 || r.Hits[0].Form != "note" || r.Hits[0].Document != "chronicle-note.md" {
		t.Errorf("hits %+v, want the note alone, marked as one", r.Hits)
	}
}

func TestAskSortAndPages(t *testing.T) {
	h := serve(t, railway)
	documents := func(r handlers.AskReply) (out []string) {
		for i, hit := range r.Hits {
			if hit.Rank != r.Offset+i+1 {
				t.Errorf("rank %d at %d behind %d", hit.Rank, i, r.Offset)
			}
			out = append(out, hit.Passage)
		}
		return out
	}
	newest := ask(t, h, handlers.AskRequest{Question: "Hanne Dahlke", Sort: index.Newest, Limit: 10})
	if got := documents(newest); got[0] != "summit.txt#1" || got[len(got)-1] != "undated.txt#1" {
		t.Errorf("newest first: %v", got)
	}
	all := documents(ask(t, h, handlers.AskRequest{Question: "Hanne Dahlke", Limit: 10}))
	var paged []string
	for offset := 0; offset < len(all); offset++ {
		r := ask(t, h, handlers.AskRequest{Question: "Hanne Dahlke", Limit: 1, Offset: offset})
		if len(r.Hits) != 1 || r.Total != len(all) || r.Offset != offset {
			t.Fatalf("page at %d: %d hits of %d, offset %d", offset, len(r.Hits), r.Total, r.Offset)
		}
		paged = append(paged, documents(r)...)
	}
	if diff := cmp.Diff(all, paged); diff != "" {
		t.Errorf("pages (-all at once +one by one):\n%s", diff)
	}
	for _, offset := range []int{-7, len(all), 1 << 30} {
		r := ask(t, h, handlers.AskRequest{Question: "Hanne Dahlke", Offset: offset})
		if got := documents(r); r.Offset < 0 || offset > 0 && len(got) > 0 {
			t.Errorf("at %d: offset %d, %v", offset, r.Offset, got)
		}
	}
}

func TestAskStatements(t *testing.T) {
	h := serve(t, railway)
	office := func(question, speaker string) string {
		for _, hit := range ask(t, h, handlers.AskRequest{Question: question}).Hits {
			for _, s := range hit.Statements {
				if string(s.Speaker) == speaker && s.Asked {
					return s.Office
				}
			}
		}
		t.Fatalf("%q: no statement by %s that is asked for", question, speaker)
		return ""
	}
	if got := office("what did Dahlke say about the rack", "dahlke"); got != "transport minister of Kesten" {
		t.Errorf("office in March 2024: %q", got)
	}
	if got := office("what did Dahlke say about the fares until the snow", "dahlke"); got != "envoy, Alpine League" {
		t.Errorf("office in September 2025: %q", got)
	}
	// His office ended in 2024, nobody knows on which day.
	if got := office("what did Ilja Vorn say about the locomotives", "ilja-vorn"); got != "" {
		t.Errorf("office in a year in which it ended: %q", got)
	}
}

// TestAskStatementBeyondPassage: of a speech over several passages each hit
// shows its own part.
func TestAskStatementBeyondPassage(t *testing.T) {
	var speech strings.Builder
	for i := range 60 {
		fmt.Fprintf(&speech, "Carriage number %d was painted green in the spring and red again before the first snow fell. ", i)
	}
	h := serve(t, with(railway, "speech.txt", "Agda Vorn said on 7 May 2023: “"+strings.TrimSpace(speech.String())+"”\n"))
	r := ask(t, h, handlers.AskRequest{Question: "what did Agda Vorn say about carriages", Limit: 20})
	if len(r.Hits) < 3 {
		t.Fatalf("%d hits: the speech is not over several passages", len(r.Hits))
	}
	for _, hit := range r.Hits {
		for _, s := range hit.Statements {
			for _, span := range append(s.Spans, [2]int{s.Start, s.End}) {
				if span[0] < hit.Start || span[1] > hit.End || span[0] >= span[1] {
					t.Errorf("%s: %v beyond %d to %d", hit.Passage, span, hit.Start, hit.End)
				}
			}
		}
	}
	card := actor(t, h, "Agda Vorn")
	if len(card.Statements) != 2 { // the speech once, and what she argued on the tunnel
		t.Errorf("%d statements on the card, want 2", len(card.Statements))
	}
}

func TestAskHostile(t *testing.T) {
	h := serve(t, railway)
	for name, question := range map[string]string{
		"empty": "", "white space": " \t\n\u2003",
		"long": strings.Repeat("locomotive ", 600)[:6000], "one long word": strings.Repeat("é", 6000),
		"bleve": `+title:x^5 (a OR b)~2 /re/ * -"rack"~3 >=2020 \`, "everyone": "@everyone <@123> rack", "marks": "\u202eelttihw\u202c \u200frack\u200b \u2066railway\u2069",
		"nul": "rack\x00railway\x00", "only nul": "\x00\x00", "not utf-8": "rack \xff\xfe \xc3( railway", "only not utf-8": "\xff\xfe\xfd",
		"punctuation": "?!…—“”", "emoji": "🚂🚂🚂 rack", "dates only": "2024-13-45 99.99.9999 0000", "nested": strings.Repeat("(", 3000),
	} {
		t.Run(name, func(t *testing.T) {
			r, err := h.Ask(t.Context(), handlers.AskRequest{Question: question})
			if err != nil {
				problem(t, err)
				return
			}
			if !utf8.ValidString(r.Reading + r.Answer + strings.Join(r.Notes, "")) {
				t.Errorf("not UTF-8: %q, %q, %q", r.Reading, r.Answer, r.Notes)
			}
			if r.Outcome == index.NotInDossier && r.Answer == "" {
				t.Error("nothing found and nothing said")
			}
			if (name == "marks" || name == "not utf-8" || name == "emoji") && len(r.Hits) == 0 {
				t.Errorf("no hit: %s, %q", r.Outcome, r.Answer)
			}
		})
	}
}
