package index

import (
	"cmp"
	"fmt"
	"slices"

	"dossierbot/corpus"
	"dossierbot/corpus/intake"
	"dossierbot/index/ordered"
)

// DocumentEntry is a line of the list of documents. It never changes: once its
// document has, the list has another.
type DocumentEntry struct {
	Document corpus.Document // without text and annotations
	Passages int

	hash       string // intake's, of the document as it was read
	discovered []corpus.Actor
}

// Key is the document's id, by which the list is ordered.
func (e *DocumentEntry) Key() string { return e.Document.ID }

// Discovered is an actor that no editor has listed. It never changes: once
// another document speaks of the actor, the list has another.
type Discovered struct {
	Actor corpus.Actor // as most of the documents write the name
	ways  []way        // all ways, in the order of kinds and names
}

// way is one way to write an actor's name.
type way struct {
	corpus.Actor
	documents int
}

// Key is the actor's id, by which the list is ordered.
func (d *Discovered) Key() string { return d.Actor.ID }

// contents are the documents of one state of the index and the actors
// discovered in them. They are kept at hand, so that an update need not go
// through the index. They never change: another state has its own, which share
// what stayed.
type contents struct {
	documents  []*DocumentEntry // ordered
	discovered []*Discovered    // ordered
}

// entryOf makes the entry of a document of its first passage as it is stored,
// so that it holds nothing else of the document's text.
func entryOf(stored string) (*DocumentEntry, error) {
	o, err := decodeOrigin(stored)
	if err != nil {
		return nil, err
	}
	return &DocumentEntry{Document: o.Document, Passages: o.Of, hash: o.Hash, discovered: o.Discovered}, nil
}

// contentsOf makes the contents of all entries. It is an error where a
// document is there twice: then the index is damaged.
func contentsOf(entries []*DocumentEntry) (*contents, error) {
	ordered.Sort(entries)
	for i := 1; i < len(entries); i++ {
		if entries[i].Key() == entries[i-1].Key() {
			return nil, fmt.Errorf("%w: it holds %s twice", errDamaged, entries[i].Key())
		}
	}
	c := &contents{documents: entries}
	c.discovered = c.rediscovered(nil, entries)
	return c, nil
}

// entry is that of a document; nil where there is none.
func (c *contents) entry(id string) *DocumentEntry {
	e, _ := ordered.Find(c.documents, id)
	return e
}

// with are the contents with documents read anew, and without some.
func (c *contents) with(read []*DocumentEntry, gone []string) *contents {
	next := &contents{documents: ordered.With(c.documents, read, gone)}
	before, after := ordered.Diff(c.documents, next.documents)
	next.discovered = c.rediscovered(before, after)
	return next
}

// rediscovered are the actors discovered, once some documents are replaced by
// others.
func (c *contents) rediscovered(before, after []*DocumentEntry) []*Discovered {
	ways := map[string][]way{}
	add := func(entries []*DocumentEntry, n int) {
		for _, e := range entries {
			for _, a := range e.discovered {
				have, ok := ways[a.ID]
				if d, found := ordered.Find(c.discovered, a.ID); found && !ok {
					have = slices.Clone(d.ways)
				}
				ways[a.ID] = counted(have, a, n)
			}
		}
	}
	add(after, 1)
	add(before, -1)
	var come []*Discovered
	var gone []string
	for id, all := range ways {
		if len(all) == 0 {
			gone = append(gone, id)
			continue
		}
		most := slices.MaxFunc(all, func(a, b way) int { return cmp.Compare(a.documents, b.documents) }) // the first of those alike
		come = append(come, &Discovered{Actor: most.Actor, ways: all})
	}
	return ordered.With(c.discovered, come, gone)
}

// counted are ways of writing with one more, or less, document for one of them.
func counted(ways []way, a corpus.Actor, n int) []way {
	i, found := slices.BinarySearchFunc(ways, a, func(w way, a corpus.Actor) int {
		return cmp.Or(cmp.Compare(w.Kind, a.Kind), cmp.Compare(w.Name, a.Name))
	})
	if !found {
		ways = slices.Insert(ways, i, way{Actor: a})
	}
	if ways[i].documents += n; ways[i].documents == 0 {
		ways = slices.Delete(ways, i, i+1)
	}
	return ways
}

// changed are the ids of the documents of a folder that are not the ones that
// the index holds, and of those that it holds and that are gone.
func (c *contents) changed(f *intake.Folder) []string {
	var out []string
	hashes := f.Hashes()
	for _, e := range c.documents {
		if hash, ok := hashes[e.Key()]; !ok || hash != e.hash {
			out = append(out, e.Key())
		}
	}
	for id := range hashes {
		if _, ok := ordered.Find(c.documents, id); !ok {
			out = append(out, id)
		}
	}
	slices.Sort(out)
	return out
}
