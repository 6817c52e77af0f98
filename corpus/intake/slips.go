package intake

import "strings"

// slips are what the commonest slips in YAML are told by in the parser's words,
// what is wrong in an editor's (the parser's where it is empty), and what to do.
// The first that fits counts.
var slips = []struct{ told, what, do string }{
	{"was used where sequence is expected", "one value or a mapping stands where a list belongs",
		"write a list: each entry on a line of its own behind a dash and a space, or all of them in [brackets]"},
	{"was used where mapping is expected", "what stands here is no mapping of keys to values",
		"write each as key: value, with a space after the colon, and a dash and a space before each entry of a list"},
	{"already defined", "", "make one of the two"},
	{"cannot start any token", "", "mend the YAML: indent with spaces, two a level, and no tabs"},
	{"could not find end character", "", "mend the YAML: close the quotation marks"},
	{"must be specified", "", "mend the YAML: close the brackets, with a comma between each two entries"},
	{"mapping value is not allowed", "", "mend the YAML: put text with a colon in it into quotation marks"},
	{"reserved character", "", "mend the YAML: put text that begins so into quotation marks"},
	{"could not find alias", "", "mend the YAML: put text that begins with * into quotation marks"},
	{"value is not allowed in this context", "", "mend the YAML: begin the keys of one entry below each other, and put quotation marks around all of a text or none of it"},
}

// mended says what is wrong with YAML of which the parser tells, and what to do.
func mended(told string) (what, do string) {
	for _, s := range slips {
		if strings.Contains(told, s.told) {
			if s.what != "" {
				told = s.what
			}
			return told, s.do
		}
	}
	return told, "mend the YAML: two spaces a level, a space after each colon, quotation marks around text with a colon in it"
}
