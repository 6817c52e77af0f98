package discord_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"dossierbot/bot/discord"
	"dossierbot/bot/discord/standin"
	"dossierbot/corpus/intake"
	"dossierbot/handlers"
	"dossierbot/handlers/store"
	"dossierbot/index"
)

// posted sends the parts of a digest to a stand-in, which holds each against
// Discord's rules, and gives the message and those of its thread.
func posted(t *testing.T, r handlers.DigestReply, s store.Subscription) (first standin.Message, thread string, replies []standin.Message) {
	t.Helper()
	parts, err := discord.DigestParts(r, s)
	if err != nil {
		t.Fatal(err)
	}
	server, c := channels(t, roomy)
	message := ""
	for n, p := range parts {
		nonce := fmt.Sprintf("n%d", n)
		switch {
		case n == 0 && p.Kind == store.Post:
			message, err = c.Post(t.Context(), standin.ChannelID, p.Body, nonce)
		case n == 1 && p.Kind == store.Thread:
			thread = string(p.Body)
			err = c.StartThread(t.Context(), standin.ChannelID, message, thread)
		case n > 1 && p.Kind == store.Reply:
			_, err = c.Post(t.Context(), message, p.Body, nonce)
		default:
			t.Fatalf("part %d is a %s", n+1, p.Kind)
		}
		if err != nil {
			t.Fatalf("part %d: %v\n%s", n+1, err, p.Body)
		}
	}
	return server.Messages(standin.ChannelID)[0], thread, server.Messages(message)
}

var (
	quoteMark = regexp.MustCompile(`(?m)^> ?`)
	styleMark = regexp.MustCompile(`\\.|\*\*|_|\x{200B}`)
)

// asWritten is a text as a reader of Discord sees it: without marks of style and
// quotation, and with all white space alike.
func asWritten(text string) string {
	text = styleMark.ReplaceAllStringFunc(quoteMark.ReplaceAllString(text, ""), func(m string) string {
		if m[0] == '\\' {
			return m[1:]
		}
		return ""
	})
	return strings.Join(strings.Fields(text), " ")
}

// living is the dossier in testdata as it changes: its folder, and a store that
// has recorded its states.
type living struct {
	dir   string
	store *store.Store
	*handlers.Handlers
}

