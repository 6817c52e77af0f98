package handlers

import (
	"cmp"
	"context"
	"slices"
	"unicode"
	"unicode/utf8"

	"dossierbot/corpus"
	"dossierbot/corpus/names"
	"dossierbot/index"
	"dossierbot/index/words"
)

// unlisted answers for a name that no actor of the dossier has: what the
// documents say of it, or which names come near.
func (h *Handlers) unlisted(ctx context.Context, reply ActorReply, near string) (ActorReply, error) {
	found, spelling, err := h.naming(ctx, reply.Name)
	if err != nil {
		return ActorReply{}, err
	}
	if len(found.Hits) > 0 {
		reply.Mentions = h.hits(found.Hits[:min(maxMentions, len(found.Hits))], 0)
		reply.Actor = &ActorCard{ID: spelling, Name: spelling, Discovered: true, Roles: []Role{}, Aliases: []string{}}
		return reply, nil
	}
	reply.Outcome = index.NotInDossier
	reply.Answer = "The dossier has nothing on " + quoted(reply.Name) + "."
	if found.Outcome == index.Answered { // its words are there, but not as a name
		reply.Answer = "No actor in the dossier is called " + quoted(reply.Name) + "."
	}
	if near != "" {
		reply.Answer += " Did you mean " + near + "?"
	}
	return reply, nil
}

// How far a name that is not known is looked for.
const (
	maxName   = 300 // bytes; what is longer is no name
	maxNaming = 100 // passages looked at
)

// naming finds the words of a name that no actor has, and of these passages
// keeps the ones in which it stands as a name; spelling is how.
func (h *Handlers) naming(ctx context.Context, name string) (found index.Result, spelling string, err error) {
	q := index.Query{Limit: maxNaming}
	for _, w := range words.Of(name) {
		if !w.Stop {
			q.Terms = append(q.Terms, index.Term{Text: w.Text, Folded: w.Folded, Stem: w.Stem, Weight: 1, Name: true})
		}
	}
	if len(q.Terms) == 0 || len(name) > maxName {
		return index.Result{Outcome: index.NotInDossier}, "", nil
	}
	if found, err = h.index.Search(ctx, q); err != nil {
		return index.Result{}, "", err
	}
	found.Hits = slices.DeleteFunc(found.Hits, func(hit index.Hit) bool {
		at, ok := nameIn(hit.Passage, name)
		spelling = cmp.Or(spelling, at)
		return !ok
	})
	return found, spelling, nil
}

// nameIn finds a name in a passage, each word of it with a capital where its
// script has them and it is no particle, and no part of the name of an actor
// of the dossier.
func nameIn(p index.Passage, name string) (spelling string, ok bool) {
	for _, at := range placesOf(p.Text, name) {
		text := p.Text[at.Start:at.End]
		at.Start, at.End = at.Start+p.Start, at.End+p.Start
		ordinary := slices.ContainsFunc(words.Of(text), func(w words.Word) bool {
			first, _ := utf8.DecodeRuneInString(w.Text)
			return unicode.IsLower(first) && !w.Stop
		})
		known := slices.ContainsFunc(p.Mentions, func(m corpus.Mention) bool { return m.Overlaps(at) })
		if ordinary || known {
			continue
		}
		if names.Fold(text) != names.Fold(name) { // a possessive
			return name, true
		}
		return text, true
	}
	return "", false
}
