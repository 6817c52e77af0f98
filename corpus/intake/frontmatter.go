package intake

import (
	"bytes"
)

// maxFrontMatter is the size in bytes that front matter may have. The time
// that YAML takes grows faster than its length, and anybody may have written
// the document.
const maxFrontMatter = 16 << 10

// frontMatter reads the YAML between two lines of dashes at the beginning of
// a Markdown file, and gives the text after it. Keys that are not ours are
// left alone: other programs keep theirs there too. As in Pandoc, dots may
// close it, and dashes before an empty line are a rule across the page.
func frontMatter(name string, raw []byte) (e entry, text []byte, fault *FileError) {
	first, begin := line(raw, 0)
	if string(bytes.TrimPrefix(first, []byte(byteOrderMark))) != "---" {
		return entry{}, raw, nil
	}
	if second, _ := line(raw, begin); len(second) == 0 {
		return entry{}, raw, nil
	}
	for at := begin; at < min(len(raw), begin+maxFrontMatter); {
		l, next := line(raw, at)
		if string(l) == "---" || string(l) == "..." {
			var y documentYAML
			// A line break stands for the first line, so that errors name
			// the file's own lines.
			if fault := decode(name, append([]byte("\n"), raw[begin:at]...), &y); fault != nil {
				return entry{}, nil, fault
			}
			e, fault := y.entry(name)
			return e, raw[next:], fault
		}
		at = next
	}
	return entry{}, raw, nil
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
