package handlers_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossierbot/handlers"
	"dossierbot/index"
)

func verify(t testing.TB, h *handlers.Handlers, quotation string) handlers.VerifyReply {
	t.Helper()
	reply, err := h.Verify(t.Context(), handlers.VerifyRequest{Quotation: quotation})
	if err != nil {
		t.Fatalf("verify %q: %v", quotation, err)
	}
	return reply
}

func TestVerify(t *testing.T) {
	h := serve(t, with(railway, "two.txt",
		"“The cheese is older than the hut,” Ilja Vorn said on 5 May 2025. “The hut is older than the road,” Agda Vorn said on 6 May 2025. Nobody measured the road in those years.\n",
		"road.txt", "The keeper once walked a road, “a river of dust and old shoes”, to the hut. Agda Vorn warned on 7 May 2025 that the road is “a bed of nails”.\n",
		"our.md", "---\nform: note\n---\nAgda Vorn said on 8 May 2025 that the bridge is “a paper boat on legs”.\n"))
	for _, c := range []struct {
		name, quotation string
		outcome         index.Quoted
		answer          string
		whose           string // of the first place
		difference      string
	}{
		{"a quotation", "A rack lasts a hundred years and a rope lasts ten", index.WordForWord,
			"The dossier has this word for word, said by Hanne Dahlke (11 Mar 2024).", "", ""},
		{"of which a word was changed", "A rack lasts a thousand years and a rope lasts ten", index.Altered,
			"The dossier does not have this word for word, but something like it, said by Hanne Dahlke (11 Mar 2024).", "",
			"The quotation has other words than stand here."},
		{"shortened, and says so", "A rack lasts a hundred years … a rope lasts ten", index.Altered,
			"The dossier has these words, with others between them that are left out here, said by Hanne Dahlke (11 Mar 2024).", "",
			"The quotation leaves out words where it says so."},
		{"shortened in silence", "The fares stay where they are until the snow gone", index.Altered,
			"The dossier does not have this word for word, but something like it, said by Hanne Dahlke (2 Sep 2025).", "",
			"The quotation leaves out words without a mark."},
		{"reported", "the locomotives were older than their drivers", index.WordForWord,
			"The dossier has this word for word.", "The document reports this in its own words: they are not the speaker's.", ""},
		{"the document's own words", "The summit station was opened again on 30 August 2025", index.WordForWord,
			"The dossier has this word for word, in the document's own words.", "It stands in the document's own words, not in a statement of anybody's.", ""},
		{"a statement and what stands around it", "until the snow has gone,” Hanne Dahlke said on 2 September 2025. The summit station was opened", index.WordForWord,
			"The dossier has this word for word.", "Some of it stands in the document's own words, outside of any statement.", ""},
		{"two speakers in one", "The cheese is older than the hut … The hut is older than the road", index.Altered,
			"The dossier has these words, with others between them that are left out here.", "It joins the words of Ilja Vorn and Agda Vorn.",
			"The quotation leaves out words where it says so."},
		{"in quotation marks, by nobody known", "a river of dust and old shoes", index.WordForWord,
			"The dossier has this word for word, in quotation marks.", "It stands in quotation marks; whose words these are could not be read.", ""},
		{"in quotation marks, within what is reported", "a bed of nails", index.WordForWord,
			"The dossier has this word for word, said by Agda Vorn (7 May 2025).", "", ""},
		{"in quotation marks, in our note", "a paper boat on legs", index.WordForWord,
			"The dossier has this word for word, said by Agda Vorn (8 May 2025).", "Our own note quotes this.", ""},
		{"our note", "the gondola would need eleven pylons", index.WordForWord,
			"The dossier has this word for word, in a note of ours: not as the source's words.", "These are the words of our own note, not of the source.", ""},
		{"in another order", "The hut is older than the road. The cheese is older than the hut.", index.Altered,
			"The dossier does not have this word for word, but something like it.", "It joins the words of Ilja Vorn and Agda Vorn.", "The quotation has words in another order."},
		{"a part", "The cheese is older than the hut. Goats climb where no gondola ever went, and sing.", index.Altered,
			"The dossier has only a part of this in one place, said by Ilja Vorn (5 May 2025).", "", "The quotation has words that do not stand here."},
		{"nowhere", "The moon is a station like any other", index.NotThere, "The dossier does not have this: neither word for word nor nearly so.", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := verify(t, h, c.quotation)
			var whose, difference string
			if len(r.Places) > 0 {
				whose, difference = r.Places[0].Whose, r.Places[0].Difference
			}
			want := []string{string(c.outcome), c.answer, c.whose, c.difference}
			if diff := cmp.Diff(want, []string{string(r.Outcome), r.Answer, whose, difference}); diff != "" {
				t.Errorf("reply (-want +got):\n%s%+v", diff, r.Places)
			}
		})
	}
}

