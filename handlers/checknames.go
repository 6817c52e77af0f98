package handlers

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossierbot/corpus"
	"dossierbot/corpus/intake"
	"dossierbot/corpus/names"
)

// manyDocuments is the number of documents that mention an actor from which an
// entry is missed.
const manyDocuments = 5

// sightings are the documents that mention an actor whom no editor has listed.
type sightings struct {
	documents int
	as        map[string]int // how they write the name, and how many so
}

func (c *checker) seeUnlisted(d intake.Reading) {
	for _, a := range d.Discovered {
		s := c.unlisted[a.ID]
		if s == nil {
			s = &sightings{as: map[string]int{}}
			c.unlisted[a.ID] = s
		}
		s.documents++
		s.as[a.Name]++
	}
}

// checkUnlisted reports the actors who are mentioned in many documents and have
// no entry, those in most documents first.
func (c *checker) checkUnlisted() {
	ids := slices.SortedFunc(maps.Keys(c.unlisted), func(a, b string) int {
		return cmp.Or(c.unlisted[b].documents-c.unlisted[a].documents, strings.Compare(a, b))
	})
	for _, id := range ids {
		s := c.unlisted[id]
		if s.documents < manyDocuments {
			break
		}
		name := slices.MaxFunc(slices.Sorted(maps.Keys(s.as)), func(a, b string) int { return s.as[a] - s.as[b] })
		c.report(SeverityWarning, RuleUnlisted, intake.Place{File: intake.ActorsFile}, fmt.Sprintf("%s is mentioned in %d documents and has no entry", quoted(name), s.documents),
			"add an entry, or add the spelling to the aliases of the actor whom it means")
	}
}

// clash is a pair of actors, by their order in the file, whom spellings do not
// tell apart; whole is true where these are whole names.
type clash struct {
	first, second int
	whole         bool
}

// spelled are the spellings of a clash and the line of the first.
type spelled struct {
	as   []string
	line int
}

// checkNames reports the spellings that fit two actors. A short form that two
// share is theirs both: who asks by it is asked who is meant, and a text tells by
// the full name, the party or the office beside it. A whole name leaves nothing
// to tell by.
func (c *checker) checkNames() {
	actors := c.folder.Dossier().Actors
	place, bearers := map[string]int{}, map[string]map[int]bool{}
	for i, a := range actors {
		place[a.ID] = i
		for _, s := range spellings(a) {
			if bearers[plainly(s)] == nil {
				bearers[plainly(s)] = map[int]bool{}
			}
			bearers[plainly(s)][i] = true
		}
	}
	clashes := map[clash]*spelled{}
	for i, a := range actors {
		lines := c.folder.Lines(a.ID)
		for n, s := range spellings(a) {
			line := lines.Name
			if n > 0 {
				line = lines.Aliases[n-1]
			}
			for _, id := range c.meant(s) {
				o := place[id]
				if o == i {
					continue
				}
				whole := bearers[plainly(s)][o] && c.isWhole(s, a, actors[o])
				k := clash{min(i, o), max(i, o), whole}
				if clashes[k] == nil {
					clashes[k] = &spelled{line: line}
				}
				if !slices.ContainsFunc(clashes[k].as, func(have string) bool { return plainly(have) == plainly(s) }) {
					clashes[k].as = append(clashes[k].as, s)
				}
			}
		}
	}
	inOrder := func(a, b clash) int { return cmp.Or(a.first-b.first, a.second-b.second) }
	for _, k := range slices.SortedFunc(maps.Keys(clashes), inOrder) {
		s := clashes[k]
		what := fmt.Sprintf("%s may mean %s or %s", quoteList(s.as, "and"), actors[k.first].Name, actors[k.second].Name)
		at := intake.Place{File: intake.ActorsFile, Line: s.line}
		if k.whole {
			c.report(SeverityError, RuleAlias, at, what+", and is the whole name of one", "take it out of the aliases of one; where both bear it, add to each name what tells them apart")
		} else {
			c.report(SeverityWarning, RuleAlias, at, what, "leave it where both are called so, for then the bot asks who is meant; else take it out of the aliases of one")
		}
	}
}

// meant are the actors whom a name on its own may mean equally well.
func (c *checker) meant(name string) []string {
	found := c.folder.Names().Resolve(name)
	if len(found) == 0 || !names.Clear(found[:1]) {
		return nil
	}
	var ids []string
	for _, f := range found {
		if f.Actor == found[0].Actor || !names.Clear([]names.Candidate{found[0], f}) {
			ids = append(ids, f.Actor)
		}
	}
	return ids
}

// spellings are an actor's name and then the aliases.
func spellings(a corpus.Actor) []string { return append([]string{a.Name}, a.Aliases...) }

// plainly is what two spellings share that differ by case, marks, white space
// or an article.
func plainly(s string) string {
	words := strings.Fields(names.Fold(s))
	if len(words) > 1 && words[0] == "the" {
		words = words[1:]
	}
	return strings.Join(words, " ")
}

// isWhole tells whether a spelling that two actors have is the whole name of
// one: it is what the entry calls one of them, or has as many names, in another
// script perhaps, as the person is called by.
func (c *checker) isWhole(s string, a, b corpus.Actor) bool {
	if plainly(s) == plainly(a.Name) || plainly(s) == plainly(b.Name) {
		return true
	}
	n := c.fullWords(s)
	return a.Kind == corpus.Person && b.Kind == corpus.Person && n > 1 && n >= min(c.fullWords(a.Name), c.fullWords(b.Name))
}

// fullWords counts the names in a spelling of a person: words with a capital,
// without titles and initials.
func (c *checker) fullWords(s string) int {
	all := strings.Fields(s)
	n := 0
	for _, w := range all[c.folder.Names().Titles(strings.Fields(names.Fold(s))):] {
		if first, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(first) && !strings.HasSuffix(w, ".") && utf8.RuneCountInString(w) > 1 {
			n++
		}
	}
	return n
}
