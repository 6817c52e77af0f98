package intake

import (
	"iter"
	"maps"
	"slices"

	"dossierbot/corpus/names"
)

// draft is a folder in the making, from the one before.
type draft struct {
	was, next *Folder
	touched   touched
	work      map[string]*document // by id, the documents that may not be as before; nil where there is none any more
}

// newDraft begins a folder with the documents of base.
func newDraft(was *Folder, base Folder, touched touched) *draft {
	return &draft{was: was, next: &base, touched: touched, work: map[string]*document{}}
}

// withoutBroken takes the documents out whose front matter breaks the rules, also
// those that are kept as they were before it did.
func (d *draft) withoutBroken() *draft {
	var out []*document
	for _, s := range d.next.broken {
		for _, kept := range s.files {
			out = append(out, &document{file: kept})
			d.touched.ids = append(slices.Clip(d.touched.ids), kept.id)
		}
	}
	slices.SortFunc(out, byID)
	d.next.documents = spliced(d.next.documents, out, nil, byID)
	return d
}

// carry lets what the editor's files say go on as before. ok is false where they
// must be held against the documents anew.
func (d *draft) carry() (ok bool) {
	d.redo(slices.Values(d.touched.ids))
	d.name()
	return !d.concerned() && len(d.contested()) == 0
}

// redo holds documents against dossier.yaml anew.
func (d *draft) redo(ids iter.Seq[string]) {
	for id := range ids {
		if _, done := d.work[id]; done {
			continue
		}
		doc := d.next.first(id)
		if doc != nil {
			doc = &document{file: doc.file, entry: doc.own, corrections: d.next.corrected[id]}
			if said := d.next.entries[id]; said != nil {
				both := said.over(*doc.own)
				doc.entry = &both
			}
		}
		d.work[id] = doc
	}
}

// name puts the short names of the documents in order.
func (d *draft) name() {
	var out, in []*document
	for id, doc := range d.work {
		if before := d.was.first(id); before != nil && before.entry.ID != "" {
			out = append(out, before)
		}
		if doc != nil && doc.entry.ID != "" {
			in = append(in, doc)
		}
	}
	slices.SortFunc(out, byName)
	slices.SortFunc(in, byName)
	d.next.named = spliced(d.was.named, out, in, byName)
}

// contested are the names, among those that may mean another document than
// before, that several documents claim, sorted.
func (d *draft) contested() []string {
	claimed := map[string]bool{}
	claim := func(name string) {
		n := len(d.next.withName(name))
		if d.next.first(name) != nil {
			n++
		}
		if n > 1 {
			claimed[name] = true
		}
	}
	for id, doc := range d.work {
		claim(id)
		for _, doc := range []*document{doc, d.was.first(id)} {
			if doc != nil && doc.entry.ID != "" {
				claim(doc.entry.ID)
			}
		}
	}
	return slices.Sorted(maps.Keys(claimed))
}

// concerned tells whether a name by which the editor's files refer to a document
// may mean another than before.
func (d *draft) concerned() bool {
	referred := d.was.referred
	short := func(doc *document) string {
		if doc == nil {
			return ""
		}
		return doc.entry.ID
	}
	paths := slices.Clone(d.touched.paths)
	for id, doc := range d.work {
		before := d.was.first(id)
		a, b := short(before), short(doc)
		if referred[id] && (before == nil) != (doc == nil) || a != b && (referred[a] || referred[b]) {
			return true
		}
		for _, other := range slices.Concat(d.was.withID(id), d.next.withID(id)) {
			paths = append(paths, other.path)
		}
	}
	return slices.ContainsFunc(paths, func(path string) bool {
		return referred[path] && d.was.isWarnedOf(path) != d.next.isWarnedOf(path)
	})
}

// seal gives each document its fingerprint. changed are the ids of those that
// have another one than before.
func (d *draft) seal() (next *Folder, changed []string, err error) {
	next = d.next
	var out, in []*document
	for id, doc := range d.work {
		before := d.was.first(id)
		if doc != nil {
			if doc.print, err = doc.reckon(); err != nil {
				return nil, nil, err
			}
			out, in = append(out, next.first(id)), append(in, doc)
		}
		if before.fingerprint() == doc.fingerprint() {
			continue
		}
		next.sum = next.sum.less(before.sum()).plus(doc.sum())
		changed = append(changed, id)
	}
	slices.SortFunc(out, byID)
	slices.SortFunc(in, byID)
	next.documents = spliced(next.documents, out, in, byID)
	if next.dossier != d.was.dossier {
		if next.editors, next.standing, err = next.edition.hashes(); err != nil {
			return nil, nil, err
		}
	}
	if next.editors != d.was.editors {
		next.names = names.New(next.dossier.Actors)
	}
	slices.Sort(changed)
	return next, changed, nil
}
