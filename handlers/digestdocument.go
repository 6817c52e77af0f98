package handlers

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"
	"time"

	"dossierbot/corpus"
	"dossierbot/corpus/intake"
	"dossierbot/corpus/versions"
	"dossierbot/index"
)

// version is a document as it was at a revision, read by today's rules; the
// zero version is that of no document.
type version struct {
	corpus.Document
	hits []index.Hit // its passages
}

// changed is a change of a document with what filters look at.
type changed struct {
	DocumentChange
	before, after version
	fresh, gone   []corpus.Span // what is new in the one version, and what is no more in the other
	slip          bool          // nothing but typing slips
}

// document compares the versions of a document; told is false where they read
// the same. arrived is when documents came, and unread which files cannot be
// read.
func (d *digest) document(ctx context.Context, c corpus.Change, arrived map[string]time.Time, unread []unreadFile) (change changed, told bool, err error) {
	var text versions.Comparison
	if c.Kind != corpus.Added && c.Kind != corpus.Withdrawn && c.Before != c.After {
		both, err := d.texts(ctx, c)
		if err != nil {
			return changed{}, false, err
		}
		text = versions.Compare(both.before, both.after, d.h.isName)
		if c.Kind == corpus.Revised && text.Same && c.Before.Said == c.After.Said {
			return changed{}, false, nil // saved again, with other line ends
		}
	}
	change = changed{DocumentChange: DocumentChange{
		Change: c.Kind, From: Optional(c.From),
		Statements: []DigestStatement{}, Gone: []DigestStatement{}, Corrected: []StatementCorrected{}, Edits: []TextChange{},
		Described: []FieldChange{}, Excerpts: []Excerpt{}, Hits: []Hit{},
	}}
	before := c.Before
	if before == c.After { // it only moved
		before = corpus.Fingerprint{}
	}
	if change.before, err = d.version(ctx, beforeID(c), before); err != nil {
		return changed{}, false, err
	}
	if change.after, err = d.version(ctx, c.ID, c.After); err != nil {
		return changed{}, false, err
	}
	change.About = aboutOf(change.after.Document)
	switch c.Kind {
	case corpus.Added:
		added, ok := arrived[c.ID]
		if !ok {
			added = d.to.At
		}
		change.Old = isOld(change.Published, added)
		change.fresh = []corpus.Span{{End: len(change.after.Text)}}
		change.Statements = d.h.digestStatements(change.after, change.after.Statements)
	case corpus.Withdrawn:
		change.About = aboutOf(change.before.Document)
		change.gone = []corpus.Span{{End: len(change.before.Text)}}
		change.Gone = withoutPlaces(d.h.digestStatements(change.before, change.before.Statements))
		for _, file := range unread {
			if file.holds(c.ID) {
				change.Why = Optional(file.why)
			}
		}
	default:
		told := notTold
		if c.Before != c.After {
			told = d.revise(&change, text)
		}
		switch {
		case told == toldAsRevised:
			change.Change = corpus.Revised
		case c.Kind == corpus.Moved:
			change.Change = corpus.Moved
		default:
			change.slip = true
			return change, told == toldAsSlip, nil
		}
	}
	d.h.touch(&change)
	change.Label = change.label()
	return change, true, nil
}

// beforeID is the id that a document had before.
func beforeID(c corpus.Change) string {
	if c.From != "" {
		return c.From
	}
	return c.ID
}

// bothTexts are the texts of a document's versions; empty where it was not
// there.
type bothTexts struct{ before, after string }

func (d *digest) texts(ctx context.Context, c corpus.Change) (t bothTexts, err error) {
	if t.before, err = d.text(ctx, c.Before); err != nil {
		return t, err
	}
	t.after, err = d.text(ctx, c.After)
	return t, err
}

func (d *digest) text(ctx context.Context, f corpus.Fingerprint) (string, error) {
	if f == (corpus.Fingerprint{}) {
		return "", nil
	}
	raw, err := d.store.Archived(ctx, f)
	if err != nil {
		return "", err
	}
	return intake.ArchivedText(raw)
}

func (d *digest) version(ctx context.Context, id string, f corpus.Fingerprint) (version, error) {
	if f == (corpus.Fingerprint{}) {
		return version{}, nil
	}
	raw, err := d.store.Archived(ctx, f)
	if err != nil {
		return version{}, err
	}
	r, err := d.h.folder.ReadArchived(ctx, id, raw)
	return version{r.Document, index.HitsOf(r.Document)}, err
}

