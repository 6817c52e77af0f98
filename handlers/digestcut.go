package handlers

import "slices"

// cut leaves the first documents, at most limit of them where that is not 0, and
// of each the first entries.
func (r *DigestReply) cut(limit int) {
	if limit > 0 && len(r.Documents) > limit {
		r.More, r.Documents = r.More+len(r.Documents)-limit, r.Documents[:limit]
	}
	for i := range r.Documents {
		r.Documents[i].cut()
	}
	for i := range r.ByActor {
		r.ByActor[i].Statements = slices.DeleteFunc(r.ByActor[i].Statements, func(s StatementRef) bool {
			return s.Document >= len(r.Documents) || s.Statement >= len(r.Documents[s.Document].Statements)
		})
	}
}

// cut leaves the first of each list of a change.
func (c *DocumentChange) cut() {
	c.Statements, c.Gone = cutTo(c.Statements, &c.More), cutTo(c.Gone, &c.More)
	c.Corrected, c.Edits, c.Hits = cutTo(c.Corrected, &c.More), cutTo(c.Edits, &c.More), cutTo(c.Hits, &c.More)
}

// cutTo leaves the first of a list, and counts the others.
func cutTo[T any](list []T, more *int) []T {
	if len(list) <= mostListed {
		return list
	}
	*more += len(list) - mostListed
	return list[:mostListed]
}
