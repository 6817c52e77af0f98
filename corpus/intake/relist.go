package intake

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// toList gives the paths at which to look, in walk order and none below another:
// those that are told, and those of links, which change without being told.
func (f *Folder) toList(told []string) []string {
	if f.site.root == nil {
		return []string{"."}
	}
	folders := map[string]bool{}
	var paths []string
	for _, name := range told {
		if at, ok := f.upTo(path.Clean(name), folders); ok {
			paths = append(paths, at)
		}
	}
	for _, s := range f.links {
		paths = append(paths, s.path)
	}
	if slices.Contains(paths, ".") {
		return []string{"."}
	}
	slices.SortFunc(paths, walkOrder)
	var out []string
	for _, name := range paths {
		if n := len(out); n == 0 || !isBelow(name, out[n-1]) {
			out = append(out, name)
		}
	}
	return out
}

// upTo is the path itself, or that above it which is no folder any more, or was
// none until now; ok is false where nothing so named is looked at. folders has
// what is known of the folders above.
func (f *Folder) upTo(name string, folders map[string]bool) (at string, ok bool) {
	for !fs.ValidPath(name) { // as one that is not UTF-8, which a walk meets all the same
		name = path.Dir(name)
	}
	for i, c := range name {
		if c != '/' {
			continue
		}
		above := name[:i]
		if !isListed(above, true) {
			return "", false
		}
		if _, known := folders[above]; !known {
			info, err := fs.Lstat(f.site.fsys, above)
			_, listed := f.at(above)
			folders[above] = err == nil && info.IsDir() && !listed
		}
		if !folders[above] {
			return above, true
		}
	}
	if _, err := fs.Lstat(f.site.fsys, name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return path.Dir(name), true // a walk may still meet it
	}
	return name, isListed(name, true)
}

// at is the source at a path.
func (f *Folder) at(name string) (s *source, found bool) {
	i, found := slices.BinarySearchFunc(f.sources, name, func(s *source, name string) int { return walkOrder(s.path, name) })
	if !found {
		return nil, false
	}
	return f.sources[i], true
}

// touched is what came, went or changed.
type touched struct {
	ids   []string // of documents, sorted
	paths []string // of all that was looked at
}

// relist looks again at some paths.
func (f *Folder) relist(ctx context.Context, paths []string) (touched, error) {
	var gone, come []*source
	for _, name := range paths {
		found, err := f.list(ctx, name)
		if err != nil {
			return touched{}, err
		}
		for _, s := range found {
			if err := f.keep(ctx, s); err != nil {
				return touched{}, err
			}
		}
		gone, come = append(gone, below(f.sources, name)...), append(come, found...)
	}
	out, in := changedFiles(gone, come)
	hasWarnings := func(s *source) bool { return len(s.warnings) > 0 }
	isLink := func(s *source) bool { return s.link }
	isBroken := func(s *source) bool { return s.fault != nil }
	f.sources = spliced(f.sources, gone, come, bySource)
	f.links = spliced(f.links, chosen(gone, isLink), chosen(come, isLink), bySource)
	f.broken = spliced(f.broken, chosen(gone, isBroken), chosen(come, isBroken), bySource)
	mute, loud := chosen(gone, hasWarnings), chosen(come, hasWarnings)
	f.warned = spliced(f.warned, mute, loud, bySource)
	f.documents = spliced(f.documents, out, in, byID)
	var t touched
	for _, d := range slices.Concat(out, in) {
		t.ids = append(t.ids, d.id)
	}
	slices.Sort(t.ids)
	t.ids = slices.Compact(t.ids)
	for _, s := range slices.Concat(gone, come) {
		t.paths = append(t.paths, s.path)
	}
	if f.listDoubled(t.ids) || len(mute)+len(loud) > 0 {
		f.listWarnings()
	}
	return t, nil
}

// listDoubled keeps account of the ids that several documents have; changed is
// true where one of those that were touched is, or was, among them.
func (f *Folder) listDoubled(touched []string) (changed bool) {
	isDoubled := func(id string) bool { return len(f.withID(id)) > 1 }
	wasDoubled := func(id string) bool { _, found := slices.BinarySearch(f.doubled, id); return found }
	out, in := chosen(touched, wasDoubled), chosen(touched, isDoubled)
	f.doubled = spliced(f.doubled, out, in, strings.Compare)
	return len(out)+len(in) > 0
}

// listWarnings puts the warnings in the order of their places. Of documents with
// one id the first is served.
func (f *Folder) listWarnings() {
	var all []warning
	for _, s := range f.warned {
		all = append(all, s.warnings...)
	}
	for _, id := range f.doubled {
		for _, d := range f.withID(id)[1:] {
			all = append(all, warningOf(d.path, d.line, fmt.Sprintf("another document has the id %q already; give it its own", id)))
		}
	}
	slices.SortStableFunc(all, byPlace)
	f.warnings = nil
	for _, w := range all {
		f.warnings = append(f.warnings, w.text)
	}
}

// keep sees to a document whose front matter breaks the rules: it goes on as it
// was, or is left out if it was not here. Its text is kept with what was said of
// it; another text is another document.
func (f *Folder) keep(ctx context.Context, s *source) error {
	if s.fault == nil {
		return nil
	}
	now := s.files
	s.files = nil
	if was, found := f.at(s.path); found && len(was.files) > 0 {
		s.files = slices.Clone(was.files)
		if len(now) > 0 && now[0].text == was.files[0].text {
			return nil
		}
	}
	a, found, err := f.archived(ctx, s.path)
	text := hashOf([]byte(a.text))
	switch {
	case err != nil:
		return err
	case !found || len(s.files) > 0 && s.files[0].text != text:
		s.files = nil
		s.warn(s.fault.Line, s.fault.What+"; "+s.fault.Do)
	case len(s.files) == 0:
		s.files = []*file{{id: s.path, path: s.path, own: &a.entry, text: text}}
	}
	return nil
}

// changedFiles are the files of sources, in walk order, that are not the same
// before and after, as documents of which nothing is said yet, by id. Those that
// are the same are shared.
func changedFiles(before, after []*source) (out, in []*document) {
	var gone, come []*file
	for _, s := range before {
		gone = append(gone, s.files...)
	}
	for _, s := range after {
		for i, now := range s.files {
			for len(gone) > 0 && cmp.Or(walkOrder(gone[0].path, now.path), cmp.Compare(gone[0].line, now.line)) < 0 {
				out, gone = append(out, &document{file: gone[0]}), gone[1:]
			}
			if len(gone) > 0 && gone[0].same(now) {
				s.files[i], gone = gone[0], gone[1:]
				continue
			}
			come = append(come, now)
		}
	}
	for _, g := range gone {
		out = append(out, &document{file: g})
	}
	for _, c := range come {
		in = append(in, &document{file: c, entry: c.own})
	}
	slices.SortFunc(out, byID)
	slices.SortFunc(in, byID)
	return out, in
}
