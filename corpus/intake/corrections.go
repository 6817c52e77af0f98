package intake

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"

	"dossierbot/corpus"
)

// correction is an editor's last word on a statement. It says one thing: who
// spoke, or when, or that it is none.
type correction struct {
	Quote   string      // the first words of the statement
	Speaker string      // actor id
	Said    corpus.Date // stated, with the editor's reason
	Drop    bool
	// line is where it stands. It is no part of what is hashed: a correction
	// that only moved changes no document.
	line int
}

// says tells what a correction is about.
func (c correction) says() string {
	switch {
	case c.Speaker != "":
		return "speaker"
	case c.Drop:
		return "drop"
	}
	return "said"
}

type correctionsYAML struct {
	Corrections []correctionYAML `yaml:"corrections"`
}

type correctionYAML struct {
	Document scalar `yaml:"document"`
	Quote    scalar `yaml:"quote"`
	Speaker  scalar `yaml:"speaker"`
	Said     scalar `yaml:"said"`
	Drop     scalar `yaml:"drop"`
	Reason   scalar `yaml:"reason"`
}

// readCorrections reads corrections.yaml, where there is one, and gives each
// document its own. documents are their ids by every name they have. Whether a
// quote is found shows only when its document is read.
func (f *Folder) readCorrections(documents map[string]string) error {
	raw, err := f.readEditorsFile(CorrectionsFile)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return f.unreadable(CorrectionsFile, err)
	}
	var y correctionsYAML
	if !f.decode(CorrectionsFile, raw, &y) {
		return nil
	}
	lines := map[sameCorrection]int{}
	for i, entry := range y.Corrections {
		f.refuse(f.readCorrection(i+1, entry, documents, lines))
	}
	return nil
}

// sameCorrection is what no two corrections may have in common.
type sameCorrection struct{ document, words, says string }

// readCorrection gives an entry, by its number, to its document; lines are
// those of the entries before it.
func (f *Folder) readCorrection(number int, entry correctionYAML, documents map[string]string, lines map[sameCorrection]int) *FileError {
	c, fault := entry.correction(number, f.persons, f.unread[ActorsFile])
	if fault != nil {
		return fault
	}
	id, found := documents[entry.Document.text]
	if !found && !f.unread[DocumentsFile] && !f.warnedOf(entry.Document.text) {
		return &FileError{CorrectionsFile, entry.Document.line, fmt.Sprintf("there is no document %q", entry.Document.text), "use the id or the path of one in the folder"}
	}
	doc := f.byID[id]
	if doc == nil {
		return nil
	}
	key := sameCorrection{id, quotedWords(c.Quote), c.says()}
	if lines[key] > 0 {
		return &FileError{CorrectionsFile, c.line, fmt.Sprintf("the %s of %s is corrected in line %d already", key.says, shortened(c.Quote), lines[key]), "take one of the two out"}
	}
	lines[key] = c.line
	doc.corrections = append(doc.corrections, c)
	return nil
}

// correction reads an entry by its number. actors has every known id as a key;
// anybody is true where there may be others.
func (y correctionYAML) correction(number int, actors map[string]bool, anybody bool) (correction, *FileError) {
	line := firstLine(y.Document, y.Quote, y.Speaker, y.Said, y.Drop, y.Reason)
	refuse := func(line int, what, do string) (correction, *FileError) {
		return correction{}, &FileError{CorrectionsFile, line, what, do}
	}
	given := 0
	for _, s := range []scalar{y.Speaker, y.Said, y.Drop} {
		if s.text != "" {
			given++
		}
	}
	_, known := actors[y.Speaker.text]
	switch {
	case y.Document.text == "":
		return refuse(line, fmt.Sprintf("entry %d of corrections has no document", number), "say which one it is about, by its id or path")
	case quotedWords(y.Quote.text) == "":
		return refuse(firstLine(y.Quote, y.Document), fmt.Sprintf("entry %d of corrections quotes no words", number), "write the first words of the statement under quote")
	case given == 0:
		return refuse(line, fmt.Sprintf("entry %d of corrections corrects nothing", number), "give it one of speaker, said, or drop: true")
	case given > 1:
		return refuse(line, fmt.Sprintf("entry %d of corrections says more than one of speaker, said and drop", number), "make an entry of each; what is dropped needs no other")
	case y.Speaker.text != "" && !known && !anybody:
		return refuse(y.Speaker.line, fmt.Sprintf("there is no actor %q", y.Speaker.text), "add it to "+ActorsFile+", or use the id of one there")
	case y.Drop.text != "" && y.Drop.text != "true":
		return refuse(y.Drop.line, fmt.Sprintf("drop is %q", y.Drop.text), "write drop: true, or take it out")
	}
	said, fault := dateOf(CorrectionsFile, y.Said)
	if fault != nil {
		return correction{}, fault
	}
	if said.Known() {
		said.Why = "corrected by an editor"
		if y.Reason.text != "" {
			said.Why += ": " + y.Reason.text
		}
	}
	return correction{Quote: y.Quote.text, Speaker: y.Speaker.text, Said: said, Drop: y.Drop.text != "", line: line}, nil
}

// hashCorrections adds its corrections to the hash of each document that has
// any.
func (f *Folder) hashCorrections() error {
	for _, doc := range f.files {
		if len(doc.corrections) == 0 {
			continue
		}
		parts := [][]byte{[]byte(doc.hash)}
		for _, c := range doc.corrections {
			said, err := json.Marshal(c)
			if err != nil {
				return fmt.Errorf("hash corrections of %s: %w", doc.id, err)
			}
			parts = append(parts, said, []byte(c.Said.Why))
		}
		doc.hash = hashOf(parts...)
	}
	return nil
}
