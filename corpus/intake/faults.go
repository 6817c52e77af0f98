package intake

import (
	"errors"
	"fmt"
	"strings"

	"github.com/goccy/go-yaml"
)

// FileError is a fault in an editor's file.
type FileError struct {
	File string
	Line int // from 1; 0 where it is the whole file's
	What string
	Do   string
}

// Error says where, what and what to do.
func (e *FileError) Error() string {
	return fmt.Sprintf("%s: %s; %s", Place{e.File, e.Line}, e.What, e.Do)
}

// Place is a line of a file; the zero Place is nowhere.
type Place struct {
	File string
	Line int // from 1; 0 where it is the whole file
}

// String is "actors.yaml:12".
func (p Place) String() string {
	if p.Line == 0 {
		return p.File
	}
	return fmt.Sprintf("%s:%d", p.File, p.Line)
}

// Faults are all the faults for which a folder is refused, at least one: the
// front matter's first, then those of dossier.yaml, topics.yaml, actors.yaml
// and corrections.yaml. What only follows from another fault is not among
// them: where a file cannot be read, nothing is said of what it may hold.
type Faults struct {
	Found []*FileError
	// Documents and Actors count what could be read all the same.
	Documents, Actors int
}

// Error tells the first few.
func (e *Faults) Error() string {
	const few = 10
	var lines []string
	for i, fault := range e.Found {
		if i == few {
			lines = append(lines, fmt.Sprintf("and %d more", len(e.Found)-few))
			break
		}
		lines = append(lines, fault.Error())
	}
	return strings.Join(lines, "\n")
}

// Unwrap gives each fault to errors.As.
func (e *Faults) Unwrap() []error {
	out := make([]error, len(e.Found))
	for i, fault := range e.Found {
		out[i] = fault
	}
	return out
}

// refuse notes a fault, so that the others are found too; ok is true where
// there is none.
func (f *Folder) refuse(fault *FileError) (ok bool) {
	if fault != nil {
		f.faults = append(f.faults, fault)
	}
	return fault == nil
}

// decode reads one of the editor's files into a struct; ok is false where it
// breaks the rules of YAML or has a key that is not known. Then nothing can be
// said of what the file would have held.
func (f *Folder) decode(name string, raw []byte, into any) (ok bool) {
	f.unread[name] = f.unread[name] || !f.refuse(decode(name, raw, into, yaml.Strict()))
	return !f.unread[name]
}

// unreadable notes that a file of the editor's cannot be read. Its error is one
// that is no fault of the file's.
func (f *Folder) unreadable(name string, err error) error {
	var fault *FileError
	if !errors.As(err, &fault) {
		return err
	}
	f.refuse(fault)
	f.unread[name] = true
	return nil
}

// faulty is the error of all faults that were noted; nil where there are none.
func (f *Folder) faulty() error {
	if len(f.faults) == 0 {
		return nil
	}
	return &Faults{Found: f.faults, Documents: len(f.files), Actors: len(f.dossier.Actors)}
}
