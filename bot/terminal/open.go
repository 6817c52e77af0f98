package terminal

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"

	"github.com/adrg/xdg"

	"dossierbot/corpus/intake"
	"dossierbot/handlers"
	"dossierbot/index"
)

// dossier is an opened corpus with its index and what answers from it.
type dossier struct {
	folder   *intake.Folder
	index    *index.Index
	handlers *handlers.Handlers
	state    string // the state folder; empty where there is none
}

// access says what a command does with the state folder.
type access int

const (
	reading access = iota // uses it, or works from memory where it cannot
	writing               // fails where it cannot
	apart                 // leaves it alone and works from memory
)

// open opens the corpus of the settings. One that changes while it is read is
// opened once more.
func (a *app) open(ctx context.Context, how access, log *slog.Logger) (*dossier, error) {
	d, err := a.openOnce(ctx, how, log)
	if errors.Is(err, intake.ErrChanged) {
		return a.openOnce(ctx, how, log)
	}
	return d, err
}

func (a *app) openOnce(ctx context.Context, how access, log *slog.Logger) (*dossier, error) {
	folder, err := intake.Open(ctx, a.settings.Corpus.Path, a.intakeOptions(log))
	if err != nil {
		return nil, err
	}
	dir := ""
	if how != apart {
		if dir, err = stateDir(a.settings.State.Dir, a.settings.Corpus.Path); err != nil {
			return nil, err
		}
	}
	bar := a.newProgress("reading documents")
	x, err := index.Open(ctx, folder, index.Options{Dir: dir, Write: how == writing, Progress: bar.show, Log: log})
	bar.clear()
	if err != nil {
		return nil, err
	}
	h, err := handlers.New(ctx, handlers.Options{Folder: folder, Index: x})
	if err != nil {
		return nil, errors.Join(err, x.Close())
	}
	return &dossier{folder: folder, index: x, handlers: h, state: dir}, nil
}

func (d *dossier) close() error { return d.index.Close() }

func (a *app) intakeOptions(log *slog.Logger) intake.Options {
	return intake.Options{MaxFileBytes: a.settings.Corpus.MaxFileBytes, Log: log}
}

// answer opens the corpus to read, and closes it after use.
func (a *app) answer(ctx context.Context, use func(*handlers.Handlers) error) error {
	return a.with(ctx, reading, use)
}

// reply shows what a handler replies, as JSON or on a page.
func (a *app) reply(ctx context.Context, asJSON bool, get func(*handlers.Handlers) (value any, o handlers.Outcome, lay func(*page), err error)) error {
	return a.answer(ctx, func(h *handlers.Handlers) error {
		value, outcome, lay, err := get(h)
		if err != nil {
			return err
		}
		return errors.Join(a.present(asJSON, value, lay), outcomeError(outcome))
	})
}

func (a *app) with(ctx context.Context, how access, use func(*handlers.Handlers) error) error {
	return a.opened(ctx, how, func(d *dossier) error { return use(d.handlers) })
}

// opened opens the corpus, records its state where that is new, and closes it
// after use.
func (a *app) opened(ctx context.Context, how access, use func(*dossier) error) (err error) {
	log := a.logger(slog.LevelWarn)
	d, err := a.open(ctx, how, log)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, d.close()) }()
	if err := d.record(ctx, log); err != nil && ctx.Err() == nil {
		log.Warn("this state of the corpus is not recorded", "reason", err)
	}
	return use(d)
}

// stateDir is the folder for what outlives the process: the one that was set,
// or the corpus's own below the user's state folder, or none, which keeps all
// in memory, where the user has no home.
// https://specifications.freedesktop.org/basedir-spec/latest/
func stateDir(set, corpusPath string) (string, error) {
	if set != "" {
		return set, nil
	}
	if _, err := os.UserHomeDir(); err != nil && os.Getenv("XDG_STATE_HOME") == "" {
		return "", nil
	}
	if corpusPath == "" {
		return filepath.Join(xdg.StateHome, "dossierbot", "bundled"), nil
	}
	path, err := filepath.Abs(corpusPath)
	if err != nil {
		return "", fmt.Errorf("state folder of %s: %w", corpusPath, err)
	}
	sum := sha256.Sum256([]byte(path))
	name := strings.TrimSuffix(filepath.Base(path), ".jsonl") + "-" + hex.EncodeToString(sum[:4])
	return filepath.Join(xdg.StateHome, "dossierbot", name), nil
}
