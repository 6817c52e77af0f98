package discord_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"dossierbot/bot/discord/standin"
	"dossierbot/handlers"
	"dossierbot/handlers/store"
)

func TestStatus(t *testing.T) {
	t.Parallel()
	h := dossier(t)
	st := recorded(t)
	ctx := t.Context()
	state, err := h.Status(ctx, nil, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, sub := range []store.Subscription{
		{Guild: standin.GuildID, Channel: standin.ChannelID}, {Guild: standin.GuildID, Channel: standin.ChannelID, Paused: "by a test"}, {Guild: "9", Channel: "10"},
	} {
		if _, err := st.Subscribe(ctx, sub); err != nil {
			t.Fatal(err)
		}
	}
	latest, err := st.Record(ctx, store.NewRevision{ID: state.Revision, Cause: "test"})
	if err != nil {
		t.Fatal(err)
	}
	first, err := st.Subscription(ctx, 1)
	if err != nil {
		t.Fatal(err)
	}
	if err := st.Queue(ctx, store.NewDigest{For: first, To: latest.Number, Parts: []store.Part{{Kind: store.Post, Body: []byte("{}")}, {Kind: store.Thread, Body: []byte("t")}}}); err != nil {
		t.Fatal(err)
	}
	updated := time.Unix(1_780_000_000, 0)
	s := start(t, h, setup{store: st, upkeep: handlers.Upkeep{
		Updated: updated, Err: "the folder is *gone*", ErrAt: updated.Add(time.Hour), Faults: []string{"actors.yaml:3: an unknown key"},
	}})
	public := []string{"**The ferries of Vellamo", "8 documents", "passages", "revision " + state.Revision, fmt.Sprintf("since <t:%d:f>", latest.At.Unix()), "dossierbot v1.2.3"}
	inner := []string{
		"last update <t:1780000000:f>", `not up to date since <t:1780003600:f>: the folder is \*gone\*`, `actors.yaml\:3: an unknown key`,
		"2 subscriptions here, 1 of them paused", "1 digest in 2 messages wait",
	}
	r := s.Send(standin.Slash("status").By(standin.ModeratorID))
	checkText(t, r, append(public, inner...)...)
	direct := standin.Slash("status").By(standin.ModeratorID)
	direct.Direct = true
	for name, i := range map[string]standin.Interaction{"a member": standin.Slash("status"), "somebody in a direct message": direct} {
		r := s.Send(i)
		checkText(t, r, public...)
		for _, line := range inner {
			if strings.Contains(r.Text, line) {
				t.Errorf("%s is told %q", name, line)
			}
		}
		if !r.Private() {
			t.Errorf("%s: shown to all", name)
		}
	}
}

// TestStatusOfUnservedFiles holds that who may mend it learns of files that are
// left out.
func TestStatusOfUnservedFiles(t *testing.T) {
	t.Parallel()
	l := newLiving(t)
	l.change(t, "scan.txt", "\xff\xfe\x00")
	s := start(t, l.Handlers, setup{store: l.store})
	checkText(t, s.Send(standin.Slash("status").By(standin.ModeratorID)), "⚠ not served: 1 file; `/sources` says why")
	if r := s.Send(standin.Slash("status")); strings.Contains(r.Text, "not served") {
		t.Errorf("a member is told %q", r.Text)
	}
}
