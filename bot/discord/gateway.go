package discord

import (
	"context"
	"errors"
	"math/rand/v2"
	"net"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"github.com/bwmarrin/discordgo"
	"github.com/gorilla/websocket"
)

// limits are the times that the connection goes by.
type limits struct {
	handshake time.Duration // to connect, and for Discord to say the next word before the bot is ready
	open      time.Duration // for all of that; then discordgo hangs
	silence   time.Duration // of the gateway; it answers a heartbeat every 41 seconds
	close     time.Duration // for the connection to close
	answer    time.Duration // for a handler to make an answer
	send      time.Duration // for an answer to be made and sent, and for those under way at the end
	retry     time.Duration // before the first new attempt; doubles
	maxRetry  time.Duration
}

func defaultLimits() limits {
	return limits{
		handshake: 15 * time.Second,
		open:      50 * time.Second,
		silence:   2 * time.Minute,
		close:     3 * time.Second,
		answer:    answerWithin,
		send:      sendWithin,
		retry:     time.Second,
		maxRetry:  2 * time.Minute,
	}
}

// stayConnected keeps a session open until ctx ends, and then returns nil, or
// until Discord refuses it for good. Where it is the commands that are
// refused, that is the cause it ends ctx with.
//
// discordgo's own reconnecting goes on for ever after a refusal and even after
// Close, so that it is switched off. The loop here needs no more: a refusal
// comes in answer to the first words of a connection, and Open returns it.
func (b *Bot) stayConnected(ctx context.Context, cancel context.CancelCauseFunc) error {
	var s *session
	app := make(chan string, 1)
	var registering sync.WaitGroup
	defer registering.Wait()
	registered := false
	for wait := b.limits.retry; ; {
		if s == nil {
			s = b.newSession(ctx, app)
		}
		opened := time.Now()
		err := s.open(ctx)
		switch refused := refusal(err); {
		case err == nil:
			b.connected.Store(true)
			b.log.Info("connected to Discord")
			if !registered {
				registered = true
				rest := s // any session will do for REST calls, connected or not
				registering.Go(func() { b.register(ctx, rest, app, cancel) })
			}
			s.wait(ctx)
			b.connected.Store(false)
			if time.Since(opened) > b.limits.maxRetry {
				wait = b.limits.retry
			}
		case refused != nil:
			cancel(refused) // so that registering ends
			return refused
		default:
			// The next attempt begins anew: Discord may have refused to
			// resume, and a session that hangs cannot be used again.
			s.abandon()
			s = nil
		}
		if ctx.Err() != nil {
			if s != nil {
				s.close()
			}
			return nil
		}
		if err != nil {
			b.log.Warn("not connected to Discord, trying again", "error", withoutAddress(err), "in", wait)
		} else {
			b.log.Info("connection to Discord ended, resuming it")
		}
		if !pause(ctx, wait+rand.N(wait)) {
			if s != nil {
				s.close()
			}
			return nil
		}
		wait = min(2*wait, b.limits.maxRetry)
	}
}

// pause waits; it is false where ctx ended first.
func pause(ctx context.Context, d time.Duration) bool {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return false
	case <-t.C:
		return true
	}
}

// session is one of discordgo's with what guards it.
type session struct {
	*discordgo.Session
	limits limits
	lost   chan struct{} // gets a word when the connection ends
	quiet  atomic.Int64  // how long the gateway may be silent, a time.Duration
	mu     sync.Mutex
	conn   net.Conn // the last
}

