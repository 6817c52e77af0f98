// Package ordered keeps lists in the order of their keys. A list is never
// changed: another state has a list of its own, which shares what stayed, so
// that those who read the one before are not disturbed. Making it moves
// pointers and looks at nothing behind them but what changed.
package ordered

import (
	"cmp"
	"slices"
)

// Item is what a list holds: a pointer to something that never changes, and
// that has a key. No two items of a list have the same one.
type Item interface {
	comparable
	Key() string
}

// Sort orders items that are in no order.
func Sort[T Item](items []T) {
	slices.SortFunc(items, func(a, b T) int { return cmp.Compare(a.Key(), b.Key()) })
}

// Find gives the item with a key.
func Find[T Item](list []T, key string) (item T, found bool) {
	if i, found := at(list, key); found {
		return list[i], true
	}
	return item, false
}

func at[T Item](list []T, key string) (int, bool) {
	return slices.BinarySearchFunc(list, key, func(t T, key string) int { return cmp.Compare(t.Key(), key) })
}

// With is a list with some items in it in place of those that have the same
// keys, and without those of the keys in gone. A key in both is in the list.
func With[T Item](list, items []T, gone []string) []T {
	type change struct {
		key  string
		item T
		in   bool
	}
	changes := make([]change, 0, len(items)+len(gone))
	for _, t := range items {
		changes = append(changes, change{t.Key(), t, true})
	}
	for _, key := range gone {
		changes = append(changes, change{key: key})
	}
	slices.SortStableFunc(changes, func(a, b change) int { return cmp.Compare(a.key, b.key) })
	changes = slices.CompactFunc(changes, func(a, b change) bool { return a.key == b.key })
	out := make([]T, 0, len(list)+len(items))
	for _, c := range changes {
		i, found := at(list, c.key)
		out = append(out, list[:i]...)
		if list = list[i:]; found {
			list = list[1:]
		}
		if c.in {
			out = append(out, c.item)
		}
	}
	return append(out, list...)
}

// Diff gives the items of a list that another one has no longer, and those
// that are new in it. One that was replaced is in both.
func Diff[T Item](before, after []T) (gone, come []T) {
	for len(before) > 0 && len(after) > 0 {
		if before[0] == after[0] {
			before, after = before[1:], after[1:]
			continue
		}
		c := cmp.Compare(before[0].Key(), after[0].Key())
		if c <= 0 {
			gone, before = append(gone, before[0]), before[1:]
		}
		if c >= 0 {
			come, after = append(come, after[0]), after[1:]
		}
	}
	return append(gone, before...), append(come, after...)
}
