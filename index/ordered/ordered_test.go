package ordered_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossierbot/index/ordered"
)

type item struct{ key, text string }

func (i *item) Key() string { return i.key }

// flat is what a list holds.
func flat(list []*item) []item {
	out := []item{}
	for _, i := range list {
		out = append(out, *i)
	}
	return out
}

// A list that changes again and again holds what a map would, in the order of
// the keys; and what is found to differ between two makes the one of the other.
func TestLists(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	var list []*item
	have := map[string]string{}
	for n := range 500 {
		before := list
		was := flat(before)
		var come []*item
		var gone []string
		for range r.IntN(5) {
			i := &item{fmt.Sprintf("key %d", r.IntN(40)), fmt.Sprint(n)}
			if !slices.ContainsFunc(come, func(o *item) bool { return o.key == i.key }) {
				come = append(come, i)
			}
		}
		for range r.IntN(4) {
			gone = append(gone, fmt.Sprintf("key %d", r.IntN(40)))
		}
		list = ordered.With(before, come, gone)
		for _, key := range gone {
			delete(have, key)
		}
		for _, i := range come {
			have[i.key] = i.text
		}
		want := []item{}
		for _, key := range slices.Sorted(maps.Keys(have)) {
			want = append(want, item{key, have[key]})
		}
		if diff := cmp.Diff(want, flat(list), cmp.AllowUnexported(item{})); diff != "" {
			t.Fatalf("(-want +got):\n%s", diff)
		}
		if diff := cmp.Diff(was, flat(before), cmp.AllowUnexported(item{})); diff != "" {
			t.Fatalf("the list before has changed (-want +got):\n%s", diff)
		}
		for n := range 40 {
			key := fmt.Sprintf("key %d", n)
			i, found := ordered.Find(list, key)
			if text, ok := have[key]; ok != found || found && i.text != text {
				t.Fatalf("%s: found %t, %v", key, found, i)
			}
		}
		left, entered := ordered.Diff(before, list)
		var keys []string
		for _, i := range left {
			keys = append(keys, i.key)
		}
		if again := ordered.With(before, entered, keys); !slices.Equal(again, list) {
			t.Fatalf("what differs makes %v of it, want %v", flat(again), flat(list))
		}
		if len(entered) > len(come) || len(left) > len(come)+len(gone) {
			t.Fatalf("%d differ before and %d now, though %d came and %d went", len(left), len(entered), len(come), len(gone))
		}
	}
}

func TestSort(t *testing.T) {
	t.Parallel()
	list := []*item{{"b", ""}, {"ä", ""}, {"a", ""}, {"", ""}}
	ordered.Sort(list)
	if diff := cmp.Diff([]item{{"", ""}, {"a", ""}, {"b", ""}, {"ä", ""}}, flat(list), cmp.AllowUnexported(item{})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
