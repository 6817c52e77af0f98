package handlers

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"dossierbot/corpus"
	"dossierbot/index"
	"dossierbot/index/question"
)

// describe says how a question was read: "statements by Kęstutis Budrys · said
// in Nov 2025".
func (h *Handlers) describe(r question.Reading) string {
	q := r.Query
	var parts []string
	switch {
	case len(q.Speakers) > 0:
		parts = append(parts, "statements by "+h.list(q.Speakers))
	case len(q.Actors) > 0:
		parts = append(parts, "passages that name "+h.list(q.Actors))
	default:
		parts = append(parts, "passages")
	}
	if len(q.About) > 0 {
		parts = append(parts, "on "+h.list(q.About))
	}
	if len(q.Terms) > 0 {
		parts = append(parts, "on "+quoteList(termTexts(q)))
	}
	if len(q.Documents) > 0 {
		var titles []string
		for _, d := range h.documents {
			if slices.Contains(q.Documents, d.Document.ID) {
				titles = append(titles, titleOf(d.Document))
			}
		}
		parts = append(parts, "from "+quoteList(titles))
	}
	if q.Time.Known() {
		verb := map[index.Dimension]string{index.Said: "said", index.Published: "published", index.Event: "telling of what happened"}[q.Dimension]
		when := inTime(q.Time)
		if q.AnyYear {
			when = "on " + q.Time.First.Format("2 January") + " of any year"
		}
		parts = append(parts, strings.TrimSpace(verb+" "+when))
	}
	return strings.Join(parts, " · ")
}

// inTime is a time with its preposition: "on 26 Nov 2025", "in Nov 2025",
// "from 26–30 Nov 2025", "since Aug 2020".
func inTime(d corpus.Date) string {
	human := d.Human()
	switch {
	case !d.Closed():
		return human
	case d.Days() == 1:
		return "on " + human
	case strings.ContainsAny(human, "–"):
		return "within " + human
	}
	return "in " + human
}

func termTexts(q index.Query) []string {
	var texts []string
	for _, t := range q.Terms {
		if !slices.Contains(texts, t.Text) {
			texts = append(texts, t.Text)
		}
	}
	return texts
}

// answer is a sentence for every outcome but answered.
func (h *Handlers) answer(r question.Reading, reply AskReply) string {
	q := r.Query
	switch reply.Outcome {
	case index.NoneInRange:
		sentence := "Nothing"
		if len(q.Speakers) > 0 {
			sentence += " by " + h.list(q.Speakers)
		} else if len(q.Actors) > 0 {
			sentence += " on " + h.list(q.Actors)
		}
		if len(q.Terms) > 0 {
			sentence += " about " + quoteList(termTexts(q))
		}
		return fmt.Sprintf("%s %s in this dossier. It has %s of other times.", sentence, inTime(q.Time), count(reply.Total, "such passage"))
	case index.NotInDossier:
		if len(reply.Missing) > 0 {
			return fmt.Sprintf("The dossier has nothing on %s.", quoteList(reply.Missing))
		}
		return "The dossier does not say."
	case index.Ambiguous:
		return fmt.Sprintf("%s are called “%s”.", capital(count(len(reply.Candidates), "actor")), r.Named)
	}
	return ""
}

// count is a number with its noun: "1 passage", "3 passages".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

func capital(s string) string {
	return strings.ToUpper(s[:1]) + s[1:]
}

// list names actors: "A", "A and B", "A, B and C".
func (h *Handlers) list(ids []string) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = h.nameOf(id)
	}
	return join(names)
}

func quoteList(texts []string) string {
	quoted := make([]string, len(texts))
	for i, t := range texts {
		quoted[i] = "“" + t + "”"
	}
	return join(quoted)
}

func join(parts []string) string {
	if len(parts) < 2 {
		return strings.Join(parts, "")
	}
	return strings.Join(parts[:len(parts)-1], ", ") + " and " + parts[len(parts)-1]
}

// nameOf is an actor's name, or the id itself where no actor has it.
func (h *Handlers) nameOf(id string) string {
	if a, ok := h.actors[id]; ok {
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

// office is what an actor was on a day: the roles that are known to have been
// held then. A role without a beginning is not shown: nobody knows whether it
// had begun.
func (h *Handlers) office(id string, day time.Time) string {
	var held []string
	for _, r := range h.actors[id].Roles {
		if r.From.Known() && (r.Current || r.To.Known()) && r.HeldOn(day) {
			held = append(held, h.roleText(r))
		}
	}
	return strings.Join(held, "; ")
}

// officeNow is what tells an actor from namesakes: the roles still held, else
// the last one there was.
func (h *Handlers) officeNow(id string) string {
	var now []string
	roles := h.actors[id].Roles
	for _, r := range roles {
		if r.Current {
			now = append(now, h.roleText(r))
		}
	}
	if len(now) == 0 && len(roles) > 0 {
		r := roles[0]
		if r.To.Known() {
			return fmt.Sprintf("%s (until %s)", h.roleText(r), r.To.Human())
		}
		return h.roleText(r)
	}
	return strings.Join(now, "; ")
}

// held is the time a role was held, as far as it is known: "since 2023",
// "2019–2020", "now".
func held(r corpus.Role) string {
	switch {
	case r.From.Known() && r.To.Known():
		return r.From.Through(r.To).Human()
	case r.From.Known() && r.Current:
		return "since " + r.From.Human()
	case r.From.Known():
		return "from " + r.From.Human()
	case r.To.Known():
		return "until " + r.To.Human()
	case r.Current:
		return "now"
	}
	return ""
}

// roleText is "leader, Dawn of the Nemunas", or "president of Lithuania".
func (h *Handlers) roleText(r corpus.Role) string {
	switch {
	case r.Of == "":
		return r.Title
	case h.actors[r.Of].Kind == corpus.State:
		return r.Title + " of " + h.nameOf(r.Of)
	}
	return r.Title + ", " + h.nameOf(r.Of)
}
