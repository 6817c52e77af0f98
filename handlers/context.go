package handlers

import "context"

// ContextReply is a passage with those before and after it, all verbatim.
type ContextReply struct {
	Revision string `json:"revision"`
	About
	Passage string `json:"passage"`
	Before  string `json:"before"` // empty at the beginning of the document
	Text    string `json:"text"`
	After   string `json:"after"` // empty at its end
}

// Context shows a passage, by the key of a hit, with what stands before and
// after it. Its error is a *Problem where the passage is no longer there.
func (h *Handlers) Context(ctx context.Context, key string) (ContextReply, error) {
	before, passage, after, found, err := h.index.Passage(ctx, key)
	if err != nil {
		return ContextReply{}, err
	}
	if !found {
		return ContextReply{}, &Problem{What: "This passage is no longer in the dossier: its document was changed or taken out", Do: "Ask again"}
	}
	return ContextReply{
		Revision: h.index.Stats().Revision, About: aboutOf(passage.Document), Passage: passage.Passage.ID,
		Before: before.Passage.Text, Text: passage.Passage.Text, After: after.Passage.Text,
	}, nil
}
