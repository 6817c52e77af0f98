package terminal_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"dossierbot/bot/discord/standin"
	"dossierbot/handlers/store"
)

// BenchmarkThousandSubscriptions has one new document told to a thousand
// channels while questions are asked, and holds how long answers take then
// against how long they take when nothing is told.
func BenchmarkThousandSubscriptions(b *testing.B) {
	const channels = 1000
	l := newLiving(b)
	l.put("ferry.txt", "The ferry between the two harbours stopped running in May 2024, and nobody has said when it will start again.\n")
	l.start()
	l.Wait("the bot to connect", l.Connected)
	l.wait("the first revision", func() (recorded bool) {
		l.ledger(func(s *store.Store) {
			_, err := s.Latest(b.Context())
			recorded = err == nil
		})
		return recorded
	})
	l.stop()
	s, err := store.Open(b.Context(), store.Options{Dir: l.state})
	l.must(err)
	for i := range channels {
		id := fmt.Sprintf("30000000000000%04d", i)
		l.SetChannel(standin.Channel{ID: id, Name: "news", Type: standin.TextChannel})
		_, err := s.Subscribe(b.Context(), store.Subscription{Guild: standin.GuildID, Channel: id, Creator: standin.UserID, Language: "en"})
		l.must(err)
	}
	l.must(s.Close())
	l.start()
	l.Wait("the bot to connect", l.Connected)

	answered := func(until func() bool) (took []time.Duration) {
		for !until() {
			r := l.Send(standin.Slash("ask", standin.Option{Name: "question", Value: "when did the ferry stop running"}))
			took = append(took, r.Took)
		}
		slices.Sort(took)
		return took
	}
	p99 := func(took []time.Duration) time.Duration { return took[len(took)*99/100] }
	n := 0
	quiet := answered(func() bool { n++; return n > 500 })
	for turn := 0; b.Loop(); turn++ {
		l.put(fmt.Sprintf("crane-%d.txt", turn), fmt.Sprintf("The crane number %d of the harbour was sold in 2025 to a buyer from abroad.\n", turn))
		began := time.Now()
		busy := answered(func() bool {
			for i := range channels {
				if len(l.Messages(fmt.Sprintf("30000000000000%04d", channels-1-i))) <= turn {
					return false
				}
			}
			return true
		})
		b.ReportMetric(time.Since(began).Seconds(), "s/update")
		b.ReportMetric(float64(p99(busy).Microseconds())/1000, "ms-p99")
		b.ReportMetric(float64(p99(quiet).Microseconds())/1000, "ms-p99-quiet")
		b.ReportMetric(float64(p99(busy))/float64(p99(quiet)), "of-quiet")
	}
	l.wait("the ledger to have it all as sent", l.allSent)
}
