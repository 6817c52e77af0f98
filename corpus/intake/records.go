package intake

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"dossierbot/corpus"
)

// record is a line of a .jsonl: one document.
type record struct {
	ID        string `json:"id"`
	Text      string `json:"text"`
	Title     string `json:"title"`
	Author    string `json:"author"`
	Source    string `json:"source"`
	URL       string `json:"url"`
	Published string `json:"published"`
	Language  string `json:"language"`
}

// addRecords takes the documents of a .jsonl in. A line that is none is left
// out with a warning that names it.
func (f *Folder) addRecords(ctx context.Context, name string) error {
	file, err := f.openFile(name)
	if err != nil {
		f.warn(name, err.Error())
		return nil
	}
	defer file.Close()
	lines := bufio.NewReaderSize(file, 1<<16)
	for number := 1; ; number++ {
		if err := ctx.Err(); err != nil {
			return err
		}
		raw, tooLong, err := readLine(lines, f.options.MaxFileBytes)
		if err != nil && !errors.Is(err, io.EOF) {
			f.warn(name, "cannot be read: "+reason(err))
			return nil
		}
		if number == 1 {
			raw = bytes.TrimPrefix(raw, []byte(byteOrderMark))
		}
		where := fmt.Sprintf("%s:%d", name, number)
		if tooLong {
			f.warn(where, f.overLimit().Error())
		} else if len(bytes.TrimSpace(raw)) > 0 {
			if doc, fault := recordOf(raw); fault != "" {
				f.warn(where, fault)
			} else {
				doc.entry.publishedAt = Place{name, number}
				f.take(doc, where)
			}
		}
		if err != nil {
			return nil
		}
	}
}

// readLine reads a line of at most limit bytes; of a longer one only that it
// was too long.
func readLine(r *bufio.Reader, limit int64) (line []byte, tooLong bool, err error) {
	for {
		part, err := r.ReadSlice('\n')
		if !tooLong {
			line = append(line, part...)
		}
		if int64(len(line)) > limit {
			line, tooLong = nil, true
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return line, tooLong, err
		}
	}
}

func recordOf(raw []byte) (doc *file, fault string) {
	if fault := faultOf(raw); fault != "" { // encoding/json would replace what is not UTF-8
		return nil, fault
	}
	var r record
	if err := json.Unmarshal(raw, &r); err != nil {
		return nil, "it is not a JSON object with id and text: " + err.Error()
	}
	if r.ID == "" {
		return nil, "its id is missing"
	}
	if fault := faultOf([]byte(r.Text)); fault != "" {
		return nil, "its text: " + fault
	}
	published, err := corpus.ParseDate(r.Published)
	if err != nil {
		return nil, "published: " + err.Error()
	}
	return &file{id: r.ID, text: []byte(r.Text), hash: hashOf(raw), entry: entry{
		Title: r.Title, Author: r.Author, Source: r.Source, URL: r.URL, Language: r.Language, Published: published,
	}}, ""
}
