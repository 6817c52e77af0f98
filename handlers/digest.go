package handlers

import (
	"cmp"
	"context"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"dossierbot/corpus"
	"dossierbot/corpus/intake"
	"dossierbot/handlers/store"
	"dossierbot/index"
)

// DigestRequest asks what changed between two revisions.
type DigestRequest struct {
	// Since and Until are revisions as people write them: an id
	// ("r1a2b3c4d5e"), a number ("#12"), a date ("2026-07-20", "last week") or an
	// RFC 3339 time. Without Until it is the latest; without Since the one before
	// Until. Since a date is from its beginning on, until a date up to its end.
	Since, Until string
	// From and To are numbers of revisions, 0 the empty corpus before the first.
	// Where To is not 0 they stand in place of Since and Until.
	From, To int64
	Filter   store.Filter // as CheckFilter gives it
	Limit    int          // documents listed at most; 0: all that are looked through
	Document string       // id of the one that is looked at; empty: all
}

// How much a digest is made of.
const (
	mostLookedThrough = 2000 // documents read
	mostListed        = 25   // statements, or sentences, of a document listed
)

// Digest tells what changed between two revisions. Both versions of a document
// are read by today's rules, so that a change of these is no news. Its error is
// a *Problem where Since or Until is no known revision, and where the filter has
// a question and the newest revision is not the state that h answers from.
func (h *Handlers) Digest(ctx context.Context, s *store.Store, r DigestRequest) (DigestReply, error) {
	d := digest{h: h, store: s, asked: asked{Filter: r.Filter, h: h}, reply: DigestReply{
		Outcome: index.Answered, Title: h.dossier.Title, Filter: r.Filter, FilterNames: h.filterNames(r.Filter),
		Documents: []DocumentChange{}, Positions: []PositionChange{}, ByActor: []ActorNews{}, Unread: []string{}, Notes: []string{},
	}}
	if err := d.span(ctx, r); err != nil {
		return DigestReply{}, err
	}
	for _, id := range r.Filter.Actors {
		if _, ok := h.actor(id); !ok {
			d.note("The dossier no longer knows the actor " + quoted(id) + ", whom the filter asks for.")
		}
	}
	for _, id := range r.Filter.Topics {
		if _, ok := h.dossier.Topic(id); !ok {
			d.note("The dossier no longer has the topic " + quoted(id) + ", which the filter asks for.")
		}
	}
	if err := d.documents(ctx, r.Document); err != nil {
		return DigestReply{}, err
	}
	if r.Filter.Question != "" {
		if err := d.answers(ctx); err != nil {
			return DigestReply{}, err
		}
	} else if err := d.positions(ctx); err != nil {
		return DigestReply{}, err
	}
	return d.finish(r.Limit), nil
}

// digest is a digest that is being made.
type digest struct {
	h        *Handlers
	store    *store.Store
	from, to store.Revision // from of number 0 is the empty corpus
	asked    asked
	reply    DigestReply
	changed  []changed // what is told of documents

	unrecorded bool // the state of now is not on record
}

// note adds what the reader should know.
func (d *digest) note(text string) { d.reply.Notes = append(d.reply.Notes, text) }

// unread finds the files that could be read at the one revision and no longer
// at the other. Those of a format that is never read are none, and one that
// could not be read before need not be told because it moved.
func (d *digest) unread(ctx context.Context) ([]unreadFile, error) {
	before, err := d.unreadAt(ctx, d.from)
	if err != nil {
		return nil, err
	}
	now, err := d.unreadAt(ctx, d.to)
	if err != nil {
		return nil, err
	}
	for _, same := range []func(unreadFile) unreadFile{
		func(f unreadFile) unreadFile { return f },
		func(f unreadFile) unreadFile { return unreadFile{path.Base(f.path), f.why} },
	} {
		now = slices.DeleteFunc(now, func(f unreadFile) bool {
			i := slices.IndexFunc(before, func(o unreadFile) bool { return same(o) == same(f) })
			if i >= 0 {
				before = slices.Delete(before, i, i+1)
			}
			return i >= 0
		})
	}
	return now, nil
}

// unreadFile is a file or folder that cannot be read.
type unreadFile struct{ path, why string }

func (d *digest) unreadAt(ctx context.Context, r store.Revision) ([]unreadFile, error) {
	if r.Number == 0 {
		return nil, nil
	}
	lines, err := d.store.Unread(ctx, r.Number)
	var out []unreadFile
	for _, line := range lines {
		if file, ok := unreadFrom(line); ok {
			out = append(out, file)
		}
	}
	return out, err
}

