package discord

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/bwmarrin/discordgo"
	"golang.org/x/text/language"

	"dossierbot/corpus"
	"dossierbot/handlers"
	"dossierbot/index"
)

// item is what a digest tells of one document or position: in a line, and
// whole.
type item struct {
	line   string
	chunks []chunk
}

// chunk is a stretch of a digest that stands in one message, with buttons
// beneath it. It fits any message but the first.
type chunk struct {
	text    string
	buttons []discordgo.Button
}

// textOfChunk leaves room beside a chunk for a line of ours.
const textOfChunk = maxMessageText - 400

// components is how many a chunk takes, with the rule above it.
func (c chunk) components() int {
	if len(c.buttons) == 0 {
		return 2
	}
	return 3 + len(c.buttons)
}

// span is between which revisions a digest tells what changed.
type span struct{ from, to int64 }

func spanOf(r handlers.DigestReply) span {
	if r.From == nil {
		return span{0, r.To.Number}
	}
	return span{r.From.Number, r.To.Number}
}

func (s span) String() string { return fmt.Sprintf("%d-%d", s.from, s.to) }

// document tells what became of a document: what it is, how much of it is
// otherwise, who is in it, and what they say there that is new.
func (l tongue) document(d handlers.DocumentChange, between span) item {
	head := "**" + l.label(d) + "**: " + l.where(d.About)
	it := item{line: head}
	if to := link("↗", string(d.URL)); to != "" {
		head += " " + to
	}
	blocks := []string{head}
	for _, f := range l.facts(d) {
		blocks = append(blocks, "-# "+f)
	}
	for _, s := range d.Statements {
		blocks = append(blocks, l.statement(d.About, s))
	}
	for _, c := range d.Corrected {
		blocks = append(blocks, l.corrected(d.About, c))
	}
	for _, h := range d.Hits {
		blocks = append(blocks, l.passage(h))
	}
	for _, e := range d.Excerpts {
		text, _ := write(prefix(d.Form), runsOf(d.Form, e.Text, nil), textOfChunk)
		blocks = append(blocks, text)
	}
	if d.More > 0 {
		blocks = append(blocks, "-# "+fmt.Sprintf(l.moreThere, d.More))
	}
	it.chunks = joined(blocks, "-# "+title(d.Title, d.Document)+" · "+l.continued)
	last := &it.chunks[len(it.chunks)-1]
	if d.Change != corpus.Withdrawn {
		last.buttons = buttons(linked{l.ask, []string{doAskOf, index.Key(d.Document)}})
	}
	if len(d.Gone)+len(d.Corrected)+len(d.Edits)+len(d.Described) > 0 {
		last.buttons = append(last.buttons, buttons(linked{l.whatChanged, l.changed(d, between, 0)})...)
	}
	return it
}

// changed are the parts of the id of a button that leads to what changed in a
// document, from the given entry on.
func (l tongue) changed(d handlers.DocumentChange, between span, from int) []string {
	return []string{doChanged, index.Key(d.Document), strconv.Itoa(from), between.String(), l.tag.String()}
}

// facts are lines on how much of a document is otherwise, and who and what it
// is about.
func (l tongue) facts(d handlers.DocumentChange) []string {
	var out []string
	add := func(parts ...string) {
		if text := strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " · "); text != "" {
			out = append(out, text)
		}
	}
	if d.Why != "" {
		add(l.cannotRead + ": " + line(string(d.Why), textOfLine))
	}
	if d.From != "" {
		add(line(string(d.From), textOfTitle) + " → " + line(d.Document, textOfTitle))
	}
	var amount []string
	if d.Words != nil {
		amount = append(amount, fmt.Sprintf(l.wordsOf, d.Words.Changed, d.Words.Of))
	}
	added := numberOf{l.newStatements, len(d.Statements)}
	if d.Change == corpus.Added {
		added.n = 0 // they all are
	}
	add(append(amount, numbered(added, numberOf{l.goneStatements, len(d.Gone)}, numberOf{l.otherwise, len(d.Corrected)}, numberOf{l.otherPlace, len(d.Edits)})...)...)
	for _, f := range d.Described {
		add(l.described(f))
	}
	names := func(all []handlers.ActorNamed) string {
		var out []string
		for _, a := range all {
			out = append(out, line(a.Name, textOfName))
		}
		return upTo(out, ", ", l.more, textOfAlso)
	}
	var topics []string
	for _, t := range d.Topics {
		topics = append(topics, line(t.Name, textOfName))
	}
	mentioned := ""
	if len(d.Mentioned) > 0 {
		mentioned = l.mentions + " " + names(d.Mentioned)
	}
	add(names(d.Speaking), mentioned, upTo(topics, ", ", l.more, textOfAlso))
	return out
}

// field is the name of what is known of a document or statement.
func (l tongue) field(name string) string {
	if l.fields[name] == "" {
		return line(name, textOfName)
	}
	return l.fields[name]
}