// newSession makes a session; app gets the application's id when it is ready.
func (b *Bot) newSession(ctx context.Context, app chan<- string) *session {
	d, _ := discordgo.New("Bot " + b.token) // its error is always nil
	s := &session{Session: d, limits: b.limits, lost: make(chan struct{}, 1)}
	d.Client = newClient(b.api)
	d.LogLevel = -1 // its words may hold tokens; what matters is logged here
	d.ShouldReconnectOnError = false
	d.ShouldReconnectVoiceOnSessionError = false
	d.ShouldRetryOnRateLimit = false // it would wait without regard to a deadline
	d.StateEnabled = false
	d.Compress, d.Identify.Compress = false, false
	d.Identify.Intents = discordgo.IntentsNone // interactions come without any
	d.Dialer = &websocket.Dialer{
		Proxy:            http.ProxyFromEnvironment,
		HandshakeTimeout: b.limits.handshake,
		NetDialContext:   s.dial,
	}
	// What is being answered when the bot stops is still answered.
	answers := context.WithoutCancel(ctx)
	d.AddHandler(func(d *discordgo.Session, e *discordgo.Event) {
		i, ok := e.Struct.(*discordgo.InteractionCreate)
		// An interaction that discordgo could not read has no id.
		if !ok || i.Interaction == nil || i.ID == "" || !b.begin() {
			return
		}
		defer b.answering.Done()
		b.dispatch(answers, d, interaction{i.Interaction, permissionsIn(e.RawData)})
	})
	d.AddHandler(func(_ *discordgo.Session, r *discordgo.Ready) {
		switch {
		case r.Application != nil:
			offer(app, r.Application.ID)
		case r.User != nil:
			offer(app, r.User.ID) // the same number, but for the oldest bots
		}
	})
	d.AddHandler(func(*discordgo.Session, *discordgo.Disconnect) { offer(s.lost, struct{}{}) })
	return s
}

// offer sends v where somebody waits for it or there is room.
func offer[T any](c chan<- T, v T) {
	select {
	case c <- v:
	default:
	}
}

// open connects. It returns when the gateway has answered, when ctx ends, or
// after the time limit: a gateway that asks for a reconnection before it is
// ready makes discordgo wait for a lock that it holds itself, and only leaving
// that session to itself helps.
func (s *session) open(ctx context.Context) error {
	s.quiet.Store(int64(s.limits.handshake))
	done := make(chan error, 1)
	go func() { done <- s.Open() }()
	limit := time.NewTimer(s.limits.open)
	defer limit.Stop()
	select {
	case err := <-done:
		if errors.Is(err, discordgo.ErrWSAlreadyOpen) {
			err = nil // the connection that ended was an older one
		}
		s.quiet.Store(int64(s.limits.silence))
		return err
	case <-limit.C:
		return errors.New("the gateway did not become ready in time")
	case <-ctx.Done():
		s.abandon()
		return ctx.Err()
	}
}

// wait returns when the connection ends, or ctx.
func (s *session) wait(ctx context.Context) {
	select {
	case <-s.lost:
	case <-ctx.Done():
	}
}

// close says goodbye to Discord, within the time limit: discordgo's Close
// waits for locks and always sleeps.
func (s *session) close() {
	inTime(s.limits.close, func() { s.Close() })
	s.abandon()
}

// abandon cuts the connection.
func (s *session) abandon() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.conn != nil {
		s.conn.Close()
	}
}

// inTime runs f and waits for it no longer than d.
func inTime(d time.Duration, f func()) {
	done := make(chan struct{})
	go func() { defer close(done); f() }()
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-done:
	case <-t.C:
	}
}

// dial connects to the gateway. On a gateway that falls silent the reading
// ends after a while; discordgo would wait for ever.
func (s *session) dial(ctx context.Context, network, address string) (net.Conn, error) {
	conn, err := (&net.Dialer{Timeout: s.limits.handshake}).DialContext(ctx, network, address)
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	s.conn = conn
	s.mu.Unlock()
	return impatient{conn, &s.quiet}, nil
}

// impatient is a connection of which each read must bring something in time.
type impatient struct {
	net.Conn
	quiet *atomic.Int64
}

func (c impatient) Read(p []byte) (int, error) {
	if err := c.SetReadDeadline(time.Now().Add(time.Duration(c.quiet.Load()))); err != nil {
		return 0, err
	}
	return c.Conn.Read(p)
}
