package intake

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"

	"dossierbot/corpus"
)

type actorsYAML struct {
	Actors []actorYAML `yaml:"actors"`
}

type actorYAML struct {
	ID        scalar         `yaml:"id"`
	Name      scalar         `yaml:"name"`
	Kind      scalar         `yaml:"kind"`
	Aliases   []scalar       `yaml:"aliases"`
	Roles     []roleYAML     `yaml:"roles"`
	Positions []positionYAML `yaml:"positions"`
}

type roleYAML struct {
	Title scalar `yaml:"title"`
	Of    scalar `yaml:"of"`
	From  scalar `yaml:"from"`
	To    scalar `yaml:"to"`
}

type positionYAML struct {
	Topic     scalar   `yaml:"topic"`
	Stance    scalar   `yaml:"stance"`
	Summary   scalar   `yaml:"summary"`
	AsOf      scalar   `yaml:"as_of"`
	Documents []scalar `yaml:"documents"`
}

var (
	actorID = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	kinds   = []corpus.ActorKind{corpus.Person, corpus.Party, corpus.Institution, corpus.State}
	stances = []corpus.Stance{corpus.For, corpus.Against, corpus.Conditional, corpus.NoneStated}
)

// Lines tells where in actors.yaml an actor stands. The lists are in the order
// of the actor's own.
type Lines struct {
	ID, Name                  int
	Aliases, Roles, Positions []int
}

// readActors reads the actors and where they stand, and notes the faults
// among them. An actor with faults is kept as far as it can be, so that others
// may refer to it.
func (e *editing) readActors() {
	if !e.read(ActorsFile, e.files.actors.fault) {
		return
	}
	e.ownActors = e.files.actors.own
	y := e.files.actors.content
	lines := map[string]int{}
	actors := make([]corpus.Actor, 0, len(y.Actors))
	for i, a := range y.Actors {
		id := a.ID.text
		switch {
		case id == "":
			e.refuse(&FileError{ActorsFile, firstLine(append(a.Aliases, a.ID, a.Name, a.Kind)...), fmt.Sprintf("actor %d has no id", i+1), "give it one of lower-case letters, digits and dashes"})
		case !actorID.MatchString(id):
			e.refuse(&FileError{ActorsFile, a.ID.line, fmt.Sprintf("the id %q is not of lower-case ASCII letters, digits and dashes", id), "rename it"})
		case lines[id] > 0:
			e.refuse(&FileError{ActorsFile, a.ID.line, fmt.Sprintf("the id %q is already that of line %d", id, lines[id]), "give each actor its own"})
			continue
		}
		lines[id] = a.ID.line
		actor := e.actor(a)
		actors = append(actors, actor)
		e.persons[actor.ID] = actor.Kind == corpus.Person
	}
	e.dossier.Actors = actors
}

func (e *editing) actor(a actorYAML) corpus.Actor {
	actor := corpus.Actor{ID: a.ID.text, Name: a.Name.text, Kind: cmp.Or(corpus.ActorKind(a.Kind.text), corpus.Person), Aliases: texts(a.Aliases)}
	lines := Lines{ID: a.ID.line, Name: a.Name.line, Aliases: linesOf(a.Aliases)}
	if actor.Name == "" && actor.ID != "" {
		e.refuse(&FileError{ActorsFile, a.ID.line, fmt.Sprintf("actor %q has no name", actor.ID), "give it one"})
	}
	if !slices.Contains(kinds, actor.Kind) {
		e.refuse(&FileError{ActorsFile, a.Kind.line, fmt.Sprintf("unknown kind %q", actor.Kind), "use person, party, institution or state"})
	}
	for _, r := range a.Roles {
		if role, fault := r.role(a.ID); e.refuse(fault) {
			actor.Roles, lines.Roles = append(actor.Roles, role), append(lines.Roles, r.line(a.ID))
		}
	}
	for _, p := range a.Positions {
		if position, fault := e.position(p, a.ID); e.refuse(fault) && len(position.Documents) > 0 {
			actor.Positions, lines.Positions = append(actor.Positions, position), append(lines.Positions, p.line(a.ID))
		}
	}
	e.lines[actor.ID] = lines
	return actor
}

func (r roleYAML) line(actor scalar) int { return firstLine(r.Title, r.Of, r.From, r.To, actor) }

func (p positionYAML) line(actor scalar) int {
	return firstLine(p.Topic, p.Stance, p.Summary, p.AsOf, actor)
}

func (r roleYAML) role(actor scalar) (corpus.Role, *FileError) {
	role := corpus.Role{Title: r.Title.text, Of: r.Of.text, Current: r.To.text == ".."}
	if role.Title == "" {
		return role, &FileError{ActorsFile, r.line(actor), "a role has no title", "say what the actor is there"}
	}
	var fault *FileError
	if role.From, fault = dateOf(ActorsFile, r.From); fault != nil || role.Current {
		return role, fault
	}
	role.To, fault = dateOf(ActorsFile, r.To)
	return role, fault
}

// position reads a position. One without documents is to be passed over. The
// bundled actors were not written for this folder: what they say of documents
// and topics that are not here is no fault.
func (e *editing) position(p positionYAML, actor scalar) (corpus.Position, *FileError) {
	position := corpus.Position{Topic: p.Topic.text, Stance: corpus.Stance(p.Stance.text), Summary: p.Summary.text}
	line, lenient := p.line(actor), e.lenient || !e.ownActors
	for _, ref := range p.Documents {
		e.referred[ref.text] = true
	}
	if _, ok := e.dossier.Topic(position.Topic); !ok && !e.unread[TopicsFile] {
		if lenient {
			return position, nil
		}
		return position, &FileError{ActorsFile, line, fmt.Sprintf("there is no topic %q", position.Topic), "add it to " + TopicsFile + ", or use the id of one there"}
	}
	if !slices.Contains(stances, position.Stance) {
		return position, &FileError{ActorsFile, firstLine(p.Stance, p.Topic), fmt.Sprintf("unknown stance %q", position.Stance), "use for, against, conditional or none-stated"}
	}
	var fault *FileError
	if position.AsOf, fault = dateOf(ActorsFile, p.AsOf); fault != nil {
		return position, fault
	}
	for _, ref := range p.Documents {
		id, known := e.document(ref.text)
		switch {
		case id != "":
			position.Documents = append(position.Documents, id)
		case !known && !lenient:
			return position, &FileError{ActorsFile, firstLine(ref, p.Topic), fmt.Sprintf("there is no document %q", ref.text), "use the id or the path of one in the folder"}
		}
	}
	if !lenient && len(p.Documents) == 0 {
		return position, &FileError{ActorsFile, line, "a position has no documents", "name at least one that shows it"}
	}
	return position, nil
}
