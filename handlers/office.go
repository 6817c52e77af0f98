package handlers

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"dossierbot/corpus"
)

// office is what an actor was when something was said: the roles that were
// surely held on every day that it may have been. A role that began or ended
// at a time that is not known is not shown within it.
func (h *Handlers) office(id string, said corpus.Date) string {
	var held []string
	for _, r := range h.listed[id].Roles {
		if h.standing(r, said) == InForce {
			held = append(held, h.roleText(r))
		}
	}
	return strings.Join(held, "; ")
}

func heldThroughout(r corpus.Role, d corpus.Date) bool {
	return d.Closed() && sure(r.From) && !r.From.Last.IsZero() && !d.First.Before(r.From.Last) &&
		(r.Current || sure(r.To) && !r.To.First.IsZero() && !d.Last.After(r.To.First))
}

func sure(d corpus.Date) bool { return d.Known() && !d.Approximate && !d.Uncertain }

// Standing is whether a role is held at a time.
type Standing string

// The standings. A role whose beginning or end is not known may be of either
// side of a time.
const (
	InForce    Standing = "in_force"
	NotInForce Standing = "not_in_force"
	NotKnown   Standing = "not_known"
)

// standing tells whether a role is held throughout a closed time. A role that
// is Current is held on from today, whenever it began.
func (h *Handlers) standing(r corpus.Role, d corpus.Date) Standing {
	switch {
	case heldThroughout(r, d):
		return InForce
	case sure(r.To) && !r.To.Last.IsZero() && r.To.Last.Before(d.First),
		sure(r.From) && !r.From.First.IsZero() && r.From.First.After(d.Last):
		return NotInForce
	case r.Current && !d.First.Before(h.today().First):
		return InForce
	}
	return NotKnown
}

func (h *Handlers) today() corpus.Date { return corpus.DayOf(h.now()) }

// officeNow is what tells an actor from namesakes: the roles held today, else
// the last one there was, with its end.
func (h *Handlers) officeNow(id string) string {
	roles := h.listed[id].Roles
	if len(roles) == 0 {
		return ""
	}
	if now := h.office(id, h.today()); now != "" {
		return now
	}
	latest := func(r corpus.Role) time.Time {
		if r.To.Known() {
			return r.To.Last
		}
		return r.From.Last
	}
	last := slices.MaxFunc(roles, func(a, b corpus.Role) int {
		return cmp.Or(latest(a).Compare(latest(b)), a.From.Last.Compare(b.From.Last))
	})
	text := h.roleText(last)
	switch {
	case last.To.Known():
		text += " (until " + last.To.Human() + ")"
	case last.From.Known():
		text += " (from " + last.From.Human() + ")"
	default:
		text += " (dates not known)"
	}
	return text
}

// officeThen is the office at a time; an unknown one is now.
func (h *Handlers) officeThen(id string, asOf corpus.Date) string {
	if asOf.Known() {
		return h.office(id, asOf)
	}
	return h.officeNow(id)
}

// held is the time a role was held, each end as exactly as it is known: "since
// 2023", "2019–2020", "5 May 2019 – 2020", "now".
func held(r corpus.Role) string {
	switch {
	case r.From.Known() && r.To.Known():
		from, to := r.From.Human(), r.To.Human()
		if r.From.First.IsZero() { // in office by then, nobody says since when
			from = "by " + corpus.Day(r.From.Last.Date()).Human()
		}
		if from == to {
			return from
		}
		if strings.Contains(from+to, " ") {
			return from + " – " + to
		}
		return from + "–" + to
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
	case h.listed[r.Of].Kind == corpus.State:
		return r.Title + " of " + h.nameOf(r.Of)
	}
	return r.Title + ", " + h.nameOf(r.Of)
}
