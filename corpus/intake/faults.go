package intake

import (
	"fmt"
	"strings"
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