// renamed takes a document that is withdrawn and one that is added for one that
// was moved and revised at once, where most of their words are the same. Two
// documents that state different dates are two, such as the reports of two
// months.
func (d *digest) renamed(ctx context.Context, changes []corpus.Change) ([]corpus.Change, error) {
	changes, err := d.beside(ctx, changes)
	if err != nil {
		return nil, err
	}
	is := func(kind corpus.ChangeKind) bool {
		return slices.ContainsFunc(changes, func(c corpus.Change) bool { return c.Kind == kind })
	}
	if !is(corpus.Withdrawn) || !is(corpus.Added) {
		return changes, nil
	}
	var before, after []string
	var out, in []int
	for i, c := range changes {
		if c.Kind != corpus.Withdrawn && c.Kind != corpus.Added {
			continue
		}
		t, err := d.texts(ctx, c)
		if err != nil {
			return nil, err
		}
		if c.Kind == corpus.Withdrawn {
			before, out = append(before, t.before), append(out, i)
		} else {
			after, in = append(after, t.after), append(in, i)
		}
	}
	gone := map[int]bool{}
	for i, of := range versions.Successors(before, after) {
		if of < 0 {
			continue
		}
		was, is := changes[out[of]], &changes[in[i]]
		b, err := d.version(ctx, was.ID, was.Before)
		if err != nil {
			return nil, err
		}
		a, err := d.version(ctx, is.ID, is.After)
		if err != nil {
			return nil, err
		}
		if b.Published.Basis == corpus.Stated && a.Published.Basis == corpus.Stated && !b.Published.Overlaps(a.Published) {
			continue
		}
		is.Kind, is.From, is.Before = corpus.Moved, was.ID, was.Before
		gone[out[of]] = true
	}
	var kept []corpus.Change
	for i, c := range changes {
		if !gone[i] {
			kept = append(kept, c)
		}
	}
	return kept, nil
}

// beside takes a document for revised whose former text lies elsewhere now, where
// its new text is a later version of that: somebody put a copy beside it.
func (d *digest) beside(ctx context.Context, changes []corpus.Change) ([]corpus.Change, error) {
	left := map[string]corpus.Fingerprint{} // by id, what lies elsewhere now
	for _, c := range changes {
		if c.Kind == corpus.Moved {
			left[c.From] = c.Before
		}
	}
	out := slices.Clone(changes)
	for i, c := range out {
		was, ok := left[c.ID]
		if c.Kind != corpus.Added || !ok {
			continue
		}
		c.Kind, c.Before = corpus.Revised, was
		t, err := d.texts(ctx, c)
		if err != nil {
			return nil, err
		}
		if versions.Successors([]string{t.before}, []string{t.after})[0] == 0 {
			out[i] = c
		}
	}
	return out, nil
}

// isName tells whether a word may be the name of somebody whom the dossier
// knows.
func (h *Handlers) isName(word string) bool { return len(h.names().Resolve(word)) > 0 }

// telling says how a document that was there before is told.
type telling int

const (
	notTold telling = iota // it reads the same
	toldAsSlip
	toldAsRevised
)

// revise compares what is known, what is said and what is written in the two
// versions of a document.
func (d *digest) revise(c *changed, text versions.Comparison) telling {
	var slip bool
	c.Described, slip = d.h.describedAs(c.before.Document, c.after.Document)
	d.h.compareStatements(c)
	for _, s := range c.said() { // those of either version have their places there
		at := corpus.Span{Start: s.Start, End: s.End}
		if s.Passage != "" {
			c.fresh = append(c.fresh, at)
		} else {
			c.gone = append(c.gone, at)
		}
	}
	for i, s := range text.Stretches { // a letter that makes another person or time is no slip
		text.Stretches[i].Slip = s.Slip && slices.Equal(c.before.names(s.Before), c.after.names(s.After))
	}
	if !text.Slips() {
		c.Words = &WordsChanged{Changed: text.Changed, Of: text.Of, Share: text.Share()}
		d.h.edit(c, text)
	}
	switch {
	case c.Words != nil || len(c.Described)+len(c.Statements)+len(c.Gone)+len(c.Corrected) > 0:
		return toldAsRevised
	case slip || !text.Same:
		return toldAsSlip
	}
	return notTold
}