func TestVerifyJSON(t *testing.T) {
	h := serve(t, railway)
	got, _ := jsonOf(t, verify(t, h, "a rack lasts many years"))
	want := object{"quotation": "a rack lasts many years", "outcome": "altered", "notes": array{}, "total": 1.0}
	if diff := cmp.Diff(want, pick(t, got, "quotation", "outcome", "notes", "total")); diff != "" {
		t.Errorf("reply (-want +got):\n%s", diff)
	}
	pick(t, got, "revision", "took_ms", "answer", "dossier")
	places := got["places"].([]any)
	if len(places) != 1 {
		t.Fatalf("%d places, want 1", len(places))
	}
	const words = "A rack lasts a hundred years"
	start := float64(strings.Index(railway["chronicle.txt"], words))
	want = object{
		"rank": 1.0, "outcome": "altered", "document": "chronicle.txt", "source": "Valley Chronicle", "published": "2024-03-12",
		"start": start, "end": start + float64(len(words)), "text": words,
		"edits": array{
			object{"kind": "same", "text": "A rack lasts"}, object{"kind": "intext", "text": "a hundred"},
			object{"kind": "asked", "text": "many"}, object{"kind": "same", "text": "years"},
		},
	}
	if diff := cmp.Diff(want, pick(t, places[0], "rank", "outcome", "document", "source", "published", "start", "end", "text", "edits")); diff != "" {
		t.Errorf("place (-want +got):\n%s", diff)
	}
	place := pick(t, places[0], "passage", "key", "score", "statements", "also_in", "whose", "difference")
	said := pick(t, place["statements"].([]any)[0], "speaker", "office", "when", "kind")
	if diff := cmp.Diff(object{"speaker": "dahlke", "office": "transport minister of Kesten", "when": "11 Mar 2024", "kind": "direct"}, said); diff != "" {
		t.Errorf("statement (-want +got):\n%s", diff)
	}
	if also := pick(t, place["also_in"].([]any)[0], "document"); also["document"] != "courier.txt" {
		t.Errorf("also in %v", also)
	}
	none, _ := jsonOf(t, verify(t, h, "zebras juggle"))
	if diff := cmp.Diff(object{"outcome": "not_there", "places": array{}, "notes": array{}}, pick(t, none, "outcome", "places", "notes")); diff != "" {
		t.Errorf("reply (-want +got):\n%s", diff)
	}
}

func TestVerifyOneQuotationOfTwoSpeakers(t *testing.T) {
	h := serve(t, with(railway, "rival.txt", "“A rack lasts a hundred years and a rope lasts ten,” Agda Vorn said on 1 May 2024.\n"))
	r := verify(t, h, "A rack lasts a hundred years and a rope lasts ten")
	if len(r.Places) != 2 || !cmp.Equal(r.Notes, []string{"Not all places give these words to the same speaker."}) {
		t.Errorf("%d places with the notes %q, want two speakers", len(r.Places), r.Notes)
	}
}

func TestVerifyOfTooManyWordsOrNone(t *testing.T) {
	h := serve(t, railway)
	r := verify(t, h, "A rack lasts a hundred years and a rope lasts ten "+strings.Repeat("and so on ", 600))
	if len(r.Notes) != 1 || !strings.Contains(r.Notes[0], "first 300 words") {
		t.Errorf("notes %q", r.Notes)
	}
	for _, none := range []string{"", " \n", "…!"} {
		_, err := h.Verify(t.Context(), handlers.VerifyRequest{Quotation: none})
		if p := problem(t, err); p.What != "There is no quotation" {
			t.Errorf("%q: %v", none, err)
		}
	}
}

func TestVerifySpeakerWithoutAName(t *testing.T) {
	h := serve(t, map[string]string{"a.txt": "“The well is dry again and nobody cares,” the shepherd said. “The goats care,” he added.\n"})
	r := verify(t, h, "The well is dry again and nobody cares")
	if !strings.Contains(r.Answer, "said by the shepherd") {
		t.Errorf("answer %q, places %+v", r.Answer, r.Places)
	}
}
