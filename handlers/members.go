package handlers

import (
	"cmp"
	"slices"

	"dossierbot/corpus"
)

// Member is an actor with an office in a body, or a membership of it, and where
// it stands itself: a party's position is not that of its members.
type Member struct {
	Actor     string     `json:"actor"`
	Name      string     `json:"name"`
	Roles     []Role     `json:"roles"`     // those in the body
	Positions []Position `json:"positions"` // by topic, the newest of each, without evidence
}

// members are those with a role in a body, those in office first; of a time,
// without those of whom the dates of their roles tell that they were not of it
// then.
func (h *Handlers) members(body, topic string, asOf corpus.Date) []Member {
	out := []Member{}
	for _, a := range h.dossier.Actors {
		m := Member{Actor: a.ID, Name: a.Name}
		for _, r := range a.Roles {
			if r.Of != body {
				continue
			}
			if role := h.role(r, asOf); !asOf.Known() || role.Standing != NotInForce {
				m.Roles = append(m.Roles, role)
			}
		}
		if len(m.Roles) == 0 {
			continue
		}
		m.Positions, _ = h.positions(a, topic, asOf)
		m.Positions = slices.DeleteFunc(m.Positions, func(p Position) bool { return p.Earlier })
		out = append(out, m)
	}
	slices.SortStableFunc(out, func(a, b Member) int { return cmp.Compare(a.standing(), b.standing()) })
	return out
}

// standing is where a member stands among the others: 0 for one who is in
// office, 1 where that is not known, 2 for one who is not.
func (m Member) standing() int {
	order := []Standing{InForce, NotKnown, NotInForce}
	best := len(order)
	for _, r := range m.Roles {
		best = min(best, slices.Index(order, r.Standing))
	}
	return best
}
