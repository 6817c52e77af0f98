// Package standin is a stand-in for Discord in tests: a real HTTP server with
// a real websocket gateway on loopback. It registers commands, sends
// interactions, keeps Discord's deadlines, and holds every request body
// against Discord's own description of its API, where that is at hand, and
// against the rules that the description leaves out.
//
// It knows no more of the bot than Discord does.
package standin

import (
	"cmp"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strconv"
	"sync"
	"testing"
	"time"
)

// Ids of the stand-in's world.
const (
	AppID       = "100000000000000001"
	GuildID     = "100000000000000002"
	ChannelID   = "100000000000000003" // a text channel where everyone may write
	UserID      = "100000000000000004" // a member like any other
	ModeratorID = "100000000000000005" // a member who may manage channels
	OwnerID     = "100000000000000006" // of the server
)

// Options says how the stand-in behaves. The zero value is as Discord does.
type Options struct {
	Token     string        // the bot's; empty: "right-token"
	Deadline  time.Duration // for the answer to an interaction; 0: 3 s
	Heartbeat time.Duration // asked of the client; 0: 41.25 s
	NoScope   bool          // commands may not be registered: 403
	Failing   []int         // statuses that the first calls to register commands get instead
	NoApp     bool          // READY names no application, only the user
	RESTToken string        // the one that REST calls need; empty: Token
	Scripts   []Script      // of the first connections, in turn

	// Limits of requests.
	PerChannel int           // of each kind in one channel, in a Window; 0: 5
	Window     time.Duration // 0: 5 s
	PerSecond  int           // in all; 0: 50
	// Skew is by how much Discord's clock is ahead of the client's.
	Skew time.Duration
}

// Server is a running stand-in. It is safe for concurrent use.
type Server struct {
	t        testing.TB
	o        Options
	http     *httptest.Server
	schemas  *schemas
	mu       sync.Mutex
	changed  chan struct{} // closed at every change, then made anew
	requests []Request
	commands map[string]json.RawMessage // by guild, empty: everywhere
	waiting  map[string]*pending        // interactions by id
	conns    map[*conn]bool             // that are ready
	scripts  []Script
	sessions map[string]bool
	counts   Counts
	lastID   int64

	world       world
	messages    map[string][]Message // by channel, oldest first
	lastMessage int64                // its id
	nonces      map[string]sentNonce // by channel and nonce
	global      window               // of all requests
	windows     map[string]*window   // by kind of request and channel
	failing     []Fault
}

// Counts is how often clients have done what.
type Counts struct{ Connections, Identified, Resumed, Heartbeats, Intents int }

// Request is a request that was made, with what was wrong with it.
type Request struct {
	Method, Path string
	Body         json.RawMessage // of a multipart request, its payload_json
	Status       int             // that it was answered with
	Faults       []string
	At           time.Time
}

// Start starts a stand-in that ends with the test. A request with a fault
// fails the test.
func Start(t testing.TB, o Options) *Server {
	t.Helper()
	if o.Token == "" {
		o.Token = "right-token"
	}
	if o.RESTToken == "" {
		o.RESTToken = o.Token
	}
	if o.Deadline == 0 {
		o.Deadline = 3 * time.Second
	}
	o.PerChannel = cmp.Or(o.PerChannel, 5)
	o.Window = cmp.Or(o.Window, 5*time.Second)
	o.PerSecond = cmp.Or(o.PerSecond, 50)
	if o.Heartbeat == 0 {
		o.Heartbeat = 41250 * time.Millisecond
	}
	s := &Server{
		t: t, o: o, schemas: loadSchemas(t), changed: make(chan struct{}),
		commands: map[string]json.RawMessage{}, waiting: map[string]*pending{},
		conns: map[*conn]bool{}, scripts: o.Scripts, sessions: map[string]bool{},
		lastID: 200000000000000000,
		world:  newWorld(), messages: map[string][]Message{}, nonces: map[string]sentNonce{}, windows: map[string]*window{},
	}
	// Known before the first request, which reads it, is served.
	s.http = httptest.NewUnstartedServer(s.routes())
	s.http.Start()
	t.Cleanup(func() {
		s.Drop()
		s.http.Close()
	})
	return s
}

// URL is the address to give the bot as that of the API.
func (s *Server) URL() string { return s.http.URL }

// Token is the token that is right.
func (s *Server) Token() string { return s.o.Token }

// Requests are all requests so far, in order.
func (s *Server) Requests() []Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]Request(nil), s.requests...)
}

// Counts says what clients have done so far.
func (s *Server) Counts() Counts {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.counts
}

// Commands waits for commands to be registered in the guild (empty:
// everywhere) and gives them as they were sent.
func (s *Server) Commands(guild string) json.RawMessage {
	s.t.Helper()
	var out json.RawMessage
	s.Wait("commands to be registered", func() bool {
		s.mu.Lock()
		defer s.mu.Unlock()
		out = s.commands[guild]
		return out != nil
	})
	return out
}

// Connected tells whether a client is connected and ready.
func (s *Server) Connected() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.conns) > 0
}

// patience is how long a test waits for what should come.
const patience = 20 * time.Second

// Wait waits until the condition holds, which it asks after every change, and
// ends the test where that takes too long.
func (s *Server) Wait(what string, condition func() bool) {
	s.t.Helper()
	limit := time.After(patience)
	for {
		s.mu.Lock()
		changed := s.changed
		s.mu.Unlock()
		if condition() {
			return
		}
		select {
		case <-changed:
		case <-time.After(20 * time.Millisecond): // the condition may look elsewhere too
		case <-limit:
			s.t.Fatalf("waited in vain for %s", what)
		}
	}
}

// note makes a change under the lock and tells those who wait.
func (s *Server) note(change func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	change()
	close(s.changed)
	s.changed = make(chan struct{})
}

func (s *Server) newID() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.lastID++
	return strconv.FormatInt(s.lastID, 10)
}

// failure is an answer as Discord gives it.
type failure struct {
	status  int
	Code    int    `json:"code"`
	Message string `json:"message"`
}

func (f failure) write(w http.ResponseWriter) {
	writeJSON(w, f.status, f)
}

func writeJSON(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(v) // fails only where the client is gone
}
