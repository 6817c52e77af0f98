package corpus_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"dossierbot/corpus"
)

func TestDiff(t *testing.T) {
	t.Parallel()
	is := func(text string) corpus.Fingerprint { return corpus.Fingerprint{Text: text, Said: "s"} }
	said := corpus.Fingerprint{Text: "1", Said: "other"}
	for _, tt := range []struct {
		name          string
		before, after corpus.Manifest
		want          []corpus.Change
	}{
		{"nothing", nil, nil, nil},
		{"the same", corpus.Manifest{"a": is("1"), "b": is("2")}, corpus.Manifest{"a": is("1"), "b": is("2")}, nil},
		{"added", nil, corpus.Manifest{"b": is("2"), "a": is("1")}, []corpus.Change{
			{Kind: corpus.Added, ID: "a", After: is("1")}, {Kind: corpus.Added, ID: "b", After: is("2")},
		}},
		{"withdrawn", corpus.Manifest{"b": is("2"), "a": is("1")}, corpus.Manifest{"b": is("2")}, []corpus.Change{
			{Kind: corpus.Withdrawn, ID: "a", Before: is("1")},
		}},
		{"another text", corpus.Manifest{"a": is("1")}, corpus.Manifest{"a": is("2")}, []corpus.Change{
			{Kind: corpus.Revised, ID: "a", Before: is("1"), After: is("2")},
		}},
		{"another description", corpus.Manifest{"a": is("1")}, corpus.Manifest{"a": said}, []corpus.Change{
			{Kind: corpus.Revised, ID: "a", Before: is("1"), After: said},
		}},
		{"moved", corpus.Manifest{"a": is("1"), "c": is("3")}, corpus.Manifest{"b": is("1"), "c": is("3")}, []corpus.Change{
			{Kind: corpus.Moved, ID: "b", From: "a", Before: is("1"), After: is("1")},
		}},
		{"moved and described", corpus.Manifest{"a": is("1")}, corpus.Manifest{"b": said}, []corpus.Change{
			{Kind: corpus.Moved, ID: "b", From: "a", Before: is("1"), After: said},
		}},
		{"names exchanged", corpus.Manifest{"a": is("1"), "b": is("2")}, corpus.Manifest{"a": is("2"), "b": is("1")}, []corpus.Change{
			{Kind: corpus.Moved, ID: "a", From: "b", Before: is("2"), After: is("2")},
			{Kind: corpus.Moved, ID: "b", From: "a", Before: is("1"), After: is("1")},
		}},
		{"a new text in the place of one that moved", corpus.Manifest{"a": is("1")}, corpus.Manifest{"a": is("2"), "b": is("1")}, []corpus.Change{
			{Kind: corpus.Added, ID: "a", After: is("2")},
			{Kind: corpus.Moved, ID: "b", From: "a", Before: is("1"), After: is("1")},
		}},
		{"moved over another", corpus.Manifest{"a": is("1"), "b": is("2")}, corpus.Manifest{"b": is("1")}, []corpus.Change{
			{Kind: corpus.Withdrawn, ID: "b", Before: is("2")},
			{Kind: corpus.Moved, ID: "b", From: "a", Before: is("1"), After: is("1")},
		}},
		{"copied", corpus.Manifest{"a": is("1")}, corpus.Manifest{"a": is("1"), "b": is("1")}, []corpus.Change{
			{Kind: corpus.Added, ID: "b", After: is("1")},
		}},
		{"one of two copies moved", corpus.Manifest{"a": is("1"), "b": is("1")}, corpus.Manifest{"b": is("1"), "c": is("1")}, []corpus.Change{
			{Kind: corpus.Moved, ID: "c", From: "a", Before: is("1"), After: is("1")},
		}},
		{"two copies become one", corpus.Manifest{"a": is("1"), "b": is("1")}, corpus.Manifest{"c": is("1")}, []corpus.Change{
			{Kind: corpus.Withdrawn, ID: "b", Before: is("1")},
			{Kind: corpus.Moved, ID: "c", From: "a", Before: is("1"), After: is("1")},
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, corpus.Diff(tt.before, tt.after), cmpopts.EquateEmpty()); diff != "" {
				t.Errorf("changes (-want +got):\n%s", diff)
			}
		})
	}
}
