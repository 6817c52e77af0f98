package watch

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
	"time"
)

// stamp tells whether a path is as it was. The zero stamp is that of nothing.
type stamp struct {
	kind         fs.FileMode // the kind; of a link, with that of what it leads to
	there        bool
	unread       bool  // a folder that cannot be listed
	size         int64 // bytes
	mtime, ctime int64 // nanoseconds
	id           inode
	link         inode // of the link itself
	linked       int64 // ctime of the link itself
}

// inode tells two files of one name apart; zero where the system does not tell.
type inode struct{ device, number uint64 }

func (s stamp) folder() bool { return s.kind == fs.ModeDir }

func (s stamp) sameFolder(o stamp) bool { return s.folder() && o.folder() && s.id == o.id }

// racy tells whether a file changed so lately that another change may leave no
// trace: clocks of file systems tick every few milliseconds, and some every two
// seconds, which shows by whole seconds.
func (s stamp) racy(now time.Time) bool {
	latest := s.latest()
	tick := 20 * time.Millisecond
	if latest%int64(time.Second) == 0 {
		tick = 2 * time.Second
	}
	age := time.Duration(now.UnixNano() - latest)
	return s.there && -tick < age && age < tick
}

// latest is when something last happened to a file, in nanoseconds since 1970.
func (s stamp) latest() int64 {
	if latest := max(s.ctime, s.linked); latest != 0 {
		return latest
	}
	return s.mtime
}

// stampOf looks at a file; of a link, at it and at what it leads to. Of a
// folder the times are left out: they tell of what came into it and went, and
// each of these has its own stamp. What may not be looked at is nothing; an
// error is that the system cannot tell.
func stampOf(name string) (stamp, error) {
	info, err := os.Lstat(name)
	if isGone(err) || errors.Is(err, fs.ErrPermission) {
		return stamp{}, nil
	}
	if err != nil {
		return stamp{}, err
	}
	s := stamp{there: true, kind: info.Mode().Type()}
	if s.kind&fs.ModeSymlink != 0 {
		s.link, s.linked = system(info)
		if info, err = os.Stat(name); err != nil {
			return s, nil // it leads to nothing
		}
		s.kind |= info.Mode().Type()
	}
	s.id, s.ctime = system(info)
	if info.IsDir() {
		s.ctime = 0
		return s, nil
	}
	s.size, s.mtime = info.Size(), info.ModTime().UnixNano()
	return s, nil
}

// isGone tells whether an error says that there is nothing.
func isGone(err error) bool {
	return errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR)
}
