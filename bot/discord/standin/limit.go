package standin

import (
	"math"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// window counts the requests of some time.
type window struct {
	used int
	ends time.Time
}

// take counts a request and gives how many may still follow; fewer than none
// where it is one too many.
func (w *window) take(limit int, length time.Duration) int {
	if now := time.Now(); !now.Before(w.ends) {
		*w = window{ends: now.Add(length)}
	}
	w.used++
	return limit - w.used
}

// limited holds a request against the limits, and sets the headers that tell
// of them. Channels have one for each kind of request; all requests together
// have another.
// https://discord.com/developers/docs/topics/rate-limits
func (s *Server) limited(h http.Header, c call) (answer any, limited bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.global.take(s.o.PerSecond, time.Second) < 0 {
		h.Set("X-RateLimit-Global", "true")
		h.Set("X-RateLimit-Scope", "global")
		return tooMany(h, time.Until(s.global.ends), true), true
	}
	channel := c.PathValue("channel")
	if channel == "" {
		return nil, false
	}
	key := c.Pattern + " " + channel
	w := s.windows[key]
	if w == nil {
		w = &window{}
		s.windows[key] = w
	}
	left := w.take(s.o.PerChannel, s.o.Window)
	resets := time.Until(w.ends)
	h.Set("X-RateLimit-Bucket", strings.Map(func(r rune) rune { // a name without a meaning
		if r >= 'a' && r <= 'z' {
			return r
		}
		return -1
	}, c.Pattern))
	h.Set("X-RateLimit-Limit", strconv.Itoa(s.o.PerChannel))
	h.Set("X-RateLimit-Remaining", strconv.Itoa(max(left, 0)))
	h.Set("X-RateLimit-Reset", seconds(time.Duration(time.Now().Add(resets).UnixNano())))
	h.Set("X-RateLimit-Reset-After", seconds(resets))
	if left < 0 {
		h.Set("X-RateLimit-Scope", "user")
		return tooMany(h, resets, false), true
	}
	return nil, false
}

func tooMany(h http.Header, after time.Duration, global bool) any {
	h.Set("Retry-After", strconv.Itoa(int(math.Ceil(after.Seconds()))))
	return map[string]any{"message": "You are being rate limited.", "retry_after": after.Seconds(), "global": global}
}

func seconds(d time.Duration) string { return strconv.FormatFloat(d.Seconds(), 'f', 3, 64) }