func newLiving(t *testing.T) *living {
	t.Helper()
	s, err := store.Open(t.Context(), store.Options{Dir: t.TempDir(), Log: quiet, Now: func() time.Time { return today }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	l := &living{dir: t.TempDir(), store: s}
	if err := os.CopyFS(l.dir, os.DirFS(filepath.Join("testdata", "dossier"))); err != nil {
		t.Fatal(err)
	}
	l.read(t)
	return l
}

// change writes files, or takes out those whose text is empty, and records the
// new state.
func (l *living) change(t *testing.T, files ...string) {
	t.Helper()
	for i := 0; i < len(files); i += 2 {
		path := filepath.Join(l.dir, files[i])
		err := os.WriteFile(path, []byte(files[i+1]), 0o600)
		if files[i+1] == "" {
			err = os.Remove(path)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	l.read(t)
}

// replaced is a file with one text in place of another.
func (l *living) replaced(t *testing.T, name, old, new string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(l.dir, name))
	if err != nil || !strings.Contains(string(text), old) {
		t.Fatalf("%s: %v, or it does not hold %q", name, err, old)
	}
	return strings.ReplaceAll(string(text), old, new)
}

func (l *living) read(t *testing.T) {
	t.Helper()
	ctx := t.Context()
	folder, err := intake.Open(ctx, l.dir, intake.Options{Log: quiet})
	if err != nil {
		t.Fatal(err)
	}
	x, err := index.Open(ctx, folder, index.Options{Log: quiet})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	if l.Handlers, err = handlers.New(ctx, handlers.Options{Folder: folder, Index: x, Now: func() time.Time { return today }}); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Record(ctx, l.store, "test"); err != nil {
		t.Fatal(err)
	}
}

// sinceFirst is what changed since the first state.
func (l *living) sinceFirst(t *testing.T) handlers.DigestReply {
	t.Helper()
	r, err := l.Digest(t.Context(), l.store, handlers.DigestRequest{Since: "#1"})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

const fogHorn = "\"The fog horn sounds at _six_ and at *ten*,\" Aino Lindqvist said on 30 January 2026. Mira Okafor said on 29 January 2026 that the quays would wait.\n"

// changedInAllWays is a dossier of which documents came, were revised, moved and
// withdrawn, and in which somebody stands elsewhere.
func changedInAllWays(t *testing.T) *living {
	t.Helper()
	l := newLiving(t)
	timetable, err := os.ReadFile(filepath.Join(l.dir, "timetable.txt"))
	if err != nil {
		t.Fatal(err)
	}
	l.change(t,
		"fog.md", "---\ntitle: The fog horn\nsource: Harbour Gazette\npublished: 2026-01-31\nurl: https://gazette.example/fog\n---\n"+fogHorn,
		"old.md", "---\ntitle: An old leaflet\nsource: Island Post\npublished: 2019-02\n---\nMira Okafor said in February 2019 that she would take the ferry.\n",
		"budget.txt", l.replaced(t, "budget.txt", "New quays are cheaper than old ones", "New quays are dearer than new schools"),
		"undated.txt", "", // and its entry
		"timetable.txt", "", "winter.txt", string(timetable),
		"dossier.yaml", strings.Replace(l.replaced(t, "dossier.yaml", "path: timetable.txt", "path: winter.txt"), "  - path: undated.txt\n    title: Leaflet of the passengers\n    language: en\n", "", 1),
		"actors.yaml", l.replaced(t, "actors.yaml", "stance: against", "stance: conditional"),
	)
	return l
}

func TestDigestInOneMessage(t *testing.T) {
	t.Parallel()
	r := changedInAllWays(t).sinceFirst(t)
	first, thread, _ := posted(t, r, store.Subscription{Language: "en"})
	if thread != "" {
		t.Errorf("a thread %q for a digest that fits a message", thread)
	}
	checkText(t, standin.Reply{Text: first.Text},
		"**The ferries of Vellamo — "+r.Headline+"**", r.To.At.UTC().Format("2 Jan 2006"), r.To.Revision,
		"**New**: “The fog horn”, Harbour Gazette, 31 Jan 2026 [↗](<https://gazette.example/fog>)",
		"Aino Lindqvist, Mira Okafor",
		"**Aino Lindqvist**, mayor, Vellamo Town — 30 Jan 2026\n> ",
		"**Mira Okafor**, minister of transport of Vellamo — 29 Jan 2026 · reported by Harbour Gazette\n> Mira Okafor said",
		"**New here, but old**: “An old leaflet”, Island Post, Feb 2019",
		"**Revised**: “A budget for the quays”, Harbour Gazette, Mar 2025", " words changed",
		"**Withdrawn**: “Leaflet of the passengers”, date unknown",
		"**Position**: Mira Okafor · Fares: **against → conditional**", "Wants no higher fares", "Nov 2025 · our note · strike.txt",
		"Moved: “Winter timetable dispute”",
	)
	for _, d := range r.Documents {
		for _, s := range d.Statements {
			if !strings.Contains(asWritten(first.Text), strings.Join(strings.Fields(s.Text), " ")) {
				t.Errorf("the statement does not stand there word for word: %q", s.Text)
			}
		}
	}
}

func TestDigestInOtherLanguages(t *testing.T) {
	t.Parallel()
	r := changedInAllWays(t).sinceFirst(t)
	day := r.To.At.UTC().Format(time.DateOnly)
	for language, want := range map[string][]string{
		"lt": {"**The ferries of Vellamo — 1 naujas dokumentas, 1 įtrauktas senas dokumentas, 1 pakeistas, 1 pašalintas, 1 pasikeitusi pozicija, 1 perkeltas**", day,
			"**Nauja**: “The fog horn”, Harbour Gazette, 2026-01-31", "— 2026-01-29 · atpasakota: Harbour Gazette\n", "**Nauja čia, bet sena**", "2019-02", "data nežinoma", "**Pozicija**", "**prieš → su sąlygomis**", "mūsų pastaba"},
		"pl": {"1 nowy dokument, 1 dodany stary dokument, 1 zmieniony, 1 wycofany, 1 zmienione stanowisko, 1 przeniesiony", "**Nowe**", "w relacji: Harbour Gazette", "data nieznana", "**przeciw → warunkowo**"},
		"ru": {"1 новый документ, 1 добавленный старый документ, 1 изменён, 1 изъят, 1 изменённая позиция, 1 перемещён", "**Новое**", "в пересказе: Harbour Gazette", "дата неизвестна", "**против → с условиями**"},
		"uk": {"1 новий документ, 1 доданий старий документ, 1 змінено, 1 вилучено, 1 змінена позиція, 1 переміщено", "**Нове**", "у переказі: Harbour Gazette", "дата невідома", "**проти → з умовами**"},
		"xx": {"**New**"}, // a language that is none
	} {
		first, _, _ := posted(t, r, store.Subscription{Language: language})
		checkText(t, standin.Reply{Text: first.Text}, want...)
		ours := regexp.MustCompile(`(?m)^>.*$`).ReplaceAllString(first.Text, "")
		if language != "xx" && regexp.MustCompile(`\d (Jan|Feb|Mar|Nov)|reported by|our note|unknown`).MatchString(ours) {
			t.Errorf("%s: English words of ours:\n%s", language, first.Text)
		}
		for _, s := range r.Documents[0].Statements {
			if !strings.Contains(asWritten(first.Text), strings.Join(strings.Fields(s.Text), " ")) {
				t.Errorf("%s: the statement does not stand there word for word: %q", language, s.Text)
			}
		}
	}
}

func TestCountsInOtherLanguages(t *testing.T) {
	for _, c := range []struct {
		n                  int
		en, lt, pl, ru, uk string
	}{
		{1, "1 new document", "1 naujas dokumentas", "1 nowy dokument", "1 новый документ", "1 новий документ"},
		{2, "2 new documents", "2 nauji dokumentai", "2 nowe dokumenty", "2 новых документа", "2 нові документи"},
		{5, "5 new documents", "5 nauji dokumentai", "5 nowych dokumentów", "5 новых документов", "5 нових документів"},
		{10, "10 new documents", "10 naujų dokumentų", "10 nowych dokumentów", "10 новых документов", "10 нових документів"},
		{11, "11 new documents", "11 naujų dokumentų", "11 nowych dokumentów", "11 новых документов", "11 нових документів"},
		{21, "21 new documents", "21 naujas dokumentas", "21 nowych dokumentów", "21 новый документ", "21 новий документ"},
		{22, "22 new documents", "22 nauji dokumentai", "22 nowe dokumenty", "22 новых документа", "22 нові документи"},
		{112, "112 new documents", "112 naujų dokumentų", "112 nowych dokumentów", "112 новых документов", "112 нових документів"},
	} {
		for language, want := range map[string]string{"en": c.en, "lt": c.lt, "pl": c.pl, "ru": c.ru, "uk": c.uk} {
			counts := handlers.DigestCounts{Added: c.n}
			first, _, _ := posted(t, handlers.DigestReply{Counts: counts, Headline: counts.Headline()}, store.Subscription{Language: language})
			if !strings.HasPrefix(first.Text, "**"+want+"**") {
				t.Errorf("%d in %s: %q, want %q", c.n, language, first.Text, want)
			}
		}
	}
}

// A digest is dated by the day where it is read.
// TestDigestOfCorrections holds that who said something and when is told as it
// was and as it is, and what is known only by a document's date as no more than
// that.
func TestDigestOfCorrections(t *testing.T) {
	t.Parallel()
	l := newLiving(t)
	l.change(t, "fog.md", "---\ntitle: The fog horn\nsource: Harbour Gazette\npublished: 2026-01-30/2026-01-31\n---\n"+
		"Mira Okafor said that the horn was loud enough. Aino Lindqvist said on 29 January 2026 that nobody had heard it.\n")
	first, _, _ := posted(t, l.sinceFirst(t), store.Subscription{Language: "lt"})
	checkText(t, standin.Reply{Text: first.Text}, "— ne vėliau kaip 2026-01-31 · atpasakota", "— 2026-01-29 · atpasakota")
	before := l.sinceFirst(t).To.Number
	l.change(t, "corrections.yaml", "corrections:\n"+
		"  - {document: fog.md, quote: that the horn was loud, speaker: aino-lindqvist, reason: misheard}\n"+
		"  - {document: fog.md, quote: that nobody had heard, said: 2026-01-28, reason: a misprint}\n")
	r, err := l.Digest(t.Context(), l.store, handlers.DigestRequest{From: before})
	if err != nil {
		t.Fatal(err)
	}
	for language, want := range map[string][]string{
		"en": {"-# statements told otherwise: speaker: Mira Okafor → Aino Lindqvist\n**Aino Lindqvist**", "-# statements told otherwise: when said: 29 Jan 2026 → 28 Jan 2026\n"},
		"lt": {": kalbėtojas: Mira Okafor → Aino Lindqvist\n", ": kada pasakyta: 2026-01-29 → 2026-01-28\n"},
	} {
		first, _, _ := posted(t, r, store.Subscription{Language: language})
		checkText(t, standin.Reply{Text: first.Text}, want...)
	}
}

func TestDigestIsDatedByItsZone(t *testing.T) {
	r := handlers.DigestReply{Headline: "1 revised", To: handlers.RevisionEntry{At: time.Date(2026, time.July, 20, 22, 30, 0, 0, time.UTC)}}
	for zone, want := range map[string]string{"": "20 Jul 2026", "Europe/Vilnius": "21 Jul 2026"} {
		first, _, _ := posted(t, r, store.Subscription{Schedule: store.Schedule{Every: store.Daily, Zone: zone}})
		checkText(t, standin.Reply{Text: first.Text}, want)
	}
}
