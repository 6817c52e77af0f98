package discord

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"net/http"
	"strconv"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// Discord allows 50 calls a second in all. What is left belongs to the calls
// that discordgo makes.
// https://discord.com/developers/docs/topics/rate-limits#global-rate-limit
const (
	callsPerSecond = 40
	callsAtOnce    = 8
)

// longestWait is how long a call waits for its turn; where it would be longer,
// the caller is told.
const longestWait = 10 * time.Second

// RateLimited says that a call was not made, or that Discord did not have it:
// there were too many.
type RateLimited struct {
	After time.Duration // when to try again, from now
}

func (e *RateLimited) Error() string {
	return fmt.Sprintf("too many calls: try again in %v", e.After.Round(time.Millisecond))
}

// budget keeps calls within Discord's limits: that of all calls, and those
// that Discord tells in its answers, one for each kind of call and channel.
// It is safe for concurrent use.
type budget struct {
	all *rate.Limiter

	mu      sync.Mutex
	closed  time.Time // no call may be made before
	buckets map[string]*bucket
}

// bucket is one of Discord's limits.
type bucket struct {
	left   int
	resets time.Time
}

func newBudget() *budget {
	return &budget{all: rate.NewLimiter(callsPerSecond, callsAtOnce), buckets: map[string]*bucket{}}
}

// wait waits until a call may be made.
func (b *budget) wait(ctx context.Context, key string) error {
	for {
		d := b.take(key)
		if d <= 0 {
			break
		}
		if d > longestWait {
			return &RateLimited{After: d}
		}
		if !pause(ctx, d) {
			return ctx.Err()
		}
	}
	if err := b.all.Wait(ctx); err != nil {
		return err
	}
	if d := b.untilOpen(); d > 0 { // closed while this call waited
		return &RateLimited{After: d}
	}
	return nil
}

// take takes one of the calls that a bucket has left; where there is none, it
// tells how long to wait.
func (b *budget) take(key string) time.Duration {
	if d := b.untilOpen(); d > 0 {
		return d
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	k, now := b.buckets[key], time.Now()
	switch {
	case k == nil:
	case !now.Before(k.resets):
		delete(b.buckets, key) // the next answer tells anew
	case k.left <= 0:
		return k.resets.Sub(now)
	default:
		k.left--
	}
	return 0
}

func (b *budget) untilOpen() time.Duration {
	b.mu.Lock()
	defer b.mu.Unlock()
	return time.Until(b.closed)
}

// manyBuckets is from how many on those that tell nothing any more are looked
// for: each thread is a channel of its own.
const manyBuckets = 1000

// told takes note of what an answer tells of a limit.
func (b *budget) told(key string, h http.Header) {
	left, err := strconv.Atoi(h.Get("X-RateLimit-Remaining"))
	after, errAfter := strconv.ParseFloat(h.Get("X-RateLimit-Reset-After"), 64)
	if err != nil || errAfter != nil {
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	now := time.Now()
	if len(b.buckets) > manyBuckets {
		maps.DeleteFunc(b.buckets, func(_ string, k *bucket) bool { return !now.Before(k.resets) })
	}
	b.buckets[key] = &bucket{left: left, resets: now.Add(seconds(after))}
}

// exceeded takes note of an answer with the status 429.
func (b *budget) exceeded(key string, h http.Header, answer []byte) *RateLimited {
	said := struct {
		After  float64 `json:"retry_after"`
		Global bool
	}{}
	// What is no JSON comes from before Discord itself, and is about all calls.
	everything := json.Unmarshal(answer, &said) != nil || said.Global || h.Get("X-RateLimit-Global") != ""
	after := seconds(said.After)
	if told, err := strconv.ParseFloat(h.Get("Retry-After"), 64); err == nil && after <= 0 {
		after = seconds(told)
	}
	after = max(after, 100*time.Millisecond)
	b.mu.Lock()
	defer b.mu.Unlock()
	until := time.Now().Add(after)
	if everything {
		b.closed = until
	} else {
		b.buckets[key] = &bucket{resets: until}
	}
	return &RateLimited{After: after}
}

func seconds(s float64) time.Duration {
	return time.Duration(math.Max(0, math.Min(s, 24*60*60)) * float64(time.Second))
}
