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

// evidence is what positions may refer to.
type evidence struct {
	topics    *corpus.Dossier
	documents map[string]string // a document's id by every name it has
	// anyTopic and anyDocument are true where a file could not be read that
	// may have held those which are not known.
	anyTopic, anyDocument bool
	// bundled is true for an actors.yaml that was not written for this folder:
	// what it says of documents that are not here is passed over.
	bundled bool
}

// parseActors reads the actors and where they stand, and notes the faults
// among them. An actor with faults is kept as far as it can be, so that others
// may refer to it.
func (f *Folder) parseActors(raw []byte, ev evidence) []corpus.Actor {
	var y actorsYAML
	if !f.decode(ActorsFile, raw, &y) {
		return nil
	}
	lines := map[string]int{}
	actors := make([]corpus.Actor, 0, len(y.Actors))
	for i, a := range y.Actors {
		id := a.ID.text
		switch {
		case id == "":
			f.refuse(&FileError{ActorsFile, firstLine(append(a.Aliases, a.ID, a.Name, a.Kind)...), fmt.Sprintf("actor %d has no id", i+1), "give it one of lower-case letters, digits and dashes"})
		case !actorID.MatchString(id):
			f.refuse(&FileError{ActorsFile, a.ID.line, fmt.Sprintf("the id %q is not of lower-case ASCII letters, digits and dashes", id), "rename it"})
		case lines[id] > 0:
			f.refuse(&FileError{ActorsFile, a.ID.line, fmt.Sprintf("the id %q is already that of line %d", id, lines[id]), "give each actor its own"})
			continue
		}
		lines[id] = a.ID.line
		actors = append(actors, f.actor(a, ev))
	}
	return actors
}

func (f *Folder) actor(a actorYAML, ev evidence) corpus.Actor {
	actor := corpus.Actor{ID: a.ID.text, Name: a.Name.text, Kind: cmp.Or(corpus.ActorKind(a.Kind.text), corpus.Person), Aliases: texts(a.Aliases)}
	lines := Lines{ID: a.ID.line, Name: a.Name.line, Aliases: linesOf(a.Aliases)}
	if actor.Name == "" && actor.ID != "" {
		f.refuse(&FileError{ActorsFile, a.ID.line, fmt.Sprintf("actor %q has no name", actor.ID), "give it one"})
	}
	if !slices.Contains(kinds, actor.Kind) {
		f.refuse(&FileError{ActorsFile, a.Kind.line, fmt.Sprintf("unknown kind %q", actor.Kind), "use person, party, institution or state"})
	}
	for _, r := range a.Roles {
		if role, fault := r.role(a.ID); f.refuse(fault) {
			actor.Roles, lines.Roles = append(actor.Roles, role), append(lines.Roles, r.line(a.ID))
		}
	}
	for _, p := range a.Positions {
		if position, fault := p.position(a.ID, ev); f.refuse(fault) && len(position.Documents) > 0 {
			actor.Positions, lines.Positions = append(actor.Positions, position), append(lines.Positions, p.line(a.ID))
		}
	}
	f.lines[actor.ID] = lines
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

// position reads a position. One without documents is to be passed over.
func (p positionYAML) position(actor scalar, ev evidence) (corpus.Position, *FileError) {
	position := corpus.Position{Topic: p.Topic.text, Stance: corpus.Stance(p.Stance.text), Summary: p.Summary.text}
	line := p.line(actor)
	if _, ok := ev.topics.Topic(position.Topic); !ok && !ev.anyTopic {
		if ev.bundled {
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
		if id, ok := ev.documents[ref.text]; ok {
			position.Documents = append(position.Documents, id)
		} else if !ev.bundled && !ev.anyDocument {
			return position, &FileError{ActorsFile, firstLine(ref, p.Topic), fmt.Sprintf("there is no document %q", ref.text), "use the id or the path of one in the folder"}
		}
	}
	if !ev.bundled && len(p.Documents) == 0 {
		return position, &FileError{ActorsFile, line, "a position has no documents", "name at least one that shows it"}
	}
	return position, nil
}
