package standin

import (
	"io"
	"mime/multipart"
	"regexp"
	"strings"
)

// Discord's limits of the files of a message, and how components refer to them.
const (
	typeGallery    = 12
	typeFile       = 13
	maxFiles       = 10
	maxFileBytes   = 10 << 20
	maxDescription = 1024
	fileReference  = "attachment://"
)

// upload is a file of a multipart request.
type upload struct {
	field, name string
	content     []byte
}

// uploads are the files of a form.
func uploads(form *multipart.Form) ([]upload, error) {
	var out []upload
	for field, headers := range form.File {
		for _, h := range headers {
			f, err := h.Open()
			if err != nil {
				return nil, err
			}
			content, err := io.ReadAll(f)
			f.Close()
			if err != nil {
				return nil, err
			}
			out = append(out, upload{field, h.Filename, content})
		}
	}
	return out, nil
}

var plainName = regexp.MustCompile(`^[A-Za-z0-9._-]+$`)

// files holds the files of a message against what it says of them and against
// the components that show them: each must be named, sent and shown once.
func (f *faults) files(m map[string]any, sent []upload) {
	size := 0
	byField := map[string]upload{}
	for _, u := range sent {
		size += len(u.content)
		byField[u.field] = u
	}
	if size > maxFileBytes || len(sent) > maxFiles {
		f.add("%d files of %d bytes", len(sent), size)
	}
	named := map[string]bool{}
	for _, a := range list(m["attachments"]) {
		a, _ := a.(map[string]any)
		name := text(a["filename"])
		u, ok := byField["files["+text(a["id"])+"]"]
		switch {
		case !ok:
			f.add("attachment %q without a file", name)
		case u.name != name:
			f.add("attachment %q is a file called %q", name, u.name)
		}
		if named[name] || !plainName.MatchString(name) {
			f.add("attachment called %q, twice or with other signs than plain ones", name)
		}
		if n := units(text(a["description"])); n > maxDescription {
			f.add("description of %d characters", n)
		}
		named[name] = true
	}
	if len(byField) != len(named) {
		f.add("%d attachments for %d files", len(named), len(byField))
	}
	shown := map[string]bool{}
	for _, r := range references(list(m["components"])) {
		name, isFile := strings.CutPrefix(r.url, fileReference)
		if isFile && !named[name] {
			f.add("%s without a file", r.url)
		}
		if !isFile && r.mustBeSent {
			f.add("a file that is not sent along: %q", r.url)
		}
		if n := units(r.alt); n > maxDescription {
			f.add("description of %d characters", n)
		}
		shown[name] = true
	}
	for name := range named {
		if !shown[name] {
			f.add("no component shows the file %q", name)
		}
	}
}

// reference is what a component shows.
type reference struct {
	url, alt   string
	mustBeSent bool // along with the message
}

func references(components []any) []reference {
	var out []reference
	add := func(media any, alt string, mustBeSent bool) {
		m, _ := media.(map[string]any)
		out = append(out, reference{text(m["url"]), alt, mustBeSent})
	}
	walk(components, func(c map[string]any) {
		switch number(c["type"]) {
		case typeGallery:
			for _, i := range list(c["items"]) {
				i, _ := i.(map[string]any)
				add(i["media"], text(i["description"]), false)
			}
		case typeFile:
			add(c["file"], "", true)
		}
	})
	return out
}
