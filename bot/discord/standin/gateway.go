package standin

import (
	"encoding/json"
	"net/http"
	"sync"

	"github.com/gorilla/websocket"
)

// Script is how the next connection to the gateway goes.
type Script int

// The scripts. The zero Script is the usual way.
const (
	Usual                Script = iota
	ReconnectBeforeReady        // op 7 where READY should come
	Silent                      // accepts the connection and never says a word
	SilentBeforeReady           // says HELLO and no more
	InvalidSession              // op 9 first, then the usual way
	CloseBeforeReady            // closes with 4000, "unknown error"
	CloseUnresumable            // closes with 4009, "session timed out"
	CloseAuthentication         // closes with 4004
	CloseSharding               // closes with 4011
	CloseVersion                // closes with 4012
	CloseIntents                // closes with 4014
)

// closes are the codes that a script closes a connection with.
// https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes
func (s Script) closes() (code int, ok bool) {
	code, ok = map[Script]int{
		CloseBeforeReady: 4000, CloseUnresumable: 4009, CloseAuthentication: 4004, CloseSharding: 4011, CloseVersion: 4012, CloseIntents: 4014,
	}[s]
	return code, ok
}

// Next sets how the next connections go, in turn.
func (s *Server) Next(scripts ...Script) {
	s.note(func() { s.scripts = append(s.scripts, scripts...) })
}

// conn is a client's connection.
type conn struct {
	*websocket.Conn
	mu  sync.Mutex // writing
	seq int
}

type packet struct {
	Op   int             `json:"op"`
	Data json.RawMessage `json:"d"`
}

func (c *conn) send(op int, event string, data any) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	m := map[string]any{"op": op, "d": data, "s": nil, "t": nil}
	if op == 0 {
		c.seq++
		m["s"], m["t"] = c.seq, event
	}
	return c.WriteJSON(m)
}

func (c *conn) closeWith(code int, why string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.WriteMessage(websocket.CloseMessage, websocket.FormatCloseMessage(code, why))
	c.Close()
}

func (s *Server) gateway(w http.ResponseWriter, r *http.Request) {
	up, err := (&websocket.Upgrader{}).Upgrade(w, r, nil)
	if err != nil {
		return // the upgrader has answered
	}
	c := &conn{Conn: up}
	defer c.Close()
	script := Usual
	s.note(func() {
		s.counts.Connections++
		if len(s.scripts) > 0 {
			script, s.scripts = s.scripts[0], s.scripts[1:]
		}
	})
	if script != Silent {
		c.send(10, "", map[string]any{"heartbeat_interval": s.o.Heartbeat.Milliseconds()})
	}
	defer s.note(func() { delete(s.conns, c) })
	for {
		var p packet
		if err := c.ReadJSON(&p); err != nil {
			return
		}
		switch p.Op {
		case 1:
			s.note(func() { s.counts.Heartbeats++ })
			c.send(11, "", nil)
		case 2, 6:
			s.greet(c, p, &script)
		}
	}
}

// greet answers IDENTIFY and RESUME.
func (s *Server) greet(c *conn, p packet, script *Script) {
	var d struct {
		Token   string `json:"token"`
		Intents int    `json:"intents"`
		Session string `json:"session_id"`
	}
	if json.Unmarshal(p.Data, &d) != nil {
		c.closeWith(4002, "Decode error.")
		return
	}
	if d.Token != "Bot "+s.o.Token {
		c.closeWith(4004, "Authentication failed.")
		return
	}
	if code, ok := script.closes(); ok {
		c.closeWith(code, "")
		return
	}
	switch *script {
	case ReconnectBeforeReady:
		c.send(7, "", nil)
		return
	case Silent, SilentBeforeReady:
		return
	case InvalidSession:
		*script = Usual
		c.send(9, "", false)
		return
	}
	s.mu.Lock()
	known := s.sessions[d.Session]
	s.mu.Unlock()
	switch {
	case p.Op == 6 && known:
		c.send(0, "RESUMED", map[string]any{})
		s.note(func() { s.counts.Resumed++; s.conns[c] = true })
	case p.Op == 6:
		c.send(9, "", false)
	default:
		session := "session-" + s.newID()
		ready := map[string]any{
			"v": 9, "user": botUser(), "guilds": []any{}, "session_id": session,
			"resume_gateway_url": "ws" + s.http.URL[len("http"):] + "/gateway",
		}
		if !s.o.NoApp {
			ready["application"] = map[string]any{"id": AppID, "flags": 0}
		}
		c.send(0, "READY", ready)
		s.note(func() {
			s.sessions[session] = true
			s.counts.Identified++
			s.counts.Intents = d.Intents
			s.conns[c] = true
		})
	}
}

// each does something to every client that is connected.
func (s *Server) each(f func(*conn)) {
	s.mu.Lock()
	var all []*conn
	for c := range s.conns {
		all = append(all, c)
	}
	s.mu.Unlock()
	for _, c := range all {
		f(c)
	}
}

// Drop cuts the connections without a goodbye.
func (s *Server) Drop() { s.each(func(c *conn) { c.UnderlyingConn().Close() }) }

// CloseWith closes the connections with a code.
func (s *Server) CloseWith(code int) { s.each(func(c *conn) { c.closeWith(code, "") }) }

// AskToReconnect asks the clients to connect anew (op 7).
func (s *Server) AskToReconnect() { s.each(func(c *conn) { c.send(7, "", nil) }) }

// ForgetSessions makes the sessions so far impossible to resume.
func (s *Server) ForgetSessions() { s.note(func() { clear(s.sessions) }) }
