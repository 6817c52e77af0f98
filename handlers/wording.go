package handlers

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"dossierbot/corpus"
	"dossierbot/index"
	"dossierbot/index/question"
)

// How much a sentence holds before it says "and 4 more".
const (
	mostNames  = 3  // actors or titles
	mostWords  = 8  // words asked for
	mostQuoted = 80 // characters of a name or title
)

// describe says how a question was read: "statements by Kęstutis Budrys · said
// in Nov 2025". It is empty where nothing is asked for.
func (h *Handlers) describe(q index.Query) string {
	who, rest := h.by(q, "name"), h.asked(q)
	switch {
	case len(q.Speakers)+len(q.SpeakerNames) > 0:
		who = "statements " + who
	case who != "" || len(rest) > 0:
		who = strings.TrimSpace("passages " + who)
	default:
		return ""
	}
	return strings.Join(append([]string{who}, rest...), " · ")
}

// by is who must have said it, and who must be named, of whom one suffices;
// name is that verb as the sentence needs it.
func (h *Handlers) by(q index.Query, name string) string {
	var parts []string
	if speakers := h.speakers(q); speakers != "" {
		parts = append(parts, "by "+speakers)
	}
	if len(q.Actors) > 0 && !slices.Equal(q.Speakers, q.Actors) {
		parts = append(parts, "that "+name+" "+h.list(q.Actors, "or"))
	}
	return strings.Join(parts, " ")
}

// speakers are those who must have said it, actors or not.
func (h *Handlers) speakers(q index.Query) string {
	return join(append(h.namesOf(q.Speakers), quotedAll(q.SpeakerNames)...), "or", mostNames)
}

// asked is what else is asked for: on what, from where, when.
func (h *Handlers) asked(q index.Query) []string {
	var parts []string
	if subject := append(h.namesOf(q.About), quotedAll(termTexts(q))...); len(subject) > 0 {
		parts = append(parts, "on "+join(subject, "and", mostWords))
	}
	if len(q.Documents) > 0 {
		parts = append(parts, "from "+h.titles(q.Documents))
	}
	if q.Time.Known() {
		parts = append(parts, when(q))
	}
	return parts
}

// when is the time asked for, with the sense of when: "said in Nov 2025".
func when(q index.Query) string {
	verb := map[index.Dimension]string{index.Said: "said ", index.Published: "published ", index.Event: "telling of what happened "}[q.Dimension]
	if q.AnyYear {
		const day = "2 Jan"
		first, last := q.Time.First.Format(day), q.Time.Last.Format(day)
		if first == last {
			return verb + "on " + first + " of any year"
		}
		return verb + "from " + first + " to " + last + " of any year"
	}
	return verb + inTime(q.Time)
}

// inTime is a time with its preposition: "on 26 Nov 2025", "in Nov 2025",
// "from 26 to 30 Nov 2025", "from Aug 2020 on".
func inTime(d corpus.Date) string {
	human := d.Human()
	switch {
	case !d.Closed():
		return human // has its own
	case d.Days() == 1:
		return "on " + human
	case strings.Contains(human, "–") && !strings.Contains(human, "winter"): // "winter 2024–25" is one thing
		return "from " + strings.NewReplacer(" – ", " to ", "–", " to ").Replace(human)
	}
	return "in " + human
}

// termTexts are the words asked for, each once; a name of several words is
// one. Never nil.
func termTexts(q index.Query) []string {
	texts := []string{}
	for _, t := range q.Terms {
		if !slices.Contains(texts, t.Text) {
			texts = append(texts, t.Text)
		}
	}
	return texts
}

// notes are what a reader should know of how a question was taken; never nil.
func (h *Handlers) notes(r question.Reading, found index.Result) []string {
	notes := []string{}
	if r.Cut {
		notes = append(notes, fmt.Sprintf("Only the first %d characters of the question were read.", question.MaxLength))
	}
	for _, c := range r.Corrected {
		notes = append(notes, readAs(c.From, c.To))
	}
	for _, m := range found.Mended {
		notes = append(notes, readAs(m.From, m.To))
	}
	if len(found.LeftOut) > 0 {
		notes = append(notes, fmt.Sprintf("Left out of the search, being in another language than the dossier: %s.", quoteList(found.LeftOut, "and")))
	}
	if found.Relaxed && len(found.Hits) > 0 {
		who := h.speakers(r.Query)
		notes = append(notes, fmt.Sprintf("No statement on this could be attributed to %s; these passages name %s.", who, who))
	}
	return notes
}

