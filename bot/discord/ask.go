package discord

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/bwmarrin/discordgo"

	"dossierbot/corpus"
	"dossierbot/handlers"
	"dossierbot/index"
)

// ask answers a question and remembers it for the buttons.
func (a answerer) ask(ctx context.Context, q handlers.AskRequest, private bool) (message, error) {
	if q.At.IsZero() {
		q.At = time.Now() // so that "last month" is the same on the next page
	}
	r, err := a.handlers.Ask(ctx, q)
	if err != nil {
		return message{}, err
	}
	return answer(r, q, a.recall.add(q), private), nil
}

// answer renders a reply to a question. The key finds the question again when
// a button is pressed.
func answer(r handlers.AskReply, q handlers.AskRequest, key string, private bool) message {
	b := newBuilder()
	reading(b, r)
	switch r.Outcome {
	case index.Answered:
		b.entries(passages(r.Hits, nil))
	case index.NoneInRange:
		b.say("**" + line(r.Answer, textOfReading) + "**")
		b.entries(passages(r.Nearest, nearness(r.Nearest, r.Interpretation.Time)))
	case index.Ambiguous:
		b.say("**" + line(r.Answer, textOfReading) + "**")
		b.menu(strings.Join([]string{doPick, key, whoIsMeant(r)}, idSeparator), "Who is meant?", candidateOptions(r.Candidates))
	default:
		b.say("**" + line(r.Answer, textOfReading) + "**")
	}
	b.rule()
	b.say(footer(r))
	b.row(askButtons(r, q, key)...)
	b.row(timeButtons(r, key)...)
	b.row(takingButtons(r, key, private)...)
	return b.message(private)
}

// reading says how the question was read and what else a reader should know.
func reading(b *builder, r handlers.AskReply) {
	var lines []string
	if r.Reading != "" {
		lines = append(lines, "-# "+line(capital(r.Reading), textOfReading))
	}
	for _, n := range r.Notes {
		lines = append(lines, "-# "+line(n, textOfNote))
	}
	if len(lines) > 0 {
		b.say(upTo(lines, "\n", "-# and %d more remarks", textOfReading+2*textOfNote))
	}
}

// passages are the entries of hits; labels, where there are any, stand above
// them.
func passages(hits []handlers.Hit, labels []string) []entry {
	entries := make([]entry, len(hits))
	for i, h := range hits {
		e := entry{head: head(h), words: styledPassage(h), prefix: prefix(h.Form), foot: where(h.About) + alsoIn(h.AlsoIn), key: h.Key}
		if labels != nil {
			e.head = strings.TrimSpace("**" + labels[i] + "**\n" + e.head)
		}
		entries[i] = e
	}
	return entries
}

// nearness says of each of the nearest hits whether it lies before or after
// the time asked for.
func nearness(nearest []handlers.Hit, asked *handlers.TimeReading) []string {
	labels := make([]string, len(nearest))
	for i, h := range nearest {
		labels[i] = "Nearest"
		if asked == nil {
			continue
		}
		for _, d := range datesOf(h, asked.Dimension) {
			if !d.Last.IsZero() && !asked.Interval.First.IsZero() && d.Last.Before(asked.Interval.First) {
				labels[i] = "Nearest before"
			}
			if !d.First.IsZero() && !asked.Interval.Last.IsZero() && d.First.After(asked.Interval.Last) {
				labels[i] = "Nearest after"
			}
		}
	}
	return labels
}

// datesOf are the dates of a hit that a question's time is about.
func datesOf(h handlers.Hit, about index.Dimension) []corpus.Date {
	switch about {
	case index.Published:
		return []corpus.Date{h.Published}
	case index.Event:
		return h.Events
	}
	for _, s := range shownStatements(h) {
		if s.Said.Known() {
			return []corpus.Date{s.Said}
		}
	}
	return []corpus.Date{h.Published}
}

// whoIsMeant tells whether the ambiguous name is that of who must have said
// it, or of somebody the question is about.
func whoIsMeant(r handlers.AskReply) string {
	for _, c := range r.Candidates {
		if slices.Contains(r.Interpretation.Speakers, c.Actor) {
			return pickSpeaker
		}
	}
	return pickMentioned
}

func candidateOptions(candidates []handlers.Candidate) []discordgo.SelectMenuOption {
	var options []discordgo.SelectMenuOption
	seen := map[string]bool{}
	for _, c := range candidates {
		if c.Actor == "" || len(c.Actor) > maxMenuText || seen[c.Actor] {
			continue // Discord refuses a menu with one value twice
		}
		seen[c.Actor] = true
		options = append(options, option(c.Name, c.Actor, c.Office))
	}
	return options
}

