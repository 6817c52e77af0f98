package terminal

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"

	"github.com/spf13/cobra"
)

// errUnwell says that no connected bot answers at the health address. Its
// exit code is 1: Docker keeps 2 for itself.
// https://docs.docker.com/reference/dockerfile/#healthcheck
var errUnwell = errors.New("the bot is not connected")

const (
	healthPath    = "/healthz"
	healthTimeout = 5 * time.Second
)

func (a *app) healthCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "health",
		Short: "Ask a running bot, at health.address, whether it is connected to Discord",
		Args:  cobra.NoArgs,
		RunE: a.configured(func(cmd *cobra.Command, _ []string) error {
			address := a.settings.Health.Address
			if address == "" {
				return errors.New("no address to ask: set health.address for serve and for this, such as 127.0.0.1:8086")
			}
			return askHealth(cmd.Context(), address)
		}),
	}
}

// askHealth asks the bot at the address; an address without a host, which
// serve takes for all there are, is this machine.
func askHealth(ctx context.Context, address string) error {
	ctx, cancel := context.WithTimeout(ctx, healthTimeout)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+address+healthPath, nil)
	if err != nil {
		return fmt.Errorf("ask for health: %w", err)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return fmt.Errorf("%w: %w", errUnwell, err)
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return errUnwell
	}
	return nil
}

// serveHealth answers at the address until ctx is done.
func serveHealth(ctx context.Context, address string, connected func() bool) error {
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", address)
	if err != nil {
		return fmt.Errorf("setting health.address: %w", err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET "+healthPath, func(w http.ResponseWriter, _ *http.Request) {
		if !connected() {
			http.Error(w, errUnwell.Error(), http.StatusServiceUnavailable)
			return
		}
		_, _ = fmt.Fprintln(w, "connected")
	})
	server := &http.Server{Handler: mux, ReadHeaderTimeout: healthTimeout, WriteTimeout: healthTimeout}
	// Closing cuts off an answer of some bytes at most: no need to wait.
	stop := context.AfterFunc(ctx, func() { _ = server.Close() })
	defer stop()
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serve health: %w", err)
	}
	return nil
}
