// Package terminal owns the command line: its commands and flags, and how a
// reply looks as text and as JSON. It builds the parts of the program and
// hands them to the command asked for.
//
// It leaves answers to package handlers, settings to package config and the
// Discord bot to bot/discord.
package terminal

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"

	"golang.org/x/term"

	"dossierbot/config"
	"dossierbot/handlers"
)

// The exit codes, which scripts rely on.
const (
	exitAnswered = 0 // answered, ambiguous, or a batch that ran
	exitNothing  = 1 // nothing found, and the answer says why; or check found errors
	exitFailure  = 2 // wrong usage, an unreadable corpus, or a failure
)

// errNothing ends a command that found nothing and has said so.
var errNothing = errors.New("nothing found")

// Run runs the program with the arguments after its name until it is done or
// ctx is, and returns its exit code. Replies go to stdout, everything else to
// stderr.
func Run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	a := &app{stdout: stdout, stderr: stderr}
	root := a.root()
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := root.ExecuteContext(ctx)
	switch {
	case err == nil:
		return exitAnswered
	case errors.Is(err, errNothing), errors.Is(err, errFaulty):
		return exitNothing
	case ctx.Err() != nil && errors.Is(err, context.Canceled):
		err = errors.New("interrupted")
	}
	a.complain(err)
	if errors.Is(err, errUnwell) {
		return exitNothing
	}
	return exitFailure
}

// app is what the commands of one run share.
type app struct {
	stdout, stderr io.Writer
	flags          globalFlags
	settings       config.Config // set before a command runs
}

// complain says what is wrong, what to do and one example, as far as known.
func (a *app) complain(err error) {
	p := newPage(a.stderr)
	if !isTerminal(a.stderr) {
		p.width = math.MaxInt // a log keeps a message on one line
	}
	message := err.Error()
	var problem *handlers.Problem
	if errors.As(err, &problem) {
		message = problem.What + ".\n" + problem.Do + "."
		if problem.Example != "" {
			message += "\nExample: " + problem.Example
		}
	}
	p.text(plain, "dossierbot: "+message)
	fmt.Fprint(a.stderr, p.out.String())
}

// present writes a value as JSON, or the page that it makes.
func (a *app) present(asJSON bool, value any, lay func(*page)) error {
	if asJSON {
		return a.showJSON(value)
	}
	p := newPage(a.stdout)
	lay(p)
	return a.show(p)
}

// show writes a page to standard output.
func (a *app) show(p *page) error {
	_, err := io.WriteString(a.stdout, p.out.String())
	return err
}

// showJSON writes a value as one line of JSON, or indented where a person
// looks on.
func (a *app) showJSON(value any) error {
	enc := json.NewEncoder(a.stdout)
	enc.SetEscapeHTML(false)
	if isTerminal(a.stdout) {
		enc.SetIndent("", "  ")
	}
	return enc.Encode(value)
}

func isTerminal(w io.Writer) bool {
	file, ok := w.(*os.File)
	return ok && term.IsTerminal(int(file.Fd()))
}
