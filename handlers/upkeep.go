package handlers

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"dossierbot/corpus/intake"
	"dossierbot/handlers/store"
)

// Upkeep is how well a dossier that is served keeps up with its folder.
type Upkeep struct {
	Updated time.Time // when a changed state was last taken over; zero: not since the start
	Err     string    // why not all of the last update could be done; empty: it could
	ErrAt   time.Time
	Faults  []string // in the editor's files as they lie there now, each with what to do
}

// Upkeep tells how the updates go. It is safe for concurrent use.
func (u *Updater) Upkeep() Upkeep {
	u.mu.Lock()
	defer u.mu.Unlock()
	return u.upkeep
}

// note takes note of how an update ended, and logs a fault once for as long as
// it lasts.
func (u *Updater) note(err error) {
	u.mu.Lock()
	before := u.upkeep.Err
	u.upkeep.Err, u.upkeep.ErrAt = "", time.Time{}
	if err != nil {
		u.upkeep.Err, u.upkeep.ErrAt = err.Error(), u.o.Now()
	}
	u.upkeep.Faults = linesOf(u.folder.Faults())
	u.mu.Unlock()
	switch {
	case err != nil && err.Error() != before:
		u.o.Log.Error("not all of an update could be done; it is tried again", "error", err)
	case err == nil && before != "":
		u.o.Log.Info("updated again after a fault")
	}
}

// toldFaults are the faults of the editor's files that the operators were told
// last, which is kept, so that a restart tells nobody anything twice.
type toldFaults struct {
	Turn   int      // counts how often they were told
	Faults []string // empty: all is well
}

const keptFaults = "faults told"

func toldBefore(ctx context.Context, s *store.Store) (toldFaults, error) {
	var t toldFaults
	raw, err := s.Kept(ctx, keptFaults)
	if err != nil || raw == nil {
		return t, err
	}
	if err := json.Unmarshal(raw, &t); err != nil {
		return t, fmt.Errorf("read the %s: %w", keptFaults, err)
	}
	return t, nil
}

// tellFaults tells the operators of the faults in the editor's files, whenever
// they become others.
func (u *Updater) tellFaults(ctx context.Context) error {
	faults := linesOf(u.folder.Faults())
	if slices.Equal(faults, u.told.Faults) {
		return nil
	}
	what := "The dossier's files keep the rules again."
	if len(faults) > 0 {
		what = "Files of the dossier break the rules. What they said before goes on to be used until they are mended:\n" + strings.Join(faults, "\n")
	}
	now := toldFaults{Turn: u.told.Turn + 1, Faults: faults}
	if u.o.Tell != nil {
		// The words are part of the key: after a kill between here and Keep they
		// may be others.
		sum := sha256.Sum256([]byte(what))
		if err := u.o.Tell(ctx, fmt.Sprintf("faults/%d/%x", now.Turn, sum[:8]), what); err != nil {
			return err
		}
		u.o.Wake()
	}
	raw, err := json.Marshal(now)
	if err != nil {
		return fmt.Errorf("keep the %s: %w", keptFaults, err)
	}
	if u.o.Store != nil {
		if err := u.o.Store.Keep(ctx, keptFaults, raw); err != nil {
			return err
		}
	}
	u.told = now
	if len(faults) > 0 {
		u.o.Log.Warn("the editor's files have faults; what they said before is kept", "faults", faults)
	} else {
		u.o.Log.Info("the editor's files keep the rules again")
	}
	return nil
}

const keptEditors = "editor's files"

// LastGood gives the editor's files by name as they were when they last kept
// the rules; nil where none were kept yet.
func LastGood(ctx context.Context, s *store.Store) (map[string][]byte, error) {
	raw, err := s.Kept(ctx, keptEditors)
	if err != nil || raw == nil {
		return nil, err
	}
	var files map[string][]byte
	if err := json.Unmarshal(raw, &files); err != nil {
		return nil, fmt.Errorf("read the %s: %w", keptEditors, err)
	}
	return files, nil
}

// keepEditors keeps the editor's files that are in use for the next start.
func (u *Updater) keepEditors(ctx context.Context) error {
	raw, err := json.Marshal(u.folder.EditorsFiles())
	if err != nil {
		return fmt.Errorf("keep the %s: %w", keptEditors, err)
	}
	if bytes.Equal(raw, u.editors) {
		return nil
	}
	if err := u.o.Store.Keep(ctx, keptEditors, raw); err != nil {
		return err
	}
	u.editors = raw
	return nil
}

func linesOf(faults []*intake.FileError) []string {
	var lines []string
	for _, f := range faults {
		lines = append(lines, f.Error())
	}
	return lines
}
