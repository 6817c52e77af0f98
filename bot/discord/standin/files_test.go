package standin_test

import (
	"bytes"
	"fmt"
	"mime/multipart"
	"strings"
	"testing"

	"dossierbot/bot/discord/standin"
)

// form is a multipart body: the JSON, then files by field and name, "a/b".
func form(t *testing.T, json string, content string, files ...string) (kind, body string) {
	t.Helper()
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	if err := w.WriteField("payload_json", json); err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		field, name, _ := strings.Cut(f, "/")
		part, err := w.CreateFormFile(field, name)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprint(part, content)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return w.FormDataContentType(), b.String()
}

func TestFaultsOfFilesAreFound(t *testing.T) {
	s := standin.Start(tolerant{t}, standin.Options{})
	const (
		file    = `{"type": 13, "file": {"url": "attachment://a.csv"}}`
		picture = `{"type": 17, "components": [{"type": 12, "items": [{"media": {"url": "attachment://a.csv"}, "description": "rows"}]}]}`
		one     = `{"id": "0", "filename": "a.csv"}`
	)
	with := func(components, attachments string) string {
		return message(`"flags": 32768, "components": [` + components + `], "attachments": [` + attachments + `]`)
	}
	for _, c := range []struct {
		name, json, content string
		files               []string
		want                string
	}{
		{"a good file", with(file, one), "x", []string{"files[0]/a.csv"}, ""},
		{"a good picture", with(picture, one), "x", []string{"files[0]/a.csv"}, ""},
		{"a picture from elsewhere", v2(`{"type": 12, "items": [{"media": {"url": "https://e.example/a.png"}}]}`), "", nil, ""},
		{"no file", with(file, one), "", nil, `attachment "a.csv" without a file`},
		{"a reference to nothing", with(file, ``), "", nil, "attachment://a.csv without a file"},
		{"a file that nothing names", v2(`{"type": 14}`), "x", []string{"files[0]/a.csv"}, "0 attachments for 1 files"},
		{"a file that nothing shows", with(`{"type": 14}`, one), "x", []string{"files[0]/a.csv"}, `no component shows the file "a.csv"`},
		{"another name", with(file, one), "x", []string{"files[0]/b.csv"}, `is a file called "b.csv"`},
		{"another number", with(file, one), "x", []string{"files[1]/a.csv"}, "without a file"},
		{"one name twice", with(file, one+`, {"id": "1", "filename": "a.csv"}`), "x", []string{"files[0]/a.csv", "files[1]/a.csv"}, "twice"},
		{"a name that Discord changes", with(strings.ReplaceAll(file, "a.csv", "ä b.csv"), strings.ReplaceAll(one, "a.csv", "ä b.csv")), "x", []string{"files[0]/ä b.csv"}, "other signs"},
		{"a file from elsewhere", v2(strings.ReplaceAll(file, "attachment://", "https://e.example/")), "", nil, "not sent along"},
		{"too much", with(file, one), strings.Repeat("x", 10<<20+1), []string{"files[0]/a.csv"}, "1 files of 10485761 bytes"},
		{"a long description", with(strings.ReplaceAll(picture, "rows", strings.Repeat("d", 1025)), one), "x", []string{"files[0]/a.csv"}, "description of 1025"},
		{"a long description of the file", with(picture, strings.ReplaceAll(one, `"a.csv"`, `"a.csv", "description": "`+strings.Repeat("d", 1026)+`"`)), "x", []string{"files[0]/a.csv"}, "description of 1026"},
	} {
		t.Run(c.name, func(t *testing.T) {
			kind, body := form(t, c.json, c.content, c.files...)
			do(t, s, "POST", "/interactions/1/t/callback", kind, body, "")
			made := s.Requests()
			faults := strings.Join(made[len(made)-1].Faults, "\n")
			if c.want == "" && faults != "" || !strings.Contains(faults, c.want) {
				t.Errorf("faults %q, want one of %q", faults, c.want)
			}
		})
	}
}
