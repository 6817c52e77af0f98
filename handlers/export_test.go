package handlers

// Rank is the place of the hit that answers: no hit of an index is longer than
// the limit that it holds.
func (q EvalQuestion) Rank(a AskReply) int { return q.rank(a) }
