package intake

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// file is a document before it is read.
type file struct {
	id    string
	path  string // below the folder; empty for a record of a .jsonl
	text  []byte // of a record; nil for a file
	entry entry  // what dossier.yaml, the front matter or the record says
	// corrections are those of its statements, in the order of their lines.
	corrections []correction
	hash        string // of the bytes, the entry and the corrections
}

// maxID is the length of an id in bytes. Each passage bears its document's.
const maxID = 1024

// list finds the documents, in the order of their names; records stand in
// the order of their lines. A single file that was named is taken whatever its
// name.
func (f *Folder) list(ctx context.Context, single string) error {
	err := ctx.Err()
	if single != "" {
		err = f.add(ctx, single)
	} else if err == nil {
		err = fs.WalkDir(f.fsys, ".", func(name string, e fs.DirEntry, err error) error {
			base := path.Base(name)
			switch {
			case ctx.Err() != nil:
				return ctx.Err()
			case err != nil:
				f.warn(name, "cannot be read: "+reason(err))
			case name == ".":
			case strings.HasPrefix(base, ".") && e.IsDir():
				return fs.SkipDir
			case e.IsDir(), strings.HasPrefix(base, "."), strings.HasPrefix(base, "README"), isEditors(name):
			default:
				return f.add(ctx, name)
			}
			return nil
		})
	}
	if err != nil {
		return err
	}
	if len(f.files) == 0 {
		return fmt.Errorf("there is no document in it%s; put .txt, .md or .jsonl files there", leftOut(f.warnings))
	}
	return nil
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

func (f *Folder) warn(name, why string) {
	if !isPlain(name) {
		name = strconv.Quote(name)
	}
	f.warnings = append(f.warnings, name+": "+why)
}

// add takes a file in, or warns why not. Front matter that breaks the rules is
// noted as a fault.
func (f *Folder) add(ctx context.Context, name string) error {
	switch strings.ToLower(path.Ext(name)) {
	case ".jsonl":
		return f.addRecords(ctx, name)
	case ".txt", ".md":
	default:
		f.warn(name, "its format is not known; known are .txt, .md and .jsonl")
		return nil
	}
	raw, err := f.readFile(name)
	if err != nil {
		f.warn(name, err.Error())
		return nil
	}
	doc := &file{id: name, path: name, hash: hashOf(raw)}
	text := raw
	if isMarkdown(name) {
		var fault *FileError
		if doc.entry, text, fault = frontMatter(name, raw); !f.refuse(fault) {
			f.unread[DocumentsFile] = f.unread[DocumentsFile] || doc.entry.ID == "" // it may have one
			text = raw
		}
	}
	if fault := faultOf(text); fault != "" {
		f.warn(name, fault)
		return nil
	}
	f.take(doc, name)
	return nil
}

func isMarkdown(name string) bool { return strings.EqualFold(path.Ext(name), ".md") }

// take adds a document to the list, unless its id cannot be used.
func (f *Folder) take(doc *file, where string) {
	switch {
	case len(doc.id) > maxID:
		f.warn(where, fmt.Sprintf("its id is longer than %d bytes; shorten it", maxID))
	case !isPlain(doc.id):
		f.warn(where, "its id holds a line break, another control character or bytes that are not UTF-8; rename it")
	case f.byID[doc.id] != nil:
		f.warn(where, fmt.Sprintf("another document has the id %q already; give it its own", doc.id))
	default:
		f.byID[doc.id] = doc
		f.files = append(f.files, doc)
	}
}

// isPlain tells whether a name stands on one line of UTF-8.
func isPlain(name string) bool {
	return utf8.ValidString(name) && !strings.ContainsFunc(name, unicode.IsControl)
}

// openFile opens a regular file of the folder.
func (f *Folder) openFile(name string) (fs.File, error) {
	// Opening a pipe would wait for a writer, so the kind is asked first.
	info, err := fs.Stat(f.fsys, name) // follows links
	if err != nil {
		return nil, fmt.Errorf("cannot be read: %s; where it is a link, it leads out of the folder or to nothing", reason(err))
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("it is no regular file; links to folders, pipes and devices are not followed")
	}
	file, err := f.fsys.Open(name)
	if err != nil {
		return nil, fmt.Errorf("cannot be read: %s", reason(err))
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
		return nil, fmt.Errorf("cannot be read: %s", reason(err))
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
func reason(err error) string {
	var p *fs.PathError
	if errors.As(err, &p) {
		err = p.Err
	}
	return err.Error()
}
