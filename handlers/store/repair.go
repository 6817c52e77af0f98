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
func (s *Store) repair(ctx context.Context, e engine) (copied bool, err error) {
	of, fault := e.examine(ctx, s.path)
	twin, copyFault := e.examine(ctx, s.copyPath)
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
		if _, err := s.place(s.path, func(path string) error { return e.create(ctx, path) }); err != nil {
			return false, err
		}
	case fault != nil && copyFault != nil:
		return false, fmt.Errorf("%w, and so is its copy; nothing was changed. To go on, move %s and %s elsewhere, and put a backup in the place "+
			"of the first if there is one: %w; %w", ErrDamaged, s.path, s.copyPath, fault, copyFault)
	case fault != nil:
		kept, err := s.place(s.path, func(path string) error { return e.duplicate(ctx, s.copyPath, path) })
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
	kept, err := s.place(s.copyPath, func(path string) error { return e.duplicate(ctx, s.path, path) })
	if err != nil {
		s.o.Log.Error("the database has no copy until the next start", "database", s.path, "error", explain(s.copyPath, err))
		return false, ctx.Err()
	}
	if !errors.Is(copyFault, fs.ErrNotExist) {
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
	_, err := db.ExecContext(ctx, `VACUUM INTO ?`, to)
	return errors.Join(err, db.Close())
}

// place puts a file that is made beside a path into its place once it is whole,
// and moves what is there aside: to where, it tells.
func (s *Store) place(path string, make func(path string) error) (kept string, err error) {
	fresh := path + ".new"
	if err := remove(fresh); err != nil {
		return "", err
	}
	if err := make(fresh); err != nil {
		return "", errors.Join(err, remove(fresh))
	}
	if err := errors.Join(os.Chmod(fresh, 0o600), sync(fresh)); err != nil {
		return "", errors.Join(err, remove(fresh))
	}
	if kept, err = s.moveAside(path); err != nil {
		return "", err
	}
	if err := os.Rename(fresh, path); err != nil {
		return "", err
	}
	_ = sync(filepath.Dir(path)) // not everywhere can a folder be synced
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
	for _, end := range []string{"-wal", "-shm", ""} {
		switch err := os.Rename(path+end, aside()+end); {
		case err == nil:
			kept = aside()
		case !errors.Is(err, fs.ErrNotExist):
			return "", fmt.Errorf("move it aside: %w", err)
		}
	}
	return kept, nil
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// remove removes a file, if it is there.
func remove(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// sync waits until a file, or the names in a folder, are on the disk.
func sync(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