// unreadFrom is the file or folder of which a warning tells; ok is false where
// its format is never read. There may be a colon in its name.
func unreadFrom(warning string) (file unreadFile, ok bool) {
	for at := 0; ; at += len(": ") {
		i := strings.Index(warning[at:], ": ")
		if i < 0 {
			return unreadFile{}, false
		}
		at += i
		name, why := warning[:at], warning[at+len(": "):]
		shown := lineNumber.ReplaceAllString(name, "")
		if unquoted, err := strconv.Unquote(name); err == nil {
			name = unquoted
		}
		if intake.Reads(lineNumber.ReplaceAllString(name, "")) || strings.HasPrefix(why, intake.CannotBeRead) {
			return unreadFile{shown, why}, true
		}
	}
}

// holds tells whether a path is that of what cannot be read, or lies in it.
func (f unreadFile) holds(name string) bool {
	return name == f.path || strings.HasPrefix(name, f.path+"/")
}

// lineNumber is what stands behind the name of a file of which a part cannot be
// read.
var lineNumber = regexp.MustCompile(`:\d+$`)

// finish counts, orders and cuts what was found.
func (d *digest) finish(limit int) DigestReply {
	r := &d.reply
	for _, c := range d.changed {
		r.Documents = append(r.Documents, c.DocumentChange)
		r.Counts.add(c.DocumentChange)
	}
	r.Counts.Positions = len(r.Positions)
	if d.asked.everything() { // nobody can tell what a file holds that cannot be read
		r.Counts.Unread = len(r.Unread)
	}
	slices.SortStableFunc(r.Documents, func(a, b DocumentChange) int {
		return cmp.Or(a.order()-b.order(), newestFirst(a.Published, b.Published), strings.Compare(a.Document, b.Document))
	})
	d.h.sayTogether(r)
	r.cut(limit)
	r.Headline = r.Counts.Headline()
	span := "between " + revisionText(d.from) + " and " + revisionText(d.to)
	switch {
	case d.from.Number == d.to.Number && d.unrecorded:
		r.Outcome, r.Answer = index.NoneInRange, "Nothing is on record after "+revisionText(d.to)+"."
	case d.from.Number == d.to.Number:
		r.Outcome, r.Answer = index.NoneInRange, "Nothing has changed since "+revisionText(d.to)+"."
	case r.Counts == DigestCounts{} && !d.asked.everything():
		r.Outcome, r.Answer = index.NoneInRange, "Nothing that is asked for changed "+span+"."
	case r.Counts == DigestCounts{}:
		r.Outcome, r.Answer = index.NoneInRange, "Nothing changed "+span+"."
	case !r.News():
		r.Answer = "Nothing new " + span + ": " + r.Headline + "."
	}
	return *r
}

// revisionText names a revision: "#3 of 20 Jul 2026, 12:04 UTC".
func revisionText(r store.Revision) string {
	if r.Number == 0 {
		return "the beginning"
	}
	return fmt.Sprintf("#%d of %s", r.Number, r.At.UTC().Format("2 Jan 2006, 15:04 UTC"))
}

// add counts a document.
func (c *DigestCounts) add(d DocumentChange) {
	switch {
	case d.Change == corpus.Added:
		c.Added++
		switch {
		case d.Old:
			c.Old++
		case !d.Published.Known():
			c.Undated++
		}
	case d.Change == corpus.Withdrawn:
		c.Withdrawn++
	case d.onlyLink():
		c.Links++
	case d.Change == corpus.Moved:
		c.Moved++
	default:
		c.Revised++
	}
}

// onlyLink tells whether nothing but the link is another.
func (d DocumentChange) onlyLink() bool {
	return d.Words == nil && len(d.Described) == 1 && d.Described[0].Field == fieldURL && len(d.Statements)+len(d.Gone)+len(d.Corrected) == 0
}

// The places of the changes in a digest, and how they are told.
var changeLabels = []string{"New", "New, date unknown", "New here, but old", "Revised", "Moved and revised", "Withdrawn", "Moved", "Another link"}

func (d DocumentChange) order() int { return slices.Index(changeLabels, d.Label) }

// label says how a change is told.
func (d DocumentChange) label() string {
	switch {
	case d.Change == corpus.Added && d.Old:
		return changeLabels[2]
	case d.Change == corpus.Added && !d.Published.Known():
		return changeLabels[1]
	case d.Change == corpus.Added:
		return changeLabels[0]
	case d.Change == corpus.Withdrawn:
		return changeLabels[5]
	case d.onlyLink():
		return changeLabels[7]
	case d.Change == corpus.Moved:
		return changeLabels[6]
	case d.From != "":
		return changeLabels[4]
	}
	return changeLabels[3]
}

// longAgo is how long a document has been published when it is old news, though
// new here.
const longAgo = 31 * 24 * time.Hour

// isOld tells whether a document surely was published long before it was added.
func isOld(published corpus.Date, added time.Time) bool {
	return published.Known() && !published.Last.IsZero() && published.Last.Add(longAgo).Before(added)
}
