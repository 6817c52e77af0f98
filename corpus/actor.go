package corpus

import (
	"strings"
	"time"
)

// ActorKind tells persons from bodies.
type ActorKind string

// The kinds of actor.
const (
	Person      ActorKind = "person"
	Party       ActorKind = "party"
	Institution ActorKind = "institution"
	State       ActorKind = "state"
)

// Actor is a person, party, institution or state of the dossier.
type Actor struct {
	ID        string // lower-case ASCII, unique
	Name      string
	Kind      ActorKind
	Aliases   []string // other spellings, scripts and short forms
	Roles     []Role
	Positions []Position
	// Discovered is true where no editor listed the actor: the name was found
	// in the documents.
	Discovered bool
}

// Role is an office or membership. An unknown From or To is not known, unless
// the role is Current.
type Role struct {
	Title    string
	Of       string // actor id, or the body's name where it is no actor
	From, To Date
	Current  bool // it still holds
}

// HeldOn tells whether the role was held on the day, as far as is known.
func (r Role) HeldOn(day time.Time) bool {
	if r.From.Known() && !r.From.First.IsZero() && day.Before(r.From.First) {
		return false
	}
	return !r.To.Known() || r.To.Last.IsZero() || !day.After(r.To.Last)
}

// Stance is where an actor stands on a topic, as an editor judged it. It is
// never computed from words.
type Stance string

// The stances.
const (
	For         Stance = "for"
	Against     Stance = "against"
	Conditional Stance = "conditional"
	NoneStated  Stance = "none-stated"
)

// Text is the stance in words.
func (s Stance) Text() string { return strings.ReplaceAll(string(s), "-", " ") }

// MixedStance is the stance of who has positions of several stances at one time. No
// editor writes it.
const MixedStance Stance = "mixed"

// Position is an actor's stance on a topic, with its date and evidence.
type Position struct {
	Topic     string // topic id
	Stance    Stance
	Summary   string // the editor's own words
	AsOf      Date
	Documents []string // ids of the documents that show it; at least one
}

// Topic is a subject of the dossier.
type Topic struct {
	ID       string
	Name     string
	Synonyms []string
}
