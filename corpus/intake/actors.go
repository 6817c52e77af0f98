package intake

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"

	"github.com/goccy/go-yaml"

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

// evidence is what positions may refer to.
type evidence struct {
	topics    *corpus.Dossier
	documents map[string]string // a document's id by every name it has
	// bundled is true for an actors.yaml that was not written for this folder:
	// what it says of documents that are not here is passed over.
	bundled bool
}

func parseActors(raw []byte, ev evidence) ([]corpus.Actor, error) {
	var y actorsYAML
	if err := decode(actorsFile, raw, &y, yaml.Strict()); err != nil {
		return nil, err
	}
	lines := map[string]int{}
	actors := make([]corpus.Actor, 0, len(y.Actors))
	for i, a := range y.Actors {
		id := a.ID.text
		switch {
		case id == "":
			return nil, &FileError{actorsFile, firstLine(append(a.Aliases, a.ID, a.Name, a.Kind)...), fmt.Sprintf("actor %d has no id", i+1), "give it one of lower-case letters, digits and dashes"}
		case !actorID.MatchString(id):
			return nil, &FileError{actorsFile, a.ID.line, fmt.Sprintf("the id %q is not of lower-case ASCII letters, digits and dashes", id), "rename it"}
		case lines[id] > 0:
			return nil, &FileError{actorsFile, a.ID.line, fmt.Sprintf("the id %q is already that of line %d", id, lines[id]), "give each actor its own"}
		}
		lines[id] = a.ID.line
		actor, err := a.actor(ev)
		if err != nil {
			return nil, err
		}
		actors = append(actors, actor)
	}
	return actors, nil
}

func (a actorYAML) actor(ev evidence) (corpus.Actor, error) {
	actor := corpus.Actor{ID: a.ID.text, Name: a.Name.text, Kind: cmp.Or(corpus.ActorKind(a.Kind.text), corpus.Person), Aliases: texts(a.Aliases)}
	if actor.Name == "" {
		return actor, &FileError{actorsFile, a.ID.line, fmt.Sprintf("actor %q has no name", actor.ID), "give it one"}
	}
	if !slices.Contains(kinds, actor.Kind) {
		return actor, &FileError{actorsFile, a.Kind.line, fmt.Sprintf("unknown kind %q", actor.Kind), "use person, party, institution or state"}
	}
	for _, r := range a.Roles {
		role, err := r.role(a.ID)
		if err != nil {
			return actor, err
		}
		actor.Roles = append(actor.Roles, role)
	}
	for _, p := range a.Positions {
		position, err := p.position(a.ID, ev)
		if err != nil {
			return actor, err
		}
		if len(position.Documents) > 0 {
			actor.Positions = append(actor.Positions, position)
		}
	}
	return actor, nil
}

func (r roleYAML) role(actor scalar) (corpus.Role, error) {
	role := corpus.Role{Title: r.Title.text, Of: r.Of.text, Current: r.To.text == ".."}
	if role.Title == "" {
		return role, &FileError{actorsFile, firstLine(r.Title, r.Of, r.From, r.To, actor), "a role has no title", "say what the actor is there"}
	}
	var err error
	if role.From, err = dateOf(actorsFile, r.From); err != nil || role.Current {
		return role, err
	}
	role.To, err = dateOf(actorsFile, r.To)
	return role, err
}

// position reads a position. One without documents is to be passed over.
func (p positionYAML) position(actor scalar, ev evidence) (corpus.Position, error) {
	position := corpus.Position{Topic: p.Topic.text, Stance: corpus.Stance(p.Stance.text), Summary: p.Summary.text}
	line := firstLine(p.Topic, p.Stance, p.Summary, p.AsOf, actor)
	if _, ok := ev.topics.Topic(position.Topic); !ok {
		if ev.bundled {
			return position, nil
		}
		return position, &FileError{actorsFile, line, fmt.Sprintf("there is no topic %q", position.Topic), "add it to " + topicsFile + ", or use the id of one there"}
	}
	if !slices.Contains(stances, position.Stance) {
		return position, &FileError{actorsFile, firstLine(p.Stance, p.Topic), fmt.Sprintf("unknown stance %q", position.Stance), "use for, against, conditional or none-stated"}
	}
	var err error
	if position.AsOf, err = dateOf(actorsFile, p.AsOf); err != nil {
		return position, err
	}
	for _, ref := range p.Documents {
		if id, ok := ev.documents[ref.text]; ok {
			position.Documents = append(position.Documents, id)
		} else if !ev.bundled {
			return position, &FileError{actorsFile, firstLine(ref, p.Topic), fmt.Sprintf("there is no document %q", ref.text), "use the id or the path of one in the folder"}
		}
	}
	if !ev.bundled && len(position.Documents) == 0 {
		return position, &FileError{actorsFile, line, "a position has no documents", "name at least one that shows it"}
	}
	return position, nil
}