// option is an entry of a menu.
func option(name, id, office string) discordgo.SelectMenuOption {
	if office == "" {
		office = "no office known"
	}
	if strings.TrimSpace(name) == "" {
		name = id
	}
	return discordgo.SelectMenuOption{Label: cut(name, maxMenuText), Value: id, Description: cut(office, maxMenuText)}
}

func footer(r handlers.AskReply) string {
	if len(r.Hits) == 0 || r.Outcome != index.Answered {
		return "-# " + dossierLine(r.Dossier)
	}
	return "-# " + which(len(r.Hits), r.Offset, r.Total) + " · " + dossierLine(r.Dossier)
}

// which says which of how many are shown: "4–6 of 9".
func which(shown, offset, total int) string {
	last := fmt.Sprintf("%d of %d", offset+shown, max(total, offset+shown))
	if shown > 1 {
		return fmt.Sprintf("%d–%s", offset+1, last)
	}
	return last
}

// dossierLine says what there is to ask of.
func dossierLine(d handlers.Dossier) string {
	parts := []string{}
	if d.Title != "" {
		parts = append(parts, line(d.Title, textOfName))
	}
	parts = append(parts, count(d.Documents, "document"))
	if d.Covers.Known() {
		parts = append(parts, d.Covers.Human())
	}
	if d.Undated > 0 {
		parts = append(parts, fmt.Sprintf("%d without a date", d.Undated))
	}
	return strings.Join(parts, " · ")
}

// askButtons are the buttons beneath an answer: only those that lead on.
func askButtons(r handlers.AskReply, q handlers.AskRequest, key string) []discordgo.Button {
	var out []discordgo.Button
	add := func(label, do string, parts ...string) {
		if b, ok := button(label, do, parts...); ok {
			out = append(out, b)
		}
	}
	if next := r.Offset + len(r.Hits); r.Outcome == index.Answered && len(r.Hits) > 0 && next < r.Total {
		add("More", doMore, key, strconv.Itoa(next))
	}
	if r.Outcome == index.Answered && r.Total > 1 && q.Sort != index.Newest {
		add("Newest first", doNewest, key)
	}
	if asked := r.Interpretation.Speakers; len(asked) == 1 && q.Actor == "" && r.Outcome != index.Ambiguous {
		add("Mentions too", doMentions, key)
	}
	if r.Outcome == index.NoneInRange && (q.From != "" || q.To != "") {
		add("At any time", doAllTime, key)
	}
	if r.Outcome == index.NotInDossier && r.Dossier.Documents > 0 {
		add("What is in it", doSources, "0")
	}
	return out
}

// takingButtons ask the question again otherwise, or take the answer
// elsewhere.
func takingButtons(r handlers.AskReply, key string, private bool) []discordgo.Button {
	var all []linked
	if r.Outcome != index.Ambiguous {
		all = append(all, linked{"And in …", []string{doAgain, key}})
	}
	if len(r.Hits)+len(r.Nearest) > 0 && r.Outcome != index.Ambiguous {
		all = append(all, exporting(doMore, key))
	}
	if private {
		all = append(all, linked{"Share to channel", []string{doShare, key}})
	}
	return buttons(all...)
}

// timeButtons switch what the time asked for is about.
func timeButtons(r handlers.AskReply, key string) []discordgo.Button {
	var out []discordgo.Button
	if r.Interpretation.Time == nil || r.Outcome == index.Ambiguous {
		return nil
	}
	for _, by := range []struct {
		label     string
		dimension index.Dimension
	}{{"By when said", index.Said}, {"By when published", index.Published}, {"By when it happened", index.Event}} {
		if b, ok := button(by.label, doTime, key, string(by.dimension)); ok && by.dimension != r.Interpretation.Time.Dimension {
			out = append(out, b)
		}
	}
	return out
}

// askAgain is a remembered question as a button or menu changes it.
func askAgain(q handlers.AskRequest, p press, value string) handlers.AskRequest {
	q.Offset = 0
	switch p.do {
	case doMore:
		q.Offset = p.from
	case doNewest:
		q.Sort = index.Newest
	case doMentions:
		q.NameOnly = true
	case doTime:
		q.Dimension = index.Dimension(p.what)
	case doAllTime:
		q.From, q.To = "", ""
	case doPick:
		if p.what == pickSpeaker {
			q.Speaker = value
		} else {
			q.Actor = value
		}
	}
	return q
}

func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// count is a number with its noun.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}
