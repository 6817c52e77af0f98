package handlers_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"dossierbot/corpus/intake"
	"dossierbot/handlers"
	"dossierbot/index"
)

// open makes the handlers of a folder, with an index in memory; the empty
// path is the bundled dossier.
func open(t testing.TB, path string) *handlers.Handlers {
	t.Helper()
	ctx := context.Background()
	folder, err := intake.Open(ctx, path, intake.Options{})
	if err != nil {
		t.Fatal(err)
	}
	x, err := index.Open(ctx, folder, index.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	h, err := handlers.New(ctx, handlers.Options{Folder: folder, Index: x, Now: func() time.Time { return today }})
	if err != nil {
		t.Fatal(err)
	}
	return h
}

var today = time.Date(2026, time.July, 15, 12, 0, 0, 0, time.UTC)

// shared is a path in the folder of measuring data beside the project; the
// test skips where there is none.
func shared(t testing.TB, path ...string) string {
	t.Helper()
	name := filepath.Join(append([]string{"..", "..", "shared"}, path...)...)
	if _, err := os.Stat(name); err != nil {
		t.Skipf("skipped: the measuring data are not beside the project (%s)", name)
	}
	return name
}