func readAs(from, to string) string {
	return quoted(from) + " was read as " + quoted(to) + "."
}

// answer is a sentence for every outcome but answered. It is told whether the
// index took those who should have spoken for merely named.
func (h *Handlers) answer(r question.Reading, reply AskReply, relaxed bool) string {
	q := r.Query
	switch reply.Outcome {
	case index.NoneInRange:
		if relaxed { // what there is at other times only names them
			q.Speakers, q.SpeakerNames, q.Actors = nil, nil, append(slices.Clone(q.Actors), q.Speakers...)
		}
		if q.Dimension == index.Said && (relaxed || h.speakers(q) != "") { // "by" says so already
			q.Dimension = index.AnyTime
		}
		scope := append([]string{h.by(q, "names")}, h.asked(q)...)
		return fmt.Sprintf("Nothing %s is in the dossier. It has %s from other times or of no known date.",
			strings.TrimSpace(strings.Join(scope, " ")), count(reply.Total, "such passage"))
	case index.NotInDossier:
		switch {
		case r.Empty():
			return "The question names nothing to look for: no person, no date, no subject."
		case len(reply.Missing) > 0:
			return fmt.Sprintf("The dossier has nothing on %s.", quoteList(reply.Missing, "or"))
		case len(q.Documents) == 1:
			return h.titles(q.Documents) + " does not say."
		case len(q.Documents) > 1:
			return h.titles(q.Documents) + " do not say."
		}
		scope := strings.TrimSpace(strings.Join(append([]string{h.by(q, "names")}, h.asked(q)...), " "))
		if len(termTexts(q)) > 1 && h.by(q, "names") == "" {
			scope += " together"
		}
		return fmt.Sprintf("The dossier has nothing %s.", scope)
	case index.Ambiguous:
		return h.ambiguous(r.Named, reply.Candidates) + "."
	}
	return ""
}

// ambiguous says whom a name may mean, without a full stop.
func (h *Handlers) ambiguous(name string, candidates []Candidate) string {
	ids := make([]string, len(candidates))
	for i, c := range candidates {
		ids[i] = c.Actor
	}
	return quoted(name) + " may mean " + h.list(ids, "or")
}

// count is a number with its noun: "1 passage", "3 passages".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// list names actors: "A", "A or B", "A, B or C".
func (h *Handlers) list(ids []string, conjunction string) string {
	return join(h.namesOf(ids), conjunction, mostNames)
}

func (h *Handlers) namesOf(ids []string) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = h.nameOf(id)
	}
	return out
}

// titles names documents.
func (h *Handlers) titles(ids []string) string {
	var titles []string
	for _, d := range h.documents {
		if slices.Contains(ids, d.Document.ID) {
			titles = append(titles, titleOf(d.Document))
		}
	}
	return quoteList(titles, "and")
}

func quoteList(texts []string, conjunction string) string {
	return join(quotedAll(texts), conjunction, mostNames)
}

func quotedAll(texts []string) []string {
	out := make([]string, len(texts))
	for i, t := range texts {
		out[i] = quoted(t)
	}
	return out
}

// quoted puts a text of somebody else's into a sentence, its beginning where
// it is long.
func quoted(text string) string {
	text = strings.ToValidUTF8(text, "�")
	if utf8.RuneCountInString(text) > mostQuoted {
		text = strings.TrimSpace(string([]rune(text)[:mostQuoted])) + "…"
	}
	return "“" + text + "”"
}

// join makes a list of parts, of more than most only the first.
func join(parts []string, conjunction string, most int) string {
	n := len(parts)
	switch {
	case n < 2:
		return strings.Join(parts, "")
	case n > most:
		return fmt.Sprintf("%s %s %d more", strings.Join(parts[:most], ", "), conjunction, n-most)
	}
	return strings.Join(parts[:n-1], ", ") + " " + conjunction + " " + parts[n-1]
}

// nameOf is an actor's name, or the id itself where no actor has it.
func (h *Handlers) nameOf(id string) string {
	if a, ok := h.actor(id); ok {
		return a.Name
	}
	return id
}

func titleOf(d corpus.Document) string {
	if d.Title != "" {
		return d.Title
	}
	return d.ID
}
