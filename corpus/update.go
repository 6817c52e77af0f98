package corpus

import (
	"cmp"
	"maps"
	"slices"
)

// Fingerprint tells whether a document is the same as before. The zero
// Fingerprint is that of no document.
type Fingerprint struct {
	Text string // hash of its text: the same text is the same document, wherever it lies
	Said string // hash of what an editor says of it: its description and corrections
}

// Manifest is a state of the corpus, or of a part of it: the fingerprint of
// each document by its id.
type Manifest map[string]Fingerprint

// ChangeKind tells what became of a document.
type ChangeKind string

// The kinds of change.
const (
	Added     ChangeKind = "added"
	Revised   ChangeKind = "revised"   // under the same id it has another text or description
	Moved     ChangeKind = "moved"     // the same text has another id; its description may differ
	Withdrawn ChangeKind = "withdrawn" // it is gone
)

// Change is what became of one document between two states.
type Change struct {
	Kind          ChangeKind
	ID            string      // now; of what is withdrawn, what it was
	From          string      // of what moved, the id before; else empty
	Before, After Fingerprint // zero where the document was not there
}

// Diff compares two states, or those parts of two that may differ. A text that
// is there before and after under two ids has moved, once for each time that it
// is there, so that two files that exchange their names have moved both. The
// changes are sorted by ID, at one ID what is withdrawn first.
func Diff(before, after Manifest) []Change {
	var changes []Change
	left := map[string][]string{} // ids before, by text, of what is not where it was
	for _, id := range slices.Sorted(maps.Keys(before)) {
		if was := before[id]; after[id].Text != was.Text {
			left[was.Text] = append(left[was.Text], id)
		}
	}
	gone := maps.Clone(before)
	var fresh []string
	for _, id := range slices.Sorted(maps.Keys(after)) {
		was, now := before[id], after[id]
		from := left[now.Text]
		switch {
		case was == now:
			delete(gone, id)
		case was.Text == now.Text:
			delete(gone, id)
			changes = append(changes, Change{Kind: Revised, ID: id, Before: was, After: now})
		case len(from) > 0:
			left[now.Text] = from[1:]
			delete(gone, from[0])
			changes = append(changes, Change{Kind: Moved, ID: id, From: from[0], Before: before[from[0]], After: now})
		default:
			fresh = append(fresh, id)
		}
	}
	for _, id := range fresh {
		c := Change{Kind: Added, ID: id, After: after[id]}
		if was, ok := gone[id]; ok {
			delete(gone, id)
			c.Kind, c.Before = Revised, was
		}
		changes = append(changes, c)
	}
	for id, was := range gone {
		changes = append(changes, Change{Kind: Withdrawn, ID: id, Before: was})
	}
	slices.SortFunc(changes, func(a, b Change) int {
		return cmp.Or(cmp.Compare(a.ID, b.ID), -cmp.Compare(a.Kind, b.Kind))
	})
	return changes
}
