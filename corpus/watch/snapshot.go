package watch

import (
	"context"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// snapshot is what lay in the corpus when it was last looked at.
type snapshot struct {
	folders map[string]folder // by path; those that are hidden or led to by links are not there
	// links are the paths whose content may change without an event of their own.
	links  map[string]struct{}
	places map[inode]string // where each folder was last seen
}

// folder is what lies in one folder, by name.
type folder map[string]stamp

// known is what is known of a path; the zero stamp where nothing lay there.
func (s *snapshot) known(p string) stamp { return s.folders[path.Dir(p)][path.Base(p)] }

// look compares what lies at a path with what is known of it, and marks what
// differs. Into a folder that is the same it goes only where deep is set. Paths
// whose folder is not known are left alone: they are looked at with it. So are
// those of which the system cannot tell what is there, as when a disk or a
// server does not answer: that is not to be gone.
func (w *Watcher) look(ctx context.Context, p string, deep bool) {
	dir, name := path.Dir(p), path.Base(p)
	known, ok := w.folders[dir]
	if !ok || ctx.Err() != nil {
		return
	}
	was := known[name]
	now, err := stampOf(w.full(p))
	if err != nil {
		return
	}
	if now.there && !now.folder() && w.single == "" && scratch(name) {
		now = stamp{}
	}
	same := now.sameFolder(was)
	if (was.folder() || now.folder()) && !same {
		w.forget(p)
	}
	if now.folder() && !same {
		w.settle(ctx, p, now.id)
	}
	if now.folder() && (deep || !same || was.unread) {
		switch err := w.scan(ctx, p); {
		case err == nil:
		case errors.Is(err, fs.ErrPermission):
			w.forget(p)
			now.unread = true
		case same && !isGone(err):
			return
		default:
			w.forget(p)
			now = stamp{}
		}
	}
	if now.there {
		known[name] = now
	} else {
		delete(known, name)
	}
	if now.kind&fs.ModeSymlink != 0 {
		w.links[p] = struct{}{}
	} else {
		delete(w.links, p)
	}
	if now != was {
		w.mark(p)
	}
}

// settle notes where a folder is. A watch goes with its folder: where that is
// seen in its new place before it is known to have left the old one, the watch
// would go on to tell of the old, so the old place is looked at first.
func (w *Watcher) settle(ctx context.Context, p string, id inode) {
	if id == (inode{}) {
		return
	}
	if before, ok := w.places[id]; ok && before != p {
		w.look(ctx, before, false)
	}
	w.places[id] = p
}

// scan looks at all that lies in a folder, or lay there. The folder is watched
// before it is read, so that what comes while it is read has an event.
func (w *Watcher) scan(ctx context.Context, dir string) error {
	if ctx.Err() != nil {
		return nil
	}
	w.watch(dir)
	names, err := w.list(dir)
	if err != nil {
		return err
	}
	known := w.folders[dir]
	if known == nil {
		known = make(folder, len(names))
		w.folders[dir] = known
	}
	for _, name := range names {
		w.look(ctx, path.Join(dir, name), true)
	}
	for name := range known {
		if _, listed := slices.BinarySearch(names, name); !listed {
			w.look(ctx, path.Join(dir, name), true)
		}
	}
	return nil
}

// forget takes a folder out of the snapshot, marks all that lay in it, and ends
// its watches, which would go with the folder to where it was moved.
func (w *Watcher) forget(dir string) {
	for name, s := range w.folders[dir] {
		p := path.Join(dir, name)
		if s.folder() {
			w.forget(p)
		}
		delete(w.links, p)
		w.mark(p)
	}
	if id := w.known(dir).id; w.places[id] == dir {
		delete(w.places, id)
	}
	delete(w.folders, dir)
	w.watches.remove(w.full(dir))
}

// lookAtLinks finds those whose target is another one or has changed.
func (w *Watcher) lookAtLinks(ctx context.Context) {
	w.stirred = false
	for p := range w.links {
		w.look(ctx, p, false)
	}
}

// hidden tells of a name that neither a document nor an editor's file has.
func hidden(name string) bool { return strings.HasPrefix(name, ".") }

// scratch tells of a name that editors give to copies and tests of their own.
func scratch(name string) bool {
	return strings.HasSuffix(name, "~") || strings.HasSuffix(name, ".swp") || strings.HasSuffix(name, ".swx") ||
		strings.HasPrefix(name, "#") && strings.HasSuffix(name, "#") ||
		name == "4913" // with which vim tries whether it may write
}
