package delivery_test

import (
	"fmt"
	"testing"
	"time"

	"dossierbot/bot/discord/standin"
)

// One revision for 1,000 subscriptions, each to a channel of its own, within
// the limits of Discord itself: 50 requests a second allow no less than 20
// seconds. "x-of-limit" is the time against that.
func BenchmarkThousandSubscriptions(b *testing.B) {
	const subscriptions = 1000
	for b.Loop() {
		b.StopTimer()
		w := newWorld(b, standin.Options{})
		for n := range subscriptions {
			w.subscribe(fmt.Sprint(400000000000000000 + n))
		}
		w.record(2)
		b.StartTimer()
		began := time.Now()
		w.start()
		for w.count() < subscriptions {
			<-time.After(20 * time.Millisecond)
		}
		took := time.Since(began)
		b.ReportMetric(took.Seconds()/(subscriptions/50.0), "x-of-limit")
		b.ReportMetric(float64(w.limited()), "too-many")
	}
}

// count counts the messages that were posted.
func (w *world) count() int {
	n := 0
	for _, r := range w.Requests() {
		if r.Status == 200 && r.Method == "POST" {
			n++
		}
	}
	return n
}
