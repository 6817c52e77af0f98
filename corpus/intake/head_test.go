package intake_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossierbot/corpus"
)

type told struct{ Title, Author, Source, Published string }

func toldBy(d corpus.Document) told {
	return told{d.Title, d.Author, d.Source, d.Published.String()}
}

func TestHead(t *testing.T) {
	const title = "Why the ferries stopped"
	for _, test := range []struct {
		name, head string
		want       told
	}{
		{"no head", "", told{}},
		{"title alone", "Why the ferries stopped\n\n", told{Title: title}},
		{"title without an empty line", "Why the ferries stopped\n", told{Title: title}},
		{"question", "Who will pay for the ferries?\n\n", told{Title: "Who will pay for the ferries?"}},
		{"wrapped title", "Why the ferries of the northern\nharbours stopped\n\n", told{Title: "Why the ferries of the northern harbours stopped"}},
		{"empty lines first", "\n\n \n" + title + "\n\nAnna Lupo\n\n", told{Title: title, Author: "Anna Lupo"}},
		{"name below", title + "\n\nAnna Lupo\n\n", told{Title: title, Author: "Anna Lupo"}},
		{"CRLF", title + "\r\n\r\nAnna Lupo\r\n\r\n", told{Title: title, Author: "Anna Lupo"}},
		{"mark", "\ufeff" + title + "\n\nAnna Lupo\n\n", told{Title: title, Author: "Anna Lupo"}},
		{"decomposed letters", title + "\n\nKinga Łos\u0301\n\n", told{Title: title, Author: "Kinga Łos\u0301"}},
		{"initials", title + "\n\nJ. R. van Lupo-O’Neill\n\n", told{Title: title, Author: "J. R. van Lupo-O’Neill"}},
		{"by", title + "\nBy Anna Lupo\n\n", told{Title: title, Author: "Anna Lupo"}},
		{"by first", "By Anna Lupo\n\n" + title + "\n\n", told{Title: title, Author: "Anna Lupo"}},
		{"by two", title + "\n\nBy Anna Lupo and Carlo Rossi\n\n", told{Title: title, Author: "Anna Lupo and Carlo Rossi"}},
		{"by with an office", title + "\n\nby Anna Lupo, our correspondent in the north\n\n", told{Title: title, Author: "Anna Lupo"}},
		{"by with a place", title + "\n\nBy Anna Lupo in Gdańsk\n\n", told{Title: title, Author: "Anna Lupo"}},
		{"by with a date", title + "\n\nBy Anna Lupo | 3 May 2021\n\n", told{title, "Anna Lupo", "", "2021-05-03"}},
		{"date with by", title + "\n\nPosted on 3 May 2021 by Anna Lupo\n\n", told{title, "Anna Lupo", "", "2021-05-03"}},
		{"publisher and date", title + "\nHarbour Courier, 3 May 2021\n\n", told{title, "", "Harbour Courier", "2021-05-03"}},
		{"date and publisher", title + "\n3 May 2021, The Harbour Courier\n\n", told{title, "", "Harbour Courier", "2021-05-03"}},
		{"publisher and date in figures", title + "\nHarbour Courier | 03.05.2021\n\n", told{title, "", "Harbour Courier", "2021-05-03"}},
		{"place, date and agency", title + "\nVESSIN, 3 May 2021 (WNA)\n\n", told{title, "", "WNA", "2021-05-03"}},
		{"place, date and agency before the text", title + "\n\nVESSIN, May 3, 2021 (WNA) — ", told{title, "", "WNA", "2021-05-03"}},
		{"place in capitals and date before the text", title + "\n\nNEW VESSIN, 3 May 2021 – ", told{title, "", "", "2021-05-03"}},
		{"place and agency before the text", title + "\n\nVessin, 3 May 2021 (WNA) - ", told{title, "", "WNA", "2021-05-03"}},
		{"a day before the text", title + "\n\nVessin, 3 May 2021 – ", told{Title: title}},
		{"an abbreviation and a day in the text", title + "\n\nNATO met on 3 May 2021 — ", told{Title: title}},
		{"place of two words", title + "\nNew Vessin, 3 May 2021\n\n", told{title, "", "", "2021-05-03"}},
		{"a sentence with a date", title + "\nThe ferries of Vessin stopped on 3 May 2021\n\n", told{Title: title}},
		{"by is no byline", "By Land and Sea\n\n", told{Title: "By Land and Sea"}},
		{"by numbers", "By The Numbers\n\n", told{Title: "By The Numbers"}},
		{"dateline first", "3 May 2021\n\n" + title + "\n\nAnna Lupo\n\n", told{title, "Anna Lupo", "", "2021-05-03"}},
		{"dateline with place and hour", title + "\n\nGdańsk, 3 May 2021 14:35\n\n", told{title, "", "", "2021-05-03"}},
		{"dateline, day first", title + "\n\n23.05.2021\n\n", told{title, "", "", "2021-05-23"}},
		{"published on", title + "\n\nPublished on 3 May 2021\n\n", told{title, "", "", "2021-05-03"}},
		{"updated", title + "\n\nUpdated 3 May 2021\n\n", told{Title: title}},
		{"a month is neither dateline nor title", "May 1921\n\n", told{}},
		{"originally published in", "Originally published in the [Harbour Quarterly](#)\n\n" + title + "\n\n", told{title, "", "Harbour Quarterly", ""}},
		{"first published with a date", "First published in *Harbour Quarterly*, 3 May 2021.\n\n" + title + "\n\n", told{title, "", "Harbour Quarterly", ""}},
		{"this article was", title + "\n\nThis article was originally published by Harbour Quarterly.\n\n", told{title, "", "Harbour Quarterly", ""}},
		{"published in a language", title + "\n\nOriginally published in Polish.\n\n", told{Title: title}},
		{"published in no name", title + "\n\nFirst published in an edited volume.\n\n", told{Title: title}},
		{"source", title + "\n\nSource: Harbour Quarterly\n\n", told{title, "", "Harbour Quarterly", ""}},
		{"labels", "Title: " + title + "\nAuthor: Anna Lupo\nDate: 3 May 2021\nSource: Harbour Quarterly\nTags: ferries\n\n", told{title, "Anna Lupo", "Harbour Quarterly", "2021-05-03"}},
		{"labels, dates and names below", "Headline: " + title + "\nAnna Lupo\n\n", told{Title: title, Author: "Anna Lupo"}},
		{"caption first", "Photo: Anna Lupo / Harbour Quarterly\n", told{}},
		{"caption of two sentences", "Carlo Rossi. Photo: harbour.test\n", told{}},
		{"caption in another script", "Карло Росси. Фото: harbour.test\n\n" + title + "\n\n", told{Title: title}},
		{"caption, then title", "© Anna Lupo\n\n" + title + "\n\n", told{Title: title}},
		{"address", "https://harbour.test/1\n\n" + title + "\n\n", told{Title: title}},
		{"Markdown", "# " + title + "\n\n*By Anna Lupo*\n\n", told{Title: title, Author: "Anna Lupo"}},
		{"Markdown, bold", "**" + title + "**\n\n_Anna Lupo_\n\n", told{Title: title, Author: "Anna Lupo"}},
		{"Markdown, underlined", title + "\n=====\n\n", told{Title: title}},
		{"Markdown section", "# " + title + "\n\n## Background\n\n", told{Title: title}},
		{"kicker", "ANALYSIS\n\n" + title + "\n\nAnna Lupo\n\n", told{Title: title, Author: "Anna Lupo"}},
		{"kicker of two words", "Press Review\n\n" + title + "\n\n", told{Title: title}},
		{"kicker alone", "Introduction\n\n", told{}},
		{"press release", title + "\n\nPress Release\n\n", told{Title: title}},
		{"place", title + "\n\nNew York\n\n", told{Title: title}},
		{"section in title case", title + "\n\nExecutive Summary\n\n", told{Title: title}},
		{"section of the text's own words", title + "\n\nHarbours Running\n\n", told{Title: title}},
		{"body", title + "\n\nHarbour Institute\n\n", told{Title: title}},
		{"known state", title + "\n\nJungtinės Amerikos Valstijos\n\n", told{Title: title}},
		{"news desk", title + "\n\nBBC News\n\n", told{Title: title}},
		{"abstract nouns", title + "\n\nStubborn Negotiations\n\n", told{Title: title}},
		{"capitals", title + "\n\nFERRY STRIKE\n\n", told{Title: title}},
		{"single letter", title + "\n\nPlan B\n\n", told{Title: title}},
		{"two names", title + "\n\nAnna Lupo\n\nCarlo Rossi\n\n", told{Title: title}},
		{"name not right below", title + "\n\nA year without ships\n\nAnna Lupo\n\n", told{Title: title}},
		{"office below the name", title + "\n\nAnna Lupo\nHead of research, Harbour Quarterly\n\n", told{Title: title, Author: "Anna Lupo"}},
		{"name as title", "Anna Lupo\n\n", told{Title: "Anna Lupo"}},
		{"name over the title", "Anna Lupo\n\nThe captain who stayed\n\n", told{Title: "Anna Lupo"}},
		{"list", "- ferries\n- harbours\n\n", told{}},
		{"sentence", "The ferries stopped on a Monday morning.\n\n", told{}},
		{"Lithuanian", "Kodėl sustojo keltai\n\nAutorius: Jonas Petraitis\n2021 m. gegužės 3 d.\nŠaltinis: Uosto žinios\n\n", told{"Kodėl sustojo keltai", "Jonas Petraitis", "Uosto žinios", "2021-05-03"}},
		{"Polish", "3 maja 2021\n\nDlaczego promy stanęły\n\nAutor: Jan Łoś\nŹródło: Kurier Portowy\n\n", told{"Dlaczego promy stanęły", "Jan Łoś", "Kurier Portowy", "2021-05-03"}},
		{"Russian", "3 мая 2021 года\n\nПочему встали паромы\n\nАвтор: Иван Портнов\nИсточник: Вестник порта\n\n", told{"Почему встали паромы", "Иван Портнов", "Вестник порта", "2021-05-03"}},
		{"Russian, name below", "Почему встали паромы\n\nИван Портнов\n\n", told{Title: "Почему встали паромы", Author: "Иван Портнов"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := inspect(t, "a.md", test.head+prose+"\n"+prose, noDate)
			if diff := cmp.Diff(test.want, toldBy(d)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestTextsWithoutAHead(t *testing.T) {
	for name, text := range map[string]string{
		"poem":          "The ferry waits\nThe water too\nA gull goes by\nand so do you\n\nThe rope is wet\nThe bell is slow\n",
		"long poem":     strings.Repeat("The ferry waits\nThe water too\n\n", 20),
		"list":          "Anna Lupo\nCarlo Rossi\nIvan Portnov\n",
		"one line":      "Anna Lupo",
		"short verse":   "The Ferry Waits\nIt waits for us upon the shore.\n",
		"hard-wrapped":  "The ferry between the two harbours has\nstopped running since the strike and it\nis not known when the boats will start\nto run again, as the captain of one of\nthem told the people on the quay.\n",
		"dialogue":      "Anna Lupo: Where are the boats that used to run?\n",
		"salutation":    "Dear friends of the ferry between harbours,\n\n" + prose,
		"only a number": "12\n\n" + prose,
	} {
		t.Run(name, func(t *testing.T) {
			got := toldBy(inspect(t, "a.txt", text, noDate))
			if name == "only a number" { // a page's number may be taken for a title, and hurts nobody
				got.Title = ""
			}
			if diff := cmp.Diff(told{}, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestSignature(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       told
	}{
		{"below the title and signed", "Why the ferries stopped\n\nNew ways of crossing\n\nAnna Lupo\n\n" + prose + "\nAnna Lupo\n\nHead of research\n",
			told{Title: "Why the ferries stopped", Author: "Anna Lupo"}},
		{"first and signed", "Anna Lupo\n\nWhy the ferries stopped\n\n" + prose + "\nAnna Lupo\n", told{Title: "Why the ferries stopped", Author: "Anna Lupo"}},
		{"first and signed, no title", "Anna Lupo\n\n" + prose + "\nAnna Lupo\n", told{Author: "Anna Lupo"}},
		{"two names, one signed", "Why the ferries stopped\n\nAnna Lupo\n\nCarlo Rossi\n\n" + prose + "\nCarlo Rossi\n", told{Title: "Why the ferries stopped"}},
		{"the name alone at the end", "Why the ferries stopped\n\n" + prose + "\nAnna Lupo\n", told{Title: "Why the ferries stopped"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, toldBy(inspect(t, "a.txt", test.text, noDate))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestLanguage(t *testing.T) {
	for want, text := range map[string]string{
		"en": strings.Repeat(prose, 3),
		"lt": "Keltas tarp dviejų uostų nustojo plaukioti, ir niekas nepasakė, kada jis vėl pradės. Žmonės laukia krantinėje ir klausia kapitono.",
		"pl": "Prom między dwoma portami przestał kursować i nikt nie powiedział, kiedy znowu ruszy. Ludzie czekają na nabrzeżu i pytają kapitana.",
		"ru": "Паром между двумя гаванями перестал ходить, и никто не сказал, когда он снова пойдёт. Люди ждут на причале и спрашивают капитана. Каждый день сюда приходят грузовики, но выехать отсюда они пока не могут, потому что дорога через границу закрыта. Министр заявил, что решение будет принято на следующей неделе после переговоров с представителями соседней страны. По его словам, перевозчики уже потеряли значительные средства, и правительство рассматривает возможность компенсации.",
		"":   "12.",
	} {
		if got := inspect(t, "a.txt", text, noDate).Language; got != want {
			t.Errorf("%.20q: %q, want %q", text, got, want)
		}
	}
}

func TestSources(t *testing.T) {
	root, err := filepath.Abs("../../../shared/dossier")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(root); err != nil {
		t.Skip("the source texts are not here")
	}
	f := open(t, root)
	for prefix, want := range map[string]struct {
		told
		basis, why string
	}{
		"000_": {told{"How Lithuania views the prospect of improving relations with Belarus", "Tomasz Zduńczyk", "", "2026-06/2026-10"}, "inferred", "the text tells of June 2026 as past and of November this year as to come"},
		"001_": {told{"The End of Lithuania's Cautious Friendship with Belarus", "Kinga Raś", "", ""}, "", ""},
		"002_": {told{"Belarus Offers Reset of Bilateral Relations to Lithuania", "Yauheni Preiherman", "Eurasia Daily Monitor", "2024-10-03"}, "stated", "dateline 03.10.2024, day first"},
		"003_": {told{"", "", "", "2025-11-26/2026-01-31"}, "inferred", "the text tells of November 26, 2025 as past and of February 2026 as to come"},
		"004_": {told{}, "", ""},
	} {
		for _, id := range ids(f) {
			if !strings.HasPrefix(id, prefix) {
				continue
			}
			d, err := f.Read(t.Context(), id)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want.told, toldBy(d)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", id, diff)
			}
			if got := string(d.Published.Basis); got != want.basis || d.Published.Why != want.why {
				t.Errorf("%s: %s, %q; want %s, %q", id, got, d.Published.Why, want.basis, want.why)
			}
		}
	}
}
