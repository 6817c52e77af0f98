package corpus

import "fmt"

// Dossier is what an editor has said of a folder of documents: its subject,
// the actors and the topics. The documents themselves are read one by one.
type Dossier struct {
	Title  string
	Actors []Actor
	Topics []Topic
}

// Actor is the actor with the id, or ErrUnknownActor.
func (d *Dossier) Actor(id string) (Actor, error) {
	for _, a := range d.Actors {
		if a.ID == id {
			return a, nil
		}
	}
	return Actor{}, fmt.Errorf("%w: %s", ErrUnknownActor, id)
}

// Topic is the topic with the id; ok is false where there is none.
func (d *Dossier) Topic(id string) (topic Topic, ok bool) {
	for _, t := range d.Topics {
		if t.ID == id {
			return t, true
		}
	}
	return Topic{}, false
}
