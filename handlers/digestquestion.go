package handlers

import (
	"context"
	"slices"

	"dossierbot/corpus"
	"dossierbot/corpus/names"
	"dossierbot/index"
)

// mostHits is how many passages that answer a question are looked at.
const mostHits = 100

// answers leaves the documents in which a passage among what is new answers the
// question of the filter, with these passages. Its error is a *Problem where
// what is told does not end with the state that answers.
func (d *digest) answers(ctx context.Context) error {
	all := d.changed
	d.changed = nil
	if d.to.ID != d.h.index.Stats().Revision {
		return &Problem{What: "Only the newest state of the dossier can be asked a question, not " + revisionText(d.to), Do: "Leave out either the question or until when it is told"}
	}
	reading := d.h.questions.Read(d.asked.Question, d.to.At)
	q := reading.Query
	asked := q.Documents
	q.Documents, q.Limit = nil, mostHits
	for _, c := range all {
		if len(asked) == 0 || slices.Contains(asked, c.Document) {
			q.Documents = append(q.Documents, c.Document)
		}
	}
	if len(q.Documents) == 0 || reading.Empty() {
		return nil
	}
	found, err := d.h.search(ctx, &q)
	if err != nil || found.Outcome != index.Answered {
		return err
	}
	for _, c := range all {
		var here []index.Hit
		for _, hit := range found.Hits {
			if hit.Document.ID == c.Document && c.answersAnew(hit) {
				here = append(here, hit)
			}
		}
		if len(here) == 0 {
			continue
		}
		c.Hits = d.h.hits(here, 0)
		c.Statements, c.Gone, c.Corrected, c.Edits, c.Excerpts = []DigestStatement{}, []DigestStatement{}, []StatementCorrected{}, []TextChange{}, []Excerpt{}
		d.changed = append(d.changed, c)
	}
	return nil
}

// answersAnew tells whether a passage answers a question by what is new in it: by
// a statement that is asked for, or else by half of the words that are.
func (c *changed) answersAnew(hit index.Hit) bool {
	if len(hit.Asked) > 0 {
		return slices.ContainsFunc(hit.Asked, func(i int) bool {
			return slices.ContainsFunc(hit.Passage.Statements[i].Spans, func(s corpus.Span) bool { return overlapsAny(s, c.fresh) })
		})
	}
	all, fresh := map[string]bool{}, map[string]bool{}
	for _, m := range hit.Matched {
		word := names.Fold(hit.Passage.Text[m.Start-hit.Passage.Start : m.End-hit.Passage.Start])
		all[word] = true
		if overlapsAny(m, c.fresh) {
			fresh[word] = true
		}
	}
	return overlapsAny(hit.Passage.Span, c.fresh) && 2*len(fresh) >= len(all)
}