// names tells whom and which times a stretch of the text names.
func (v version) names(s corpus.Span) (all []string) {
	for _, m := range v.Mentions {
		if s.Overlaps(m.Span) {
			all = append(all, m.Actor)
		}
	}
	for _, t := range v.Times {
		if s.Overlaps(t.Span) {
			all = append(all, t.Interval.String())
		}
	}
	return all
}

// fieldURL is the field of a link.
const fieldURL = "url"

// describedAs lists what is told of a document otherwise than before. slip is true
// where something differs by no more than a typing slip, which is not listed.
func (h *Handlers) describedAs(before, after corpus.Document) (all []FieldChange, slip bool) {
	all = []FieldChange{}
	add := func(field, was, is, wasText, isText string) {
		if was == is && wasText == isText {
			return
		}
		isName := h.isName
		if field == "author" || field == "source" {
			isName = func(string) bool { return true }
		}
		if field != fieldURL && versions.Compare(wasText, isText, isName).Slips() {
			slip = true
			return
		}
		all = append(all, FieldChange{Field: field, Before: Optional(was), After: Optional(is), BeforeText: wasText, AfterText: isText})
	}
	shown := func(text string) string {
		if text == "" {
			return "unknown"
		}
		return text
	}
	for _, f := range []struct{ field, was, is string }{
		{"title", before.Title, after.Title}, {"author", before.Author, after.Author}, {"source", before.Source, after.Source},
		{fieldURL, before.URL, after.URL}, {"form", string(before.Form), string(after.Form)},
	} {
		add(f.field, f.was, f.is, shown(f.was), shown(f.is))
	}
	add("published", before.Published.String(), after.Published.String(), before.Published.Human(), after.Published.Human())
	return all, slip
}

// touch finds who speaks and is mentioned in what is new, told otherwise or
// gone, and on what. What is told otherwise of a document bears upon all of it.
func (h *Handlers) touch(c *changed) {
	fresh := c.fresh
	if len(c.Described) > 0 && !c.onlyLink() {
		fresh = []corpus.Span{{End: len(c.after.Text)}}
	}
	speaking, mentions, topics := map[string]int{}, map[string]int{}, map[string]int{}
	if c.Change == corpus.Added || c.Change == corpus.Withdrawn {
		speaking[c.after.AuthorID+c.before.AuthorID]++ // of the one version that there is
	}
	for _, s := range c.said() {
		speaking[string(s.Speaker)]++
	}
	for _, side := range []struct {
		version
		spans []corpus.Span
	}{{c.after, fresh}, {c.before, c.gone}} {
		for _, m := range side.Mentions {
			_, speaks := speaking[m.Actor]
			if _, listed := h.listed[m.Actor]; listed && !speaks && !m.Ambiguous && overlapsAny(m.Span, side.spans) {
				mentions[m.Actor]++
			}
		}
		for _, hit := range side.hits {
			for _, s := range side.spans {
				if part := (corpus.Span{Start: max(s.Start, hit.Passage.Start), End: min(s.End, hit.Passage.End)}); part.Len() > 0 {
					for _, id := range h.topics.in(side.Text[part.Start:part.End]) {
						topics[id]++
					}
				}
			}
		}
	}
	c.Speaking, c.Mentioned, c.Topics = h.named(speaking), h.named(mentions), []TopicEntry{}
	for _, id := range byCount(topics) {
		c.Topics = append(c.Topics, TopicEntry{id, h.topicName(id)})
	}
}

// named names the actors among ids, those that are counted most first.
func (h *Handlers) named(times map[string]int) []ActorNamed {
	out := []ActorNamed{}
	for _, id := range byCount(times) {
		if a, ok := h.actor(id); ok {
			out = append(out, ActorNamed{id, a.Name})
		}
	}
	return out
}

// byCount are ids, those that are counted most first.
func byCount(times map[string]int) []string {
	return slices.SortedFunc(maps.Keys(times), func(a, b string) int { return cmp.Or(times[b]-times[a], strings.Compare(a, b)) })
}

func overlapsAny(s corpus.Span, spans []corpus.Span) bool {
	return slices.ContainsFunc(spans, s.Overlaps)
}
