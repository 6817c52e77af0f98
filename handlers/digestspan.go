package handlers

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"dossierbot/handlers/store"
)

// span finds the two revisions between which is told what changed. Its error is
// a *Problem where one is not known.
func (d *digest) span(ctx context.Context, r DigestRequest) (err error) {
	latest, err := d.store.Latest(ctx)
	if errors.Is(err, store.ErrNoRevision) {
		return &Problem{What: "No state of the dossier is on record yet", Do: "Have it read once, and ask again when something has changed"}
	}
	if err != nil {
		return err
	}
	if r.To != 0 {
		if d.to, err = d.numbered(ctx, r.To); err == nil && r.From != 0 {
			d.from, err = d.numbered(ctx, r.From)
		}
		d.name()
		return err
	}
	d.to = latest
	if r.Until == "" && latest.ID != d.h.index.Stats().Revision {
		d.unrecorded = true
		d.note("The documents read otherwise by now. That state is not on record, so what changed since " + revisionText(latest) + " is not told.")
	}
	if r.Until != "" {
		if d.to, err = d.revision(ctx, r.Until, false); err != nil {
			return err
		}
	}
	if r.Since != "" {
		d.from, err = d.revision(ctx, r.Since, true)
	} else {
		d.from, err = d.numbered(ctx, max(1, d.to.Number-1))
		if d.to.Number == 1 {
			d.note("This is the first state on record: there is none before it to hold it against.")
		}
	}
	if err == nil && d.from.Number > d.to.Number {
		return &Problem{What: "The time ends before it begins: " + revisionText(d.from) + " comes after " + revisionText(d.to), Do: "Exchange since and until"}
	}
	d.name()
	return err
}

// name puts the revisions into the reply.
func (d *digest) name() {
	entry := func(r store.Revision) RevisionEntry { return RevisionEntry{Revision: r.ID, Number: r.Number, At: r.At} }
	d.reply.To = entry(d.to)
	if d.from.Number > 0 {
		from := entry(d.from)
		d.reply.From = &from
	}
}

var (
	revisionNumber = regexp.MustCompile(`^#(\d{1,18})$`)
	revisionID     = regexp.MustCompile(`^r[0-9a-f]{1,64}$`)
)

// revision is the one that a text means; since tells which end of a time it
// is.
func (d *digest) revision(ctx context.Context, text string, since bool) (store.Revision, error) {
	text = strings.TrimSpace(text)
	if m := revisionNumber.FindStringSubmatch(text); m != nil {
		n, err := strconv.ParseInt(m[1], 10, 64)
		if err != nil {
			return store.Revision{}, err
		}
		return d.numbered(ctx, n)
	}
	if id := strings.ToLower(text); revisionID.MatchString(id) {
		r, err := d.store.Revision(ctx, id)
		if errors.Is(err, store.ErrNoRevision) {
			return store.Revision{}, d.unknown(ctx, quoted(text), func(r store.Revision) int { return -alike(r.ID, id) })
		}
		return r, err
	}
	at, err := time.Parse(time.RFC3339, text)
	if err != nil {
		date, err := dateGiven(text, d.h.now())
		at = date.First.Add(-time.Nanosecond)
		if !since {
			at = date.Last.AddDate(0, 0, 1).Add(-time.Nanosecond)
		}
		if err != nil || since && date.First.IsZero() || !since && date.Last.IsZero() {
			return store.Revision{}, &Problem{What: quoted(text) + " is neither a revision nor a date", Do: "Give a date, a time, or a revision as answers tell it", Example: d.to.ID}
		}
	}
	if since && at.After(d.h.now()) {
		return store.Revision{}, &Problem{What: quoted(text) + " is yet to come", Do: "Ask since a time in the past", Example: d.h.today().String()}
	}
	r, err := d.store.RevisionAt(ctx, at)
	if !errors.Is(err, store.ErrNoRevision) {
		return r, err
	}
	first, err := d.numbered(ctx, 1)
	if err == nil && !since {
		return first, &Problem{What: "Nothing was on record by then: the first state is " + revisionText(first), Do: "Ask until a later time"}
	}
	d.note("What changed before " + revisionText(first) + " is not on record: this is told from there on.")
	return first, err
}

// numbered is the revision of a number.
func (d *digest) numbered(ctx context.Context, number int64) (store.Revision, error) {
	r, err := d.store.Numbered(ctx, number)
	if errors.Is(err, store.ErrNoRevision) {
		far := func(r store.Revision) int { return int(max(r.Number-number, number-r.Number)) }
		return r, d.unknown(ctx, fmt.Sprintf("#%d", number), far)
	}
	return r, err
}

// unknown is the problem of a revision that is not known. It names those that
// are least far from it.
func (d *digest) unknown(ctx context.Context, name string, far func(store.Revision) int) error {
	const few = 3
	all, err := d.store.Revisions(ctx, 0)
	if err != nil {
		return err
	}
	slices.SortStableFunc(all, func(a, b store.Revision) int { return cmp.Compare(far(a), far(b)) })
	var near []string
	for _, r := range all[:min(few, len(all))] {
		near = append(near, fmt.Sprintf("%s (%s)", r.ID, revisionText(r)))
	}
	return &Problem{What: "No revision " + name + " is on record; the nearest are " + join(near, "and", few), Do: "Use one of them, or a date", Example: all[0].ID}
}

// alike is how many letters two ids have in common at their beginning.
func alike(a, b string) int {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return n
}
