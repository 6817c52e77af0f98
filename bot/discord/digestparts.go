package discord

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/bwmarrin/discordgo"

	"dossierbot/corpus"
	"dossierbot/handlers"
	"dossierbot/handlers/store"
)

// How many messages of a digest's thread tell what changed, and how many then
// only name it: our choice, so that a thousand new documents can be looked
// through.
const (
	maxWhole  = 10
	maxTitles = 3
)

// DigestParts renders a digest for a subscription as what is sent: a message,
// and where not all fits it, a thread under it with the rest. The language and
// the days are those of the subscription.
func DigestParts(r handlers.DigestReply, s store.Subscription) ([]store.Part, error) {
	m := tongueOf(s.Language).digest(r, s.Schedule.Location(), "")
	first, err := bodyOf(m.first.parts)
	if err != nil || len(m.thread) == 0 {
		return []store.Part{{Kind: store.Post, Body: first}}, err
	}
	parts := []store.Part{{Kind: store.Post, Body: first}, {Kind: store.Thread, Body: []byte(m.name)}}
	for _, components := range m.thread {
		body, err := bodyOf(components)
		if err != nil {
			return nil, err
		}
		parts = append(parts, store.Part{Kind: store.Reply, Body: body})
	}
	return parts, nil
}

// bodyOf is the JSON of a message with these components.
func bodyOf(components []discordgo.MessageComponent) ([]byte, error) {
	body, err := discordgo.Marshal(messageData{
		Flags:      discordgo.MessageFlagsIsComponentsV2,
		Components: []discordgo.MessageComponent{discordgo.Container{Components: components}},
		Mentions:   mentions{Parse: []string{}},
	})
	if err != nil {
		return nil, fmt.Errorf("write a message of a digest: %w", err)
	}
	return body, nil
}

// digestMessages are the messages of a digest.
type digestMessages struct {
	first  *builder
	name   string // of the thread
	thread [][]discordgo.MessageComponent
}

// digest renders what changed. All of it stands in one message where it fits
// that; else the message says what there is, and the thread tells it. What is
// above stands before all of it.
func (l tongue) digest(r handlers.DigestReply, zone *time.Location, above string) digestMessages {
	year, month, day := r.To.At.In(zone).Date()
	date := l.date(corpus.Day(year, month, day))
	heading := l.headline(r)
	if heading == "" {
		heading = line(r.Answer, textOfReading)
	}
	b := newBuilder()
	m := digestMessages{first: b, name: cut(date+" · "+heading, maxThreadName)}
	if r.Title != "" {
		heading = line(r.Title, textOfTitle) + " — " + heading
	}
	heading = "**" + heading + "**\n-# " + date + " · " + r.To.Revision
	if len(r.FilterNames) > 0 { // or it would be taken for all that changed
		var names []string
		for _, name := range r.FilterNames {
			names = append(names, line(name, textOfNote))
		}
		heading += "\n-# " + l.only + " " + upTo(names, ", ", l.more, textOfAside)
	}
	beneath := l.aside(r)

	items := l.items(r)
	b.say(above)
	b.say(heading)
	b.say(l.warnings(r))
	if whole := packed(nil, chunksOf(items)); len(whole) <= 1 && r.More == 0 && (len(whole) == 0 || b.holds(whole[0], units(beneath))) {
		for _, page := range whole {
			b.chunks(page)
		}
		b.rule()
		b.say(beneath)
		return m
	}
	b.rule()
	var lines []string
	for _, it := range items {
		lines = append(lines, "- "+it.line)
	}
	beneath = paragraphs(l.voices(r), beneath, "-# "+l.inThread)
	b.say(upTo(lines, "\n", "-# "+l.more, b.room()-units(beneath)-textOfNote))
	b.say(beneath)
	m.thread = l.thread(r, items)
	return m
}

// thread are the messages beneath the first: items whole, then by name alone,
// and then how many more there are.
func (l tongue) thread(r handlers.DigestReply, items []item) [][]discordgo.MessageComponent {
	var pages [][]chunk
	named := 0
	for named < len(items) {
		next := packed(pages, items[named].chunks)
		if len(next) > maxWhole {
			break
		}
		pages = next
		named++
	}
	for n := 0; n < maxTitles && named < len(items); n++ {
		text := "- " + items[named].line
		for named++; named < len(items) && units(text)+units(items[named].line) < textOfChunk; named++ {
			text += "\n- " + items[named].line
		}
		pages = append(pages, []chunk{{text: text}})
	}
	var messages [][]discordgo.MessageComponent
	for i, page := range pages {
		b := newBuilder()
		b.chunks(page)
		if unlisted := len(items) - named + r.More; unlisted > 0 && i == len(pages)-1 {
			b.say("-# " + fmt.Sprintf(l.unlisted, unlisted, tells(r)))
		}
		messages = append(messages, b.parts)
	}
	return messages
}

