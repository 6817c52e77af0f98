package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// repair sees to it that the database is sound, and tells whether its copy is
// one of it: there may be no room for that. It leaves both as they are where
// neither can be read. What is damaged is moved aside, never deleted.
func (s *Store) repair(ctx context.Context) (copied bool, err error) {
	of, fault := s.engine.examine(ctx, s.path)
	twin, copyFault := s.engine.examine(ctx, s.copyPath)
	if fault == nil && copyFault == nil && of.salt == twin.salt && of.touched < twin.touched {
		// It is written before its copy, so the end of its log was lost.
		fault = fmt.Errorf("%w: %s ends with write %d, and its copy with %d", ErrDamaged, s.path, of.touched, twin.touched)
	}
	for _, err := range []error{fault, copyFault} {
		if err != nil && !errors.Is(err, ErrDamaged) && !errors.Is(err, fs.ErrNotExist) {
			return false, err
		}
	}
	switch {
	case errors.Is(fault, fs.ErrNotExist) && errors.Is(copyFault, fs.ErrNotExist):
		if _, err := s.place(s.path, func(path string) error { return s.engine.create(ctx, path) }); err != nil {
			return false, err
		}
		copyFault = nil
	case fault != nil && copyFault != nil:
		return false, fmt.Errorf("%w, and so is its copy; nothing was changed. To go on, move %s and %s elsewhere, and put a backup in the place "+
			"of the first if there is one: %w; %w", ErrDamaged, s.path, s.copyPath, fault, copyFault)
	case fault != nil && of.salt == twin.salt && of.touched > twin.touched:
		return false, fmt.Errorf("%w, and its copy lacks its last %d writes; nothing was changed. To go on without these, move %s "+
			"elsewhere: %w", ErrDamaged, of.touched-twin.touched, s.path, fault)
	case fault != nil:
		kept, err := s.place(s.path, func(path string) error { return s.engine.duplicate(ctx, s.copyPath, path) })
		if err != nil {
			return false, fmt.Errorf("restore it from its copy: %w; %w", err, fault)
		}
		s.o.Log.Error("the database is restored from its copy", "database", s.path, "fault", fault, "kept", kept)
		return true, nil
	case copyFault == nil && of.salt == twin.salt:
		return true, nil
	case copyFault == nil:
		copyFault = errors.New("it is the copy of another database")
	}
	kept, err := s.place(s.copyPath, func(path string) error { return s.engine.duplicate(ctx, s.path, path) })
	if err != nil {
		s.o.Log.Error("the database has no copy until the next start", "database", s.path, "error", explainFile(s.copyPath, err))
		return false, ctx.Err()
	}
	if copyFault != nil {
		s.o.Log.Error("the copy of the database is made anew", "copy", s.copyPath, "fault", copyFault, "kept", kept)
	}
	return true, nil
}

// create makes a database that holds nothing.
func (e engine) create(ctx context.Context, path string) error {
	db := e.open(path, forMaking)
	return errors.Join(createTables(ctx, db), db.Close())
}

// duplicate makes a database of all that another holds, which it reads.
func (e engine) duplicate(ctx context.Context, from, to string) error {
	db := e.open(from, forReading)
	if _, err := db.ExecContext(ctx, `VACUUM INTO ?`, to); err != nil {
		return errors.Join(err, db.Close())
	}
	fresh := e.open(to, forWriting) // gives it a log
	return errors.Join(db.Close(), fresh.PingContext(ctx), fresh.Close())
}

// place puts a file that is made beside a path into its place once it is whole,
// and moves what is there aside: to where, it tells.
func (s *Store) place(path string, build func(path string) error) (kept string, err error) {
	fresh := path + ".new"
	if err := remove(fresh); err != nil {
		return "", err
	}
	err = build(fresh)
	if err == nil {
		err = errors.Join(os.Chmod(fresh, 0o600), flush(fresh))
	}
	if err != nil {
		return "", errors.Join(err, remove(fresh))
	}
	if kept, err = s.moveAside(path); err != nil {
		return "", err
	}
	if err := os.Rename(fresh, path); err != nil {
		return "", err
	}
	_ = flush(filepath.Dir(path)) // not everywhere can a folder be synced
	return kept, nil
}

// moveAside renames a database with its log, so that the log is not taken for
// that of the one which comes in its place. It tells to where, if there is any.
func (s *Store) moveAside(path string) (kept string, err error) {
	at := s.o.Now().UTC()
	aside := func() string { return path + ".damaged-" + at.Format("20060102T150405Z") }
	for exists(aside()) || exists(aside()+"-wal") {
		at = at.Add(time.Second)
	}
	for _, end := range []string{"-wal", ""} {
		info, err := os.Stat(path + end)
		if err == nil && (info.Size() > 0 || end == "") { // whoever looks at a database makes an empty log
			kept = aside()
			err = os.Rename(path+end, kept+end)
		} else if err == nil {
			err = os.Remove(path + end)
		}
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return "", fmt.Errorf("move it aside: %w", err)
		}
	}
	// It holds nothing but where things lie in the log.
	if err := os.Remove(path + "-shm"); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", fmt.Errorf("move it aside: %w", err)
	}
	return kept, nil
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// remove removes what is there of a database that was being made.
func remove(path string) error {
	var problems []error
	for _, end := range []string{"", "-journal", "-wal", "-shm"} {
		if err := os.Remove(path + end); !errors.Is(err, fs.ErrNotExist) {
			problems = append(problems, err)
		}
	}
	return errors.Join(problems...)
}

// flush waits until a file, or the names in a folder, are on the disk.
func flush(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
