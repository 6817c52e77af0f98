package intake

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"syscall"
)

// CannotBeRead begins what a warning says of a folder that cannot be listed, and
// of a file that cannot be opened.
const CannotBeRead = "cannot be read: "

// maxID is the length of an id in bytes. Each passage bears its document's.
const maxID = 1024

// list finds the sources at a path and below it, in walk order. A path at which
// nothing lies has none.
func (f *Folder) list(ctx context.Context, at string) ([]*source, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if f.site.single != "" { // taken whatever its name
		s, err := f.source(ctx, f.site.single, false)
		return []*source{s}, err
	}
	info, err := fs.Lstat(f.site.fsys, at)
	switch {
	case errors.Is(err, fs.ErrNotExist) && at != ".":
		return nil, nil
	case err != nil:
		return nil, fmt.Errorf("%s cannot be read: %w", at, err)
	case !info.IsDir() && !isListed(at, false):
		return nil, nil
	case !info.IsDir():
		s, err := f.source(ctx, at, info.Mode()&fs.ModeSymlink != 0)
		return []*source{s}, err
	}
	var found []*source
	err = fs.WalkDir(f.site.fsys, at, func(name string, e fs.DirEntry, err error) error {
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case err != nil && (name == "." || isOurs(err)):
			return fmt.Errorf("%s cannot be read: %w", name, err)
		case err != nil:
			s := &source{path: name}
			s.warn(0, CannotBeRead+reason(err).Error())
			found = append(found, s)
			return nil
		case !isListed(name, e.IsDir()):
			if e.IsDir() {
				return fs.SkipDir
			}
			return nil
		case e.IsDir():
			return nil
		}
		s, err := f.source(ctx, name, e.Type()&fs.ModeSymlink != 0)
		found = append(found, s)
		return err
	})
	return found, err
}

// isListed tells whether what lies at a path is looked at, by its name.
func isListed(name string, isDir bool) bool {
	base := path.Base(name)
	switch {
	case name == ".":
		return true
	case strings.HasPrefix(base, "."):
		return false
	}
	return isDir || !strings.HasPrefix(base, "README") && !isEditors(name)
}

// leftOut names the first few of what was left out.
func leftOut(warnings []string) string {
	const few = 3
	switch n := len(warnings); {
	case n == 0:
		return ""
	case n > few:
		return fmt.Sprintf(" (left out: %s; and %d more)", strings.Join(warnings[:few], "; "), n-few)
	}
	return " (left out: " + strings.Join(warnings, "; ") + ")"
}

// Reads tells whether files with such a name are read, as far as the format
// goes.
func Reads(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".txt", ".md", ".jsonl":
		return true
	}
	return false
}

// source reads what lies at a path that is no folder.
func (f *Folder) source(ctx context.Context, name string, link bool) (*source, error) {
	s := &source{path: name, link: link}
	if !Reads(name) {
		s.warn(0, "its format is not known; known are .txt, .md and .jsonl")
		return s, nil
	}
	if strings.EqualFold(path.Ext(name), ".jsonl") {
		return s, f.listRecords(ctx, s)
	}
	raw, err := f.readFile(name)
	if isOurs(err) {
		return nil, fmt.Errorf("%s %w", name, err)
	}
	if err != nil {
		s.warn(0, err.Error())
		return s, nil
	}
	doc := &file{id: name, path: name, own: &entry{}}
	front, text := split(name, raw)
	*doc.own, s.fault = frontMatter(name, front)
	s.id = doc.own.ID
	if fault := faultOf(text); fault != "" {
		s.warn(0, fault)
		return s, nil
	}
	doc.text = hashOf(text)
	s.take(doc)
	return s, nil
}

// openFile opens a regular file of the folder.
func (f *Folder) openFile(name string) (fs.File, error) {
	// Opening a pipe would wait for a writer, so the kind is asked first.
	info, err := fs.Stat(f.site.fsys, name) // follows links
	if err != nil {
		return nil, fmt.Errorf("cannot be read: %w; where it is a link, it leads out of the folder or to nothing", reason(err))
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("it is no regular file; links to folders, pipes and devices are not followed")
	}
	file, err := f.site.fsys.Open(name)
	if err != nil {
		return nil, fmt.Errorf("cannot be read: %w", reason(err))
	}
	return file, nil
}

// readFile reads a regular file up to the limit.
func (f *Folder) readFile(name string) ([]byte, error) {
	file, err := f.openFile(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	if info, err := file.Stat(); err == nil && info.Size() > f.options.MaxFileBytes {
		return nil, f.overLimit()
	}
	var raw bytes.Buffer
	if _, err := io.Copy(&raw, io.LimitReader(file, f.options.MaxFileBytes+1)); err != nil {
		return nil, fmt.Errorf("cannot be read: %w", reason(err))
	}
	if int64(raw.Len()) > f.options.MaxFileBytes { // it grew
		return nil, f.overLimit()
	}
	return raw.Bytes(), nil
}

func (f *Folder) overLimit() error {
	return fmt.Errorf("it is over the limit of %d bytes; split it, or raise the setting corpus.max_file_bytes", f.options.MaxFileBytes)
}

// reason is an error without the operation and the path, which the message
// around it names.
func reason(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// isOurs tells whether an error is that of the machine or its net, and says
// nothing of the file: a document that cannot be read for it is not gone.
func isOurs(err error) bool {
	return slices.ContainsFunc([]syscall.Errno{
		syscall.EMFILE, syscall.ENFILE, syscall.ENOMEM, syscall.EIO, syscall.ESTALE, syscall.ENOTCONN, syscall.ETIMEDOUT,
	}, func(e syscall.Errno) bool { return errors.Is(err, e) })
}
