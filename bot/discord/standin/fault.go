package standin

import (
	"net/http"
	"time"
)

// Requests that a Fault may be of.
const (
	PostMessage  = "POST /channels/{channel}/messages"
	ListMessages = "GET /channels/{channel}/messages"
	StartThread  = "POST /channels/{channel}/messages/{message}/threads"
	OpenDirect   = "POST /users/@me/channels"
)

// Fault is a request that goes wrong, or is looked at: one fault is one
// request. The zero Fault is a message that is posted as usual.
type Fault struct {
	Of      string        // which request; empty: PostMessage
	Channel string        // where; empty: anywhere
	Done    bool          // Discord does what it is asked before it goes wrong
	Status  int           // that is answered; 0: the usual answer
	Code    int           // Discord's number of the error beside the status
	After   time.Duration // with the status 429: when to try again
	Global  bool          // with the status 429: it is all requests that are too many
	Drop    bool          // the connection ends without an answer
	Hold    chan struct{} // the answer waits until it is closed
	Do      func()        // called before the answer, and after what was asked is done
}

// Fail lets the next requests go wrong, each of the faults once.
func (s *Server) Fail(faults ...Fault) { s.note(func() { s.failing = append(s.failing, faults...) }) }

// Failed tells whether all faults that were asked for have happened.
func (s *Server) Failed() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.failing) == 0
}

// fault is the first that a request meets.
func (s *Server) fault(c call) (f Fault, ok bool) {
	s.note(func() {
		for i, next := range s.failing {
			of := next.Of
			if of == "" {
				of = PostMessage
			}
			if of == c.Pattern && (next.Channel == "" || next.Channel == c.PathValue("channel")) {
				f, ok = next, true
				s.failing = append(s.failing[:i:i], s.failing[i+1:]...)
				return
			}
		}
	})
	return f, ok
}

// settle answers a request that is in order; dropped tells that the connection
// is to end instead.
func (s *Server) settle(h http.Header, c call, open bool, answer func(c call) (int, any)) (status int, out any, dropped bool) {
	if !open {
		if out, limited := s.limited(h, c); limited {
			return http.StatusTooManyRequests, out, false
		}
	}
	f, ok := s.fault(c)
	fails := ok && (f.Status != 0 || f.Drop)
	if !fails || f.Done {
		status, out = answer(c)
	}
	if f.Do != nil {
		f.Do()
	}
	if f.Hold != nil {
		select {
		case <-f.Hold:
		case <-c.Context().Done():
		}
	}
	switch {
	case !fails:
		return status, out, false
	case f.Status == http.StatusTooManyRequests:
		if f.Global {
			h.Set("X-RateLimit-Global", "true")
		}
		return f.Status, tooMany(h, f.After, f.Global), false
	}
	return f.Status, failure{Code: f.Code, Message: http.StatusText(f.Status)}, f.Drop
}

// drop ends the connection of a request without an answer.
func drop(w http.ResponseWriter) {
	if conn, _, err := w.(http.Hijacker).Hijack(); err == nil {
		conn.Close()
	}
}
