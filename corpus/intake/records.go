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

// listRecords takes the documents of a .jsonl in. A line that is none is left
// out with a warning that names it.
func (f *Folder) listRecords(ctx context.Context, s *source) error {
	file, err := f.openFile(s.path)
	if isOurs(err) {
		return fmt.Errorf("%s %w", s.path, err)
	}
	if err != nil {
		s.warn(0, err.Error())
		return nil
	}
	defer file.Close()
	lines, at := bufio.NewReaderSize(file, 1<<16), int64(0)
	for number := 1; ; number++ {
		if err := ctx.Err(); err != nil {
			return err
		}
		raw, size, err := readLine(lines, f.options.MaxFileBytes)
		if isOurs(err) {
			return fmt.Errorf("%s cannot be read: %w", s.path, reason(err))
		}
		if err != nil && !errors.Is(err, io.EOF) {
			s.warn(0, "cannot be read: "+reason(err).Error())
			return nil
		}
		if size > f.options.MaxFileBytes {
			s.warn(number, f.overLimit().Error())
		} else if len(bytes.TrimSpace(withoutMark(raw, at))) > 0 {
			doc, text, fault := recordOf(withoutMark(raw, at))
			if fault != "" {
				s.warn(number, fault)
			} else {
				doc.path, doc.line, doc.at, doc.size, doc.text = s.path, number, at, size, hashOf(text)
				doc.own.publishedAt = Place{s.path, number}
				s.take(doc)
			}
		}
		if at += size; err != nil {
			return nil
		}
	}
}

// withoutMark is a line without the byte order mark that may begin its file.
func withoutMark(raw []byte, at int64) []byte {
	if at == 0 {
		raw = bytes.TrimPrefix(raw, []byte(byteOrderMark))
	}
	return raw
}

// readLine reads a line, and gives its size; of one over the limit nothing but
// that.
func readLine(r *bufio.Reader, limit int64) (line []byte, size int64, err error) {
	for {
		part, err := r.ReadSlice('\n')
		if size += int64(len(part)); size <= limit {
			line = append(line, part...)
		} else {
			line = nil
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return line, size, err
		}
	}
}

func recordOf(raw []byte) (doc *file, text []byte, fault string) {
	if fault := faultOf(raw); fault != "" { // encoding/json would replace what is not UTF-8
		return nil, nil, fault
	}
	var r record
	if err := json.Unmarshal(raw, &r); err != nil {
		return nil, nil, "it is not a JSON object with id and text: " + err.Error()
	}
	if r.ID == "" {
		return nil, nil, "its id is missing"
	}
	if fault := faultOf([]byte(r.Text)); fault != "" {
		return nil, nil, "its text: " + fault
	}
	published, err := corpus.ParseDate(r.Published)
	if err != nil {
		return nil, nil, "published: " + err.Error()
	}
	return &file{id: r.ID, own: &entry{
		Title: r.Title, Author: r.Author, Source: r.Source, URL: r.URL, Language: r.Language, Published: published,
	}}, []byte(r.Text), ""
}
