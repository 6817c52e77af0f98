package discord

import (
	"strconv"
	"strings"

	"github.com/bwmarrin/discordgo"

	"dossierbot/corpus"
)

// idSeparator stands between the parts of a button's id: what it does, and
// what it does that to.
const idSeparator = ":"

// What buttons and menus do. Those that carry all that they need still work
// after a restart; those that carry the key of a remembered question do not.
const (
	doContext  = "context"  // a passage's key
	doCite     = "cite"     // a passage's key
	doMore     = "more"     // a question's key, an offset
	doNewest   = "newest"   // a question's key
	doMentions = "mentions" // a question's key
	doTime     = "time"     // a question's key, what its time is about
	doAllTime  = "alltime"  // a question's key
	doAgain    = "again"    // a question's key; opens a form, whose id is the same
	doShare    = "share"    // a question's key
	doPick     = "pick"     // a question's key, who is meant; the value is an actor's id
	doActor    = "actor"    // an actor's id, an offset, a topic's id or none, the day of the card or none
	doEvidence = "evidence" // an actor's id, an offset, a topic's id
	doTimeline = "timeline" // an actor's id, an offset, none, the time asked for or none
	doHistory  = "history"  // the same of a topic's id
	doLine     = "line"     // none, none, none, the time or none; the value is the actor's id
	doCompare  = "compare"  // two actors' ids with a comma between, an offset, a topic's id or none, the day or none
	doTopic    = "topic"    // a topic's id, an offset, none, the day or none
	doTopics   = "topics"   // none, a page, none, the day or none
	doStance   = "stance"   // none, none, none, the day or none; the value is a topic's id
	doActors   = "actors"   // an offset
	doCard     = "card"     // none, none, a topic's id or none, the day or none; the value is an actor's id
	doSources  = "sources"  // an offset
	doAskOf    = "askof"    // a document's key; opens a form, whose id is the same
	doChanged  = "changed"  // a document's key, an offset, two revisions' numbers with a dash between, a language
	doTold     = "told"     // an offset
	doExport   = "export"   // the whole id of a button that leads to what is exported: of doMore, doActor, doTimeline or doHistory
)

// Who is meant in a question with an ambiguous name.
const (
	pickSpeaker   = "speaker"
	pickMentioned = "mentioned"
)

// press is what a button or menu was made to do.
type press struct {
	do   string
	on   string // a key or an actor's id
	what string // a topic's id, who is meant, what a time is about, or two revisions
	when string // a date, or a language
	from int    // offset
	take bool   // export what that leads to
}

// pressOf reads the id of a button. What it does not know it leaves empty:
// ids come back from messages of older versions too.
func pressOf(id string) press {
	if of, ok := strings.CutPrefix(id, doExport+idSeparator); ok {
		p := pressOf(of)
		p.take = true
		return p
	}
	parts := append(strings.Split(id, idSeparator), "", "", "", "")
	p := press{do: parts[0]}
	switch p.do {
	case doSources, doActors, doTold:
		p.from = number(parts[1])
	case doMore:
		p.on, p.from = parts[1], number(parts[2])
	case doActor, doEvidence, doTimeline, doHistory, doCompare, doTopic, doTopics, doCard, doLine, doStance, doChanged:
		p.on, p.from, p.what, p.when = unescaped.Replace(parts[1]), number(parts[2]), unescaped.Replace(parts[3]), parts[4]
	case doPick, doTime:
		p.on, p.what = parts[1], parts[2]
	default:
		p.on = parts[1]
	}
	return p
}

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 {
		return 0
	}
	return n
}

// placed are the parts of the id of a button or menu that leads to a place of a
// card, timeline, comparison or topic. All are written, empty ones too: behind them
// may stand the number that makes an id unique.
func placed(do, on string, from int, what string, when corpus.Date) []string {
	return []string{do, escaped.Replace(on), strconv.Itoa(from), escaped.Replace(what), when.String()}
}

// Names that stand in an id may hold what parts it.
var (
	escaped   = strings.NewReplacer("%", "%25", idSeparator, "%3A")
	unescaped = strings.NewReplacer("%25", "%", "%3A", idSeparator)
)

// button is a button that does something; ok is false where its id would be
// longer than Discord allows.
func button(label, do string, parts ...string) (b discordgo.Button, ok bool) {
	id := strings.Join(append([]string{do}, parts...), idSeparator)
	b = discordgo.Button{Label: label, Style: discordgo.SecondaryButton, CustomID: id}
	return b, len(id) <= maxCustomID-len(idSeparator)-3 // and the number that makes it unique
}

// linked is a label with what the button does and does it to.
type linked struct {
	label string
	parts []string
}

// buttons are those buttons whose ids Discord allows.
func buttons(all ...linked) []discordgo.Button {
	var out []discordgo.Button
	for _, l := range all {
		if b, ok := button(l.label, l.parts[0], l.parts[1:]...); ok {
			out = append(out, b)
		}
	}
	return out
}
