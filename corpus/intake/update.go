package intake

import (
	"context"
	"fmt"
)

// Update gives the folder as it is now, where at most what lies at some paths or
// below them has changed since: slash paths below the folder, of files or
// folders that are there or gone; "." is all of it. What did not change is
// shared with f, which stays as it is. It costs by what lies at the paths, and
// by the editor's files where they, or documents of which they tell, changed.
//
// changed are the ids of the documents that came, went, or have another
// Fingerprint, sorted. Where the editor's files break the rules, next goes on
// with what they last said, and next.Faults tells. An error, as of a folder
// that is gone or empty, says nothing of the documents: f is what to go on with.
func (f *Folder) Update(ctx context.Context, paths []string) (next *Folder, changed []string, err error) {
	if f.site.name == "" { // nothing can change it
		return f, nil, nil
	}
	place, moved, err := f.site.again()
	if err != nil {
		return nil, nil, err
	}
	if moved {
		paths = []string{"."}
	}
	if next, changed, err = f.update(ctx, place, paths); err != nil {
		return nil, nil, fmt.Errorf("corpus %s: %w", place.shown(), err)
	}
	next.logWarnings(f)
	return next, changed, nil
}

// update makes the folder of now, which may lie at another place.
func (f *Folder) update(ctx context.Context, at site, paths []string) (*Folder, []string, error) {
	base := *f
	base.site = at
	paths = base.toList(paths)
	touched, err := base.relist(ctx, paths)
	if err != nil {
		return nil, nil, err
	}
	if len(base.documents) == 0 {
		return nil, nil, fmt.Errorf("there is no document in it%s; put .txt, .md or .jsonl files there", leftOut(base.warnings))
	}
	if base.written, err = base.onDisk(f.written, paths); err != nil {
		return nil, nil, err
	}
	if f.dossier != nil && f.faults == nil && len(base.broken) == 0 && base.written.same(f.written) {
		if d := newDraft(f, base, touched); d.carry() {
			return d.seal()
		}
	}
	d := newDraft(f, base, touched).withoutBroken()
	d.next.counted = base.written
	faults := d.edit(false)
	if len(faults) > 0 {
		refused := &Faults{Found: faults, Documents: d.next.count() + len(base.broken), Actors: len(d.next.dossier.Actors)}
		if f.dossier == nil && f.options.LastGood == nil {
			return nil, nil, refused
		}
		d = newDraft(f, base, touched)
		d.next.counted = base.written.or(f.counted, faults)
		if !d.next.counted.sound() {
			return nil, nil, refused
		}
		d.edit(true)
	}
	d.next.faults = faults
	return d.seal()
}
