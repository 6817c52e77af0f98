package intake

import (
	"bytes"
	"path"
	"strings"
)

// maxFrontMatter is the size in bytes that front matter may have. The time
// that YAML takes grows faster than its length, and anybody may have written
// the document.
const maxFrontMatter = 16 << 10

// split gives the YAML between two lines of dashes at the beginning of a
// Markdown file, nil where there is none, and the text after it. As in Pandoc,
// dots may close it, and dashes before an empty line are a rule across the page.
func split(name string, raw []byte) (front, text []byte) {
	first, begin := line(raw, 0)
	if !strings.EqualFold(path.Ext(name), ".md") || string(bytes.TrimPrefix(first, []byte(byteOrderMark))) != "---" {
		return nil, raw
	}
	if second, _ := line(raw, begin); len(second) == 0 {
		return nil, raw
	}
	for at := begin; at < min(len(raw), begin+maxFrontMatter); {
		l, next := line(raw, at)
		if string(l) == "---" || string(l) == "..." {
			return raw[begin:at], raw[next:]
		}
		at = next
	}
	return nil, raw
}

// frontMatter reads front matter. Keys that are not ours are left alone: other
// programs keep theirs there too. Where there is a fault, it gives what it could
// read.
func frontMatter(name string, front []byte) (entry, *FileError) {
	if front == nil {
		return entry{}, nil
	}
	var y documentYAML
	// A line break stands for the first line, so that errors name the file's
	// own lines.
	if fault := decode(name, append([]byte("\n"), front...), &y); fault != nil {
		return entry{}, fault
	}
	return y.entry(name)
}

// line is the line that begins at an offset, without the white space at its
// end, and the offset of the next.
func line(raw []byte, at int) (text []byte, next int) {
	text, next = raw[at:], len(raw)
	if i := bytes.IndexByte(text, '\n'); i >= 0 {
		text, next = text[:i], at+i+1
	}
	return bytes.TrimRight(text, " \t\r"), next
}