// described is what is told otherwise of a document, before and now.
func (l tongue) described(f handlers.FieldChange) string {
	value := func(told handlers.Optional, inEnglish string) string {
		switch {
		case l.tag == language.English && inEnglish != "":
			return line(inEnglish, textOfTitle)
		case told == "":
			return "—"
		}
		return line(string(told), textOfTitle)
	}
	return l.field(f.Field) + ": " + value(f.Before, f.BeforeText) + " → " + value(f.After, f.AfterText)
}

// statement is who said it, when and in whose words, and then the words.
func (l tongue) statement(a handlers.About, s handlers.DigestStatement) string {
	a.Form = s.Form
	head := l.speaker(s.Name, s.Office) + " — " + l.when(s.When, s.Said, s.Latest) + l.paraphrase(a, s.Kind)
	return paragraphs(head, l.words(s, textOfChunk-units(head)-textOfAlso), l.also(s.AlsoIn))
}

// corrected is a statement that is told otherwise than before, as it is told
// now; what it was before is a button away.
func (l tongue) corrected(a handlers.About, c handlers.StatementCorrected) string {
	return "-# " + l.otherwise + ": " + l.changedIn(c) + "\n" + l.statement(a, c.After)
}

// words are the sentences of a statement, word for word, with what was said in
// italics.
func (l tongue) words(s handlers.DigestStatement, room int) string {
	h := handlers.Hit{About: handlers.About{Form: s.Form}, Start: s.Start, Text: s.Text, Statements: []handlers.Statement{{Spans: s.Spans}}}
	text, _ := write(prefix(s.Form), styledPassage(h), room)
	return text
}

// passage is a passage that answers a question: who speaks in it, and its
// words.
func (l tongue) passage(h handlers.Hit) string {
	var heads []string
	for _, s := range shownStatements(h) {
		head := l.speaker(s.Name, s.Office) + " — " + l.when(s.When, s.Said, s.Latest)
		if s.Asked {
			head += l.paraphrase(h.About, s.Kind)
		} else {
			head = "-# " + l.inIt + " " + head
		}
		if !slices.Contains(heads, head) {
			heads = append(heads, head)
		}
	}
	head := upTo(heads, "\n", "-# "+l.more, textOfHead)
	words, _ := write(prefix(h.Form), styledPassage(h), textOfChunk-units(head)-textOfAlso)
	return paragraphs(head, words, l.also(h.AlsoIn))
}

// position tells where somebody stands otherwise than before, in the editor's
// words.
func (l tongue) position(p handlers.PositionChange) item {
	stance := l.stance(p.After)
	switch {
	case p.Change == handlers.PositionWithdrawn:
		stance = l.stance(p.Before) + " → " + l.isWithdrawn
	case p.Before == nil || p.Before.Stance != p.After.Stance:
		stance = l.stance(p.Before) + " → " + stance
	}
	head := "**" + l.isPosition + "**: " + line(p.Name, textOfName) + " · " + line(p.TopicName, textOfName) + ": **" + stance + "**"
	text := head
	if p.After != nil && p.Change != handlers.PositionWithdrawn {
		text += "\n" + line(p.After.Summary, textOfPosition) + "\n-# " + l.dated(*p.After)
	}
	if p.Before != nil && (p.After == nil || p.Change == handlers.PositionWithdrawn || p.Before.Summary != p.After.Summary) {
		text += "\n-# " + l.was + ": " + line(p.Before.Summary, textOfPosition) + " · " + l.dated(*p.Before)
	}
	if p.Earlier {
		text += "\n-# " + l.earlier
	}
	return item{head, []chunk{{text, buttons(linked{l.card, placed(doActor, p.Actor, 0, "", corpus.Date{})})}}}
}

// textOfPosition is room for an editor's summary of a position: all of it, but
// for one that is no summary.
const textOfPosition = 1300

// dated says of when a position is, whose words it is in and what shows it.
func (l tongue) dated(p handlers.PositionThen) string {
	var documents []string
	for _, d := range p.Documents {
		documents = append(documents, line(d, textOfName))
	}
	return l.date(p.AsOf) + " · " + l.ourNote + " · " + upTo(documents, ", ", l.more, textOfAlso)
}

// joined puts blocks one under the other into as few chunks as hold them, each
// but the first under a line that says what it continues.
func joined(blocks []string, continues string) []chunk {
	chunks := []chunk{{text: blocks[0]}}
	for _, block := range blocks[1:] {
		last := &chunks[len(chunks)-1]
		if text := last.text + "\n" + block; units(text) <= textOfChunk {
			last.text = text
			continue
		}
		chunks = append(chunks, chunk{text: continues + "\n" + block})
	}
	return chunks
}

// onlyLink tells whether nothing but the link of a document is another.
func onlyLink(d handlers.DocumentChange) bool {
	return d.Change != corpus.Added && d.Change != corpus.Withdrawn && d.Words == nil && len(d.Described) == 1 && d.Described[0].Field == "url" && len(d.Gone)+len(d.Corrected)+len(d.Statements) == 0
}
