package intake

import (
	"cmp"
	"slices"
	"strings"

	"dossierbot/corpus"
)

// document is a file with what the editor's files say of it. It does not change
// once it is in a folder.
type document struct {
	*file
	entry       *entry
	corrections []correction
	print       corpus.Fingerprint
}

// byID puts those with one id in the order of their places: the first is served.
func byID(a, b *document) int {
	return cmp.Or(strings.Compare(a.id, b.id), walkOrder(a.path, b.path), cmp.Compare(a.line, b.line))
}

// byName is the order of their short names.
func byName(a, b *document) int {
	return cmp.Or(strings.Compare(a.entry.ID, b.entry.ID), walkOrder(a.path, b.path), cmp.Compare(a.line, b.line))
}

// withID are the documents with an id, in the order of their places.
func (f *Folder) withID(id string) []*document {
	return run(f.documents, func(d *document) int { return strings.Compare(d.id, id) })
}

// first is the document that is served under an id; nil where there is none.
func (f *Folder) first(id string) *document {
	if found := f.withID(id); len(found) > 0 {
		return found[0]
	}
	return nil
}

// withName are the documents with a short name, in the order of their places,
// but for one whose id it is.
func (f *Folder) withName(name string) []*document {
	return chosen(run(f.named, func(d *document) int { return strings.Compare(d.entry.ID, name) }), func(d *document) bool { return d.id != name })
}

// run is the part of a sorted list of which order gives 0.
func run[T any](list []T, order func(T) int) []T {
	from, _ := slices.BinarySearchFunc(list, 0, func(item T, _ int) int { return order(item) })
	n, _ := slices.BinarySearchFunc(list[from:], 0, func(item T, _ int) int {
		if order(item) == 0 {
			return -1
		}
		return 1
	})
	return list[from : from+n]
}

// means is the id of the document that a name means, which is an id or a short
// name. Where several documents claim a name, it goes on to mean the one that it
// meant before.
func (f *Folder) means(name string) (id string, known bool) {
	if id, contested := f.held[name]; contested {
		return id, true
	}
	if f.first(name) != nil {
		return name, true
	}
	if found := f.withName(name); len(found) > 0 {
		return found[0].id, true
	}
	return "", false
}

// isWarnedOf tells whether what lies at a path was left out, or some of it: then
// it is no fault to say something of it.
func (f *Folder) isWarnedOf(name string) bool {
	s, found := f.at(name)
	return found && (len(s.warnings) > 0 || slices.ContainsFunc(s.files, func(d *file) bool {
		first := f.first(d.id)
		return first == nil || first.file != d
	}))
}

// count is how many documents are served.
func (f *Folder) count() int {
	n := len(f.documents)
	for _, id := range f.doubled {
		n -= len(f.withID(id)) - 1
	}
	return n
}

// served are the documents that are, by id.
func (f *Folder) served(yield func(*document) bool) {
	for i, d := range f.documents {
		if (i == 0 || f.documents[i-1].id != d.id) && !yield(d) {
			return
		}
	}
}
