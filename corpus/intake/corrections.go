package intake

import (
	"fmt"

	"dossierbot/corpus"
)

// correction is an editor's last word on a statement. It says one thing: who
// spoke, or when, or that it is none.
type correction struct {
	Quote   string      // the first words of the statement
	Speaker string      // actor id
	name    string      // of the speaker, where it was archived
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
// document its own. Whether a quote is found shows only when its document is
// read.
func (e *editing) readCorrections() {
	if !e.read(CorrectionsFile, e.files.corrections.fault) {
		return
	}
	lines := map[sameCorrection]int{}
	for i, entry := range e.files.corrections.content.Corrections {
		e.refuse(e.readCorrection(i+1, entry, lines))
	}
}

// sameCorrection is what no two corrections may have in common.
type sameCorrection struct{ document, words, says string }

// readCorrection gives an entry, by its number, to its document; lines are
// those of the entries before it.
func (e *editing) readCorrection(number int, y correctionYAML, lines map[sameCorrection]int) *FileError {
	c, fault := y.correction(number, e.persons, e.unread[ActorsFile])
	if fault != nil {
		return fault
	}
	id, known := e.document(y.Document.text)
	if !known && !e.of.isWarnedOf(y.Document.text) {
		return &FileError{CorrectionsFile, y.Document.line, fmt.Sprintf("there is no document %q", y.Document.text), "use the id or the path of one in the folder"}
	}
	if id == "" {
		return nil
	}
	key := sameCorrection{id, quotedWords(c.Quote), c.says()}
	if lines[key] > 0 {
		return &FileError{CorrectionsFile, c.line, fmt.Sprintf("the %s of %s is corrected in line %d already", key.says, shortened(c.Quote), lines[key]), "take one of the two out"}
	}
	lines[key] = c.line
	e.corrected[id] = append(e.corrected[id], c)
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
