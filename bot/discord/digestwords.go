package discord

import (
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"dossierbot/corpus"
	"dossierbot/handlers"
)

// tongue is our own words in a digest in one language. What documents, editors
// and names say stays as it is.
type tongue struct {
	tag  language.Tag
	name string // of the language, in itself

	// How much there is of what; empty in English, where the reply has it.
	added, old, undated, revised, withdrawn, positions, unread, links, slips, moved counted

	// What became of a document or position.
	isAdded, isOld, isUndated, isRevised, isMovedRevised, isWithdrawn, isMoved, isLink, isPosition string

	dateUnknown, uncertain, inferred, by  string // by: then or before
	ourNoteOn, ourNote, ourWords          string
	reportedBy, partly, theDocument       string
	speakerUnknown                        string
	mentions, inIt, alsoIn, earlier       string
	was, is                               string // before and after
	more, continued, inThread, cannotRead string
	moreThere                             string // of a number: in the same document

	// What changed in a text, each before a number or an enumeration.
	wordsOf                                              string // of two numbers
	newStatements, goneStatements, otherwise, otherPlace string

	stances map[corpus.Stance]string
	fields  map[string]string // of what is known of a document

	ask, whatChanged, card string // buttons
	unlisted               string // of a number and of what tells more
	only                   string // before what a digest is limited to
}

// counted is a phrase with a number, in the forms that the languages of this
// bot have of it for whole numbers: of 1, of a few, and of all others.
type counted struct{ one, few, rest string }

// count is a phrase with its number.
func (l tongue) count(n int, c counted) string {
	form := c.rest
	switch plural.Cardinal.MatchPlural(l.tag, n, 0, 0, 0, 0) {
	case plural.One:
		form = c.one
	case plural.Few:
		form = c.few
	}
	return fmt.Sprintf(form, n)
}

// tongueOf is the one that a subscription asks for; English where there is no
// such.
func tongueOf(name string) tongue {
	for _, l := range tongues() {
		if l.tag.String() == name {
			return l
		}
	}
	return english
}

// headline is how much changed, as the reply says it in English.
func (l tongue) headline(r handlers.DigestReply) string {
	if l.tag == language.English {
		return r.Headline
	}
	var parts []string
	for _, of := range []struct {
		n int
		c counted
	}{
		{r.Counts.Added - r.Counts.Old - r.Counts.Undated, l.added},
		{r.Counts.Old, l.old}, {r.Counts.Undated, l.undated}, {r.Counts.Revised, l.revised}, {r.Counts.Withdrawn, l.withdrawn},
		{r.Counts.Positions, l.positions}, {r.Counts.Unread, l.unread},
		{r.Counts.Links, l.links}, {r.Counts.Slips, l.slips}, {r.Counts.Moved, l.moved},
	} {
		if of.n > 0 {
			parts = append(parts, l.count(of.n, of.c))
		}
	}
	return strings.Join(parts, ", ")
}

// label says what became of a document.
func (l tongue) label(d handlers.DocumentChange) string {
	switch {
	case l.tag == language.English && d.Label != "":
		return d.Label
	case d.Change == corpus.Added && d.Old:
		return l.isOld
	case d.Change == corpus.Added && !d.Published.Known():
		return l.isUndated
	case d.Change == corpus.Added:
		return l.isAdded
	case d.Change == corpus.Withdrawn:
		return l.isWithdrawn
	case onlyLink(d):
		return l.isLink
	case d.Change == corpus.Moved:
		return l.isMoved
	case d.From != "":
		return l.isMovedRevised
	}
	return l.isRevised
}

// date is a date as it is known: as English has it, or else as ISO writes it.
func (l tongue) date(d corpus.Date) string {
	if l.tag == language.English {
		return d.Human()
	}
	if !d.Known() {
		return l.dateUnknown
	}
	text := withoutMarks.Replace(d.String())
	var notes []string
	if d.Approximate {
		text = "~" + text
	}
	if d.Uncertain {
		notes = append(notes, l.uncertain)
	}
	if d.Basis == corpus.Inferred {
		notes = append(notes, l.inferred)
	}
	if len(notes) > 0 {
		text += " (" + strings.Join(notes, ", ") + ")"
	}
	return text
}

// withoutMarks takes EDTF's marks of doubt out of a date: few know them.
var withoutMarks = strings.NewReplacer("~", "", "?", "", "%", "")

// when is when something was said; english is how English has it.
func (l tongue) when(english string, said corpus.Date, latest bool) string {
	switch {
	case l.tag == language.English && english != "":
		return english
	case latest && said.Closed():
		return l.by + " " + l.date(said.LastPeriod())
	}
	return l.date(said)
}

// where names a document: title, publisher and date.
func (l tongue) where(a handlers.About) string {
	name := title(a.Title, a.Document)
	if a.Form == corpus.Note {
		name = l.ourNoteOn + " " + name
	}
	if a.Source != "" {
		name += ", " + line(string(a.Source), textOfName)
	}
	return name + ", " + l.date(a.Published)
}

// also names the other documents with the same words; empty where there is
// none.
func (l tongue) also(others []handlers.AlsoIn) string {
	if names := otherNames(others, l.more); names != "" {
		return "-# " + l.alsoIn + " " + names
	}
	return ""
}

// paraphrase says whose words a statement is in where they are not all the
// speaker's own.
func (l tongue) paraphrase(a handlers.About, kind corpus.Kind) string {
	if kind == corpus.Direct || kind == "" {
		return ""
	}
	text := l.reportedBy
	if a.Form == corpus.Note {
		text = l.ourWords
	}
	if kind == corpus.Mixed {
		text = l.partly + " " + text
	}
	if a.Form == corpus.Note {
		return " · " + text
	}
	for _, who := range []handlers.Optional{a.Author, a.Source} {
		if who != "" {
			return " · " + text + " " + line(string(who), textOfName)
		}
	}
	return " · " + text + " " + l.theDocument
}

// speaker says who speaks and in what office.
func (l tongue) speaker(name, office string) string {
	if name == "" {
		return "**" + l.speakerUnknown + "**"
	}
	who := "**" + line(name, textOfName) + "**"
	if office != "" {
		who += ", " + line(office, textOfName)
	}
	return who
}

// stance is where somebody stands in a word; a dash where nowhere.
func (l tongue) stance(p *handlers.PositionThen) string {
	switch {
	case p == nil:
		return "—"
	case l.stances[p.Stance] != "":
		return l.stances[p.Stance]
	}
	return p.Stance.Text()
}

// numbered are labels with a number behind each, but for those of nothing.
func numbered(all ...numberOf) []string {
	var out []string
	for _, of := range all {
		if of.n > 0 {
			out = append(out, of.what+": "+strconv.Itoa(of.n))
		}
	}
	return out
}

type numberOf struct {
	what string
	n    int
}
