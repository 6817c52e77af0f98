package intake

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// source is what one path of the folder holds. It does not change once it is
// listed.
type source struct {
	path     string
	link     bool    // what it leads to may change without it
	files    []*file // the documents, in the order of their lines
	warnings []warning
	fault    *FileError // front matter breaks the rules
	id       string     // the short name in front matter, as far as it could be read
}

// file is where a document lies, and what stands there. Its text is read again
// when it is asked for, so that a folder takes little memory.
type file struct {
	id, path string
	line     int    // of a record in its .jsonl, from 1; 0 for a document that is a file
	at, size int64  // where the record's line is, in bytes
	text     string // hash of the text
	own      *entry // what its front matter or record says
}

// same tells whether two files are alike to the last line.
func (f *file) same(o *file) bool {
	a, b := *f, *o
	a.own, b.own = nil, nil
	return a == b && *f.own == *o.own
}

// warning is why a file or a line of one is no document.
type warning struct {
	path string
	line int
	text string
}

func byPlace(a, b warning) int {
	return cmp.Or(walkOrder(a.path, b.path), cmp.Compare(a.line, b.line))
}

// warningOf is a warning of a line; line 0 is the whole file.
func warningOf(path string, line int, why string) warning {
	shown := path
	if line > 0 {
		shown = fmt.Sprintf("%s:%d", path, line)
	}
	if !isPlain(shown) {
		shown = strconv.Quote(shown)
	}
	return warning{path, line, shown + ": " + why}
}

func (s *source) warn(line int, why string) {
	s.warnings = append(s.warnings, warningOf(s.path, line, why))
}

// take adds a document, unless its id cannot be used.
func (s *source) take(doc *file) {
	switch {
	case len(doc.id) > maxID:
		s.warn(doc.line, fmt.Sprintf("its id is longer than %d bytes; shorten it", maxID))
	case !isPlain(doc.id):
		s.warn(doc.line, "its id holds a line break, another control character or bytes that are not UTF-8; rename it")
	default:
		s.files = append(s.files, doc)
	}
}

// isPlain tells whether a name stands on one line of UTF-8.
func isPlain(name string) bool {
	return utf8.ValidString(name) && !strings.ContainsFunc(name, unicode.IsControl)
}

// walkOrder compares paths in the order in which a walk meets them: what is in
// a folder comes before what stands beside it.
func walkOrder(a, b string) int {
	for i := range min(len(a), len(b)) {
		switch {
		case a[i] == b[i]:
		case a[i] == '/':
			return -1
		case b[i] == '/':
			return 1
		default:
			return cmp.Compare(a[i], b[i])
		}
	}
	return cmp.Compare(len(a), len(b))
}

func bySource(a, b *source) int { return walkOrder(a.path, b.path) }

// isBelow tells whether a path is that of a folder or lies in it.
func isBelow(name, folder string) bool {
	return folder == "." || name == folder || strings.HasPrefix(name, folder) && name[len(folder)] == '/'
}

// below is the part of sources in walk order that lies at a path or below it.
func below(sources []*source, name string) []*source {
	if name == "." {
		return sources
	}
	from, _ := slices.BinarySearchFunc(sources, name, func(s *source, name string) int { return walkOrder(s.path, name) })
	n, _ := slices.BinarySearchFunc(sources[from:], name, func(s *source, name string) int {
		if isBelow(s.path, name) {
			return -1
		}
		return 1
	})
	return sources[from : from+n]
}

// spliced is a copy of a sorted list with some of its items taken out and
// others put in, both sorted too. It costs a copy of the list, and a search for
// each item.
func spliced[T any](list, out, in []T, order func(a, b T) int) []T {
	if len(out)+len(in) == 0 {
		return list
	}
	next := make([]T, 0, len(list)+len(in))
	for len(out)+len(in) > 0 {
		takesOut := len(in) == 0 || len(out) > 0 && order(out[0], in[0]) <= 0
		from := &in
		if takesOut {
			from = &out
		}
		item := (*from)[0]
		*from = (*from)[1:]
		i, found := slices.BinarySearchFunc(list, item, order)
		next = append(next, list[:i]...)
		list = list[i:]
		switch {
		case !takesOut:
			next = append(next, item)
		case found:
			list = list[1:]
		}
	}
	return append(next, list...)
}

// chosen are those of a list that a test lets through.
func chosen[T any](list []T, test func(T) bool) []T {
	var out []T
	for _, item := range list {
		if test(item) {
			out = append(out, item)
		}
	}
	return out
}
