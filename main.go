// Command dossierbot answers questions about a folder of documents with
// verbatim passages, each with its source and date: on the command line and
// in Discord. It holds no logic of its own: bot/terminal builds the parts.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"dossierbot/bot/terminal"
)

func main() { os.Exit(run()) }

func run() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	// The first signal ends the work in hand in order; from then on signals
	// do what they do by default, so that a second one ends the process.
	context.AfterFunc(ctx, stop)
	return terminal.Run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
}
