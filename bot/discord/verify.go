package discord

import (
	"context"
	"strings"

	"dossierbot/handlers"
	"dossierbot/index"
)

// verify tells how a quotation stands in the dossier.
func (a answerer) verify(ctx context.Context, quotation string, private bool) (message, error) {
	r, err := a.handlers.Verify(ctx, handlers.VerifyRequest{Quotation: quotation})
	if err != nil {
		return message{}, err
	}
	return verdict(r, private), nil
}

// verdict renders how a quotation stands in the dossier: in a sentence, then
// its places.
func verdict(r handlers.VerifyReply, private bool) message {
	b := newBuilder()
	text := "**" + line(r.Answer, textOfLine) + "**"
	if len(r.Notes) > 0 {
		text += "\n-# " + line(strings.Join(r.Notes, " "), textOfNote)
	}
	b.say(text)
	entries := make([]entry, len(r.Places))
	for i, p := range r.Places {
		entries[i] = entry{head: placeHead(p), words: held(p.Edits), prefix: prefix(p.Form), foot: where(p.About) + alsoIn(p.AlsoIn), key: p.Key}
	}
	b.entries(entries)
	b.rule()
	if len(r.Places) > 0 {
		b.say("-# " + which(len(r.Places), 0, r.Total))
	} else {
		b.say("-# " + dossierLine(r.Dossier))
	}
	return b.message(private)
}

// placeHead says who said it and when, whose words they are otherwise, and how
// the quotation differs.
func placeHead(p handlers.Place) string {
	lines := []string{head(handlers.Hit{About: p.About, Statements: p.Statements})}
	if remarks := strings.TrimSpace(p.Whose + " " + p.Difference); remarks != "" {
		lines = append(lines, "-# "+line(remarks, textOfLine))
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

// held is a quotation held against the text: what it lacks in italics, its own
// words bold.
func held(edits []handlers.Edit) []run {
	var out []run
	for i, e := range edits {
		if i > 0 {
			out = append(out, run{text: " "})
		}
		r := run{text: e.Marked()}
		switch e.Kind {
		case index.InText, index.Elided:
			r.style = style{italic: true}
		case index.Asked, index.Moved:
			r.style = style{bold: true}
		}
		out = append(out, r)
	}
	return out
}