// tells is the command that tells all of a digest.
func tells(r handlers.DigestReply) string {
	if r.From == nil {
		return "`/" + cmdSources + "`"
	}
	return "`dossierbot digest --since " + r.From.Revision + " --until " + r.To.Revision + "`"
}

// items are what a digest tells, in order; what only moved or has another link
// is none.
func (l tongue) items(r handlers.DigestReply) []item {
	var items []item
	for _, d := range r.Documents {
		if !inPassing(d) {
			items = append(items, l.document(d, spanOf(r)))
		}
	}
	for _, p := range r.Positions {
		items = append(items, l.position(p))
	}
	return items
}

// inPassing tells whether a change of a document is told in passing.
func inPassing(d handlers.DocumentChange) bool {
	return d.Change == corpus.Moved || onlyLink(d)
}

// aside names what is told in passing: documents that moved or have another
// link; and how many have typing slips only is in the headline.
func (l tongue) aside(r handlers.DigestReply) string {
	by := map[string][]string{}
	for _, d := range r.Documents {
		if inPassing(d) {
			by[l.label(d)] = append(by[l.label(d)], title(d.Title, d.Document))
		}
	}
	var lines []string
	for _, label := range []string{l.isMoved, l.isLink} {
		if len(by[label]) > 0 {
			lines = append(lines, "-# "+label+": "+upTo(by[label], ", ", l.more, textOfAside))
		}
	}
	return strings.Join(lines, "\n")
}

// warnings tell of files that cannot be read, and what a reader should
// know.
func (l tongue) warnings(r handlers.DigestReply) string {
	var lines, files []string
	for _, f := range r.Unread {
		files = append(files, line(f, textOfLine))
	}
	if len(files) > 0 {
		lines = append(lines, "⚠ "+l.cannotRead+": "+upTo(files, "; ", l.more, textOfWarning))
	}
	for _, n := range r.Notes {
		lines = append(lines, "-# "+line(n, textOfNote))
	}
	return upTo(lines, "\n", "-# "+l.more, textOfWarning+2*textOfNote)
}

// voices are those who said what is new, with how much.
func (l tongue) voices(r handlers.DigestReply) string {
	var who []string
	for _, a := range r.ByActor {
		if a.Actor != "" {
			who = append(who, fmt.Sprintf("%s %d", line(a.Name, textOfName), a.Count))
		}
	}
	if len(who) == 0 {
		return ""
	}
	return "-# " + l.newStatements + ": " + upTo(who, ", ", l.more, textOfAside)
}

// Room for what is told in passing, and for warnings.
const (
	textOfAside   = 300
	textOfWarning = 600
)

func chunksOf(items []item) []chunk {
	var all []chunk
	for _, it := range items {
		all = append(all, it.chunks...)
	}
	return all
}

// packed puts chunks behind those of the last of some messages, and into as
// many further ones as they need.
func packed(pages [][]chunk, more []chunk) [][]chunk {
	pages = slices.Clone(pages)
	for _, c := range more {
		if last := len(pages) - 1; last >= 0 && newBuilder().holds(append(slices.Clip(pages[last]), c), textOfNote) {
			pages[last] = append(slices.Clip(pages[last]), c)
			continue
		}
		pages = append(pages, []chunk{c})
	}
	return pages
}

// holds tells whether a message has room for chunks and some more text behind
// them.
func (b *builder) holds(chunks []chunk, behind int) bool {
	text, components := b.text+behind, b.count+2
	for _, c := range chunks {
		text += units(c.text)
		components += c.components()
	}
	return text <= maxMessageText && components <= maxMessageComponents
}

// chunks adds chunks, with a rule between any two things.
func (b *builder) chunks(chunks []chunk) {
	for _, c := range chunks {
		if len(b.parts) > 0 {
			b.rule()
		}
		b.say(c.text)
		b.row(c.buttons...)
	}
}
