package discord_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"dossierbot/bot/discord"
	"dossierbot/bot/discord/standin"
)

// channels are those of a stand-in.
func channels(t *testing.T, o standin.Options) (*standin.Server, *discord.Channels) {
	t.Helper()
	s := standin.Start(t, o)
	c, err := discord.NewChannels(discord.ChannelsOptions{Token: s.Token(), APIURL: s.URL(), Log: quiet})
	if err != nil {
		t.Fatal(err)
	}
	return s, c
}

// roomy are limits that no test reaches by chance.
var roomy = standin.Options{PerChannel: 1000, PerSecond: 1000}

func saying(text string) []byte {
	return fmt.Appendf(nil, `{"components": [{"type": 17, "components": [{"type": 10, "content": %q}]}]}`, text)
}

func texts(messages []standin.Message) []string {
	out := []string{}
	for _, m := range messages {
		out = append(out, m.Text)
	}
	return out
}

func TestPost(t *testing.T) {
	s, c := channels(t, roomy)
	ctx := t.Context()
	first, err := c.Post(ctx, standin.ChannelID, saying("a"), "n1")
	if err != nil {
		t.Fatal(err)
	}
	again, err := c.Post(ctx, standin.ChannelID, saying("a"), "n1")
	if err != nil || again != first {
		t.Errorf("the same nonce: %q, %v, want %q", again, err, first)
	}
	if _, err := c.Post(ctx, standin.ChannelID, saying("b"), "n2"); err != nil {
		t.Error(err)
	}
	messages := s.Messages(standin.ChannelID)
	if d := cmp.Diff([]string{"a", "b"}, texts(messages)); d != "" {
		t.Error(d)
	}
	if messages[0].ID != first || messages[0].Nonce != "n1" {
		t.Errorf("sent %+v, want the id %s", messages[0], first)
	}
	s.Delete(standin.ChannelID, first)
	if id, err := c.Post(ctx, standin.ChannelID, saying("a"), "n1"); err != nil || id != "" {
		t.Errorf("what was sent and deleted: %q, %v", id, err)
	}
	for name, body := range map[string]string{"no JSON": "{", "no components": "{}", "none at all": `{"components": []}`, "no component": `{"components": [1]}`} {
		if _, err := c.Post(ctx, standin.ChannelID, []byte(body), "n3"); !errors.Is(err, discord.ErrRefused) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestFind(t *testing.T) {
	const hidden = "20"
	for _, skew := range []time.Duration{0, -4 * time.Minute, 4 * time.Minute} {
		o := roomy
		o.Skew = skew
		s, c := channels(t, o)
		s.SetChannel(standin.Channel{ID: hidden, Overwrites: []standin.Overwrite{{ID: standin.AppID, Member: true, Deny: standin.ReadMessageHistory}}})
		ctx := t.Context()
		direct, err := c.Direct(ctx, standin.UserID)
		if err != nil {
			t.Fatal(err)
		}
		began := time.Now()
		find := func(channel, nonce, want string, wantErr error) {
			t.Helper()
			id, found, err := c.Find(ctx, channel, began, nonce)
			if id != want || found != (want != "") || !errors.Is(err, wantErr) {
				t.Errorf("skew %v, %s in %s: %q %v %v, want %q and %v", skew, nonce, channel, id, found, err, want, wantErr)
			}
		}
		find(standin.ChannelID, "n1", "", nil) // nothing is there
		var ids []string
		for n := range 3 {
			for range 101 {
				s.Say(standin.ChannelID, standin.UserID, "talk")
			}
			id, err := c.Post(ctx, standin.ChannelID, saying("a"), fmt.Sprint("n", n))
			if err != nil {
				t.Fatal(err)
			}
			ids = append(ids, id)
		}
		s.Say(standin.ChannelID, standin.UserID, "talk")
		for n, id := range ids {
			find(standin.ChannelID, fmt.Sprint("n", n), id, nil)
		}
		find(standin.ChannelID, "n4", "", nil)

		if err := c.StartThread(ctx, standin.ChannelID, ids[0], "Details"); err != nil {
			t.Fatal(err)
		}
		for _, channel := range []string{ids[0], direct} { // a thread has the id of its message
			find(channel, "n5", "", nil)
			id, err := c.Post(ctx, channel, saying("b"), "n5")
			if err != nil {
				t.Fatal(err)
			}
			find(channel, "n5", id, nil)
		}
		if _, err := c.Post(ctx, hidden, saying("a"), "n6"); err != nil {
			t.Fatal(err)
		}
		find(hidden, "n6", "", discord.ErrForbidden)
		find("5", "n6", "", discord.ErrGone)
	}
}

// The last messages are looked at whatever the clocks say; what is before these
// only as far back as is asked.
func TestFindWithAWrongClock(t *testing.T) {
	o := roomy
	o.Skew = -time.Hour
	s, c := channels(t, o)
	want, err := c.Post(t.Context(), standin.ChannelID, saying("a"), "n")
	if err != nil {
		t.Fatal(err)
	}
	for range 99 {
		s.Say(standin.ChannelID, standin.UserID, "talk")
	}
	find := func() string {
		id, _, err := c.Find(t.Context(), standin.ChannelID, time.Now(), "n")
		if err != nil {
			t.Error(err)
		}
		return id
	}
	if got := find(); got != want {
		t.Errorf("found %q among the last hundred, want %q", got, want)
	}
	s.Say(standin.ChannelID, standin.UserID, "talk")
	if got := find(); got != "" {
		t.Errorf("found %s of an hour ago", got)
	}
}

func TestStartThread(t *testing.T) {
	s, c := channels(t, roomy)
	ctx := t.Context()
	first, err := c.Post(ctx, standin.ChannelID, saying("a"), "n")
	if err != nil {
		t.Fatal(err)
	}
	for range 2 { // the second time it is there
		if err := c.StartThread(ctx, standin.ChannelID, first, "Belarus\n"+strings.Repeat("é", 100)); err != nil {
			t.Error(err)
		}
	}
	got := s.Threads(standin.ChannelID)
	if len(got) != 1 || got[0].ID != first || !strings.HasPrefix(got[0].Name, "Belarus éé") || len([]rune(got[0].Name)) > 100 {
		t.Errorf("threads %+v", got)
	}
	s.Lock(first)
	if _, err := c.Post(ctx, first, saying("b"), "n2"); !errors.Is(err, discord.ErrNoThread) {
		t.Errorf("into a locked thread: %v", err)
	}
	s.RemoveChannel(first)
	if _, err := c.Post(ctx, first, saying("b"), "n2"); !errors.Is(err, discord.ErrGone) {
		t.Errorf("into a thread that is gone: %v", err)
	}
	s.Delete(standin.ChannelID, first)
	if err := c.StartThread(ctx, standin.ChannelID, first, "Details"); !errors.Is(err, discord.ErrNoThread) {
		t.Errorf("under a message that is gone: %v", err)
	}
}

// What is final must never be taken for what may have been sent, nor the
// other way round.
func TestHowPostingFails(t *testing.T) {
	final := []error{discord.ErrGone, discord.ErrForbidden, discord.ErrNoThread, discord.ErrRefused, discord.ErrToken}
	for _, c := range []struct {
		name  string
		fault standin.Fault
		want  error // nil: it may have been sent
		says  string
	}{
		{"the channel is gone", standin.Fault{Status: 404, Code: 10003}, discord.ErrGone, "10003"},
		{"no access", standin.Fault{Status: 403, Code: 50001}, discord.ErrForbidden, "50001"},
		{"no permission", standin.Fault{Status: 403, Code: 50013}, discord.ErrForbidden, ""},
		{"archived", standin.Fault{Status: 400, Code: 50083}, discord.ErrNoThread, ""},
		{"a fault in the message", standin.Fault{Status: 400, Code: 50035}, discord.ErrRefused, "Bad Request"},
		{"the token", standin.Fault{Status: 401}, discord.ErrToken, "discord.token"},
		{"500", standin.Fault{Status: 500, Code: 50001}, nil, "500"},
		{"502", standin.Fault{Status: 502, Done: true}, nil, "502"},
		{"not in Discord's words", standin.Fault{Status: 403}, nil, "403"},
		{"not Discord's page", standin.Fault{Status: 404}, nil, "404"},
		{"no answer", standin.Fault{Drop: true}, nil, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, channels := channels(t, roomy)
			s.Fail(c.fault)
			_, err := channels.Post(t.Context(), standin.ChannelID, saying("a"), "n")
			if err == nil || !strings.Contains(err.Error(), c.says) || strings.Contains(err.Error(), s.URL()) || strings.Contains(err.Error(), s.Token()) {
				t.Errorf("error %v, want one that says %q, and neither token nor address", err, c.says)
			}
			for _, f := range final {
				if errors.Is(err, f) != (f == c.want) {
					t.Errorf("%v: is it %v?", err, f)
				}
			}
		})
	}
}

func TestReasonOfARefusal(t *testing.T) {
	s := standin.Start(deaf{t}, standin.Options{})
	c, err := discord.NewChannels(discord.ChannelsOptions{Token: s.Token(), APIURL: s.URL(), Log: quiet})
	if err != nil {
		t.Fatal(err)
	}
	text := fmt.Sprintf(`{"type": 10, "content": %q}`, strings.Repeat("a", 2001))
	_, err = c.Post(t.Context(), standin.ChannelID, []byte(`{"components": [`+text+","+text+`]}`), "n")
	if !errors.Is(err, discord.ErrRefused) || !strings.Contains(err.Error(), "text of 4002 characters") || len(err.Error()) > 400 {
		t.Errorf("error %v", err)
	}
}

// deaf keeps the faults that the stand-in finds from failing the test.
type deaf struct{ testing.TB }

func (deaf) Errorf(string, ...any) {}

func TestNoValidToken(t *testing.T) {
	for _, token := range []string{"", "Bot ", "a b"} {
		if _, err := discord.NewChannels(discord.ChannelsOptions{Token: token}); !errors.Is(err, discord.ErrToken) {
			t.Errorf("%q: %v", token, err)
		}
	}
	if _, err := discord.NewChannels(discord.ChannelsOptions{Token: "t", APIURL: "nowhere"}); err == nil {
		t.Error("an address that is none is taken")
	}
}

func TestCallsStayWithinTheLimits(t *testing.T) {
	s, c := channels(t, standin.Options{PerChannel: 2, Window: 300 * time.Millisecond, PerSecond: 1000})
	for n := range 7 {
		if _, err := c.Post(t.Context(), standin.ChannelID, saying(fmt.Sprint(n)), fmt.Sprint(n)); err != nil {
			t.Error(err)
		}
	}
	if d := cmp.Diff([]string{"0", "1", "2", "3", "4", "5", "6"}, texts(s.Messages(standin.ChannelID))); d != "" {
		t.Error(d)
	}
	for _, r := range s.Requests() {
		if r.Status == http.StatusTooManyRequests {
			t.Error("a call was one too many")
		}
	}
}

func TestLongWaitsAreTold(t *testing.T) {
	s, c := channels(t, standin.Options{PerChannel: 1, Window: time.Hour, PerSecond: 1000})
	s.SetChannel(standin.Channel{ID: "20"})
	post := func(channel, nonce string) error {
		_, err := c.Post(t.Context(), channel, saying("a"), nonce)
		return err
	}
	limited := func(err error, least, most time.Duration) {
		t.Helper()
		var l *discord.RateLimited
		if !errors.As(err, &l) || l.After < least || l.After > most {
			t.Errorf("%v, want to wait %v to %v", err, least, most)
		}
	}
	if err := post(standin.ChannelID, "n1"); err != nil {
		t.Fatal(err)
	}
	limited(post(standin.ChannelID, "n2"), 59*time.Minute, time.Hour) // without a call
	if err := post("20", "n3"); err != nil {
		t.Errorf("another channel: %v", err)
	}
	s.SetChannel(standin.Channel{ID: "21"})
	s.Fail(standin.Fault{Status: 429, After: time.Minute, Global: true})
	limited(post("21", "n4"), time.Minute, time.Minute)
	_, err := c.Direct(t.Context(), standin.UserID)
	limited(err, 50*time.Second, time.Minute)
	posts := slices.DeleteFunc(s.Requests(), func(r standin.Request) bool { return !strings.HasSuffix(r.Path, "/messages") })
	if len(posts) != 3 || len(s.Requests()) != 3 {
		t.Errorf("%d calls, want 3", len(s.Requests()))
	}
}

func TestWaitEndsWithTheContext(t *testing.T) {
	_, c := channels(t, standin.Options{PerChannel: 1, Window: 8 * time.Second})
	if _, err := c.Post(t.Context(), standin.ChannelID, saying("a"), "n1"); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() {
		_, err := c.Post(ctx, standin.ChannelID, saying("b"), "n2")
		ended <- err
	}()
	cancel()
	if err := <-ended; !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

func TestMissing(t *testing.T) {
	const role, other = "30", "31"
	all := []string{"View Channel", "Send Messages", "Send Messages in Threads", "Create Public Threads", "Read Message History"}
	everyone := func(allow, deny int64) standin.Overwrite {
		return standin.Overwrite{ID: standin.GuildID, Allow: allow, Deny: deny}
	}
	of := func(id string, allow, deny int64) standin.Overwrite {
		return standin.Overwrite{ID: id, Member: id == standin.AppID, Allow: allow, Deny: deny}
	}
	for _, c := range []struct {
		name       string
		roles      []string
		everyone   int64 // permissions of everyone's role; 0: the usual ones
		overwrites []standin.Overwrite
		want       []string
	}{
		{"the usual", nil, 0, nil, nil},
		{"nothing in the server", nil, standin.UseCommands, nil, all},
		{"only by its role", []string{role}, standin.UseCommands, nil, []string{"Send Messages in Threads", "Create Public Threads", "Read Message History"}},
		{"an administrator", []string{"32"}, standin.UseCommands, []standin.Overwrite{everyone(0, standin.ViewChannel)}, nil},
		{"hidden", nil, 0, []standin.Overwrite{everyone(0, standin.ViewChannel)}, all},
		{"not to write", nil, 0, []standin.Overwrite{everyone(0, standin.SendMessages)}, []string{"Send Messages"}},
		{"a role may all the same", []string{role}, 0, []standin.Overwrite{everyone(0, standin.SendMessages), of(role, standin.SendMessages, 0)}, nil},
		{"another's role may", nil, 0, []standin.Overwrite{everyone(0, standin.SendMessages), of(role, standin.SendMessages, 0)}, []string{"Send Messages"}},
		{"one role may, one may not", []string{role, other}, 0, []standin.Overwrite{of(role, standin.SendMessages, 0), of(other, 0, standin.SendMessages)}, nil},
		{"not itself", []string{role}, 0, []standin.Overwrite{of(standin.AppID, 0, standin.CreatePublicThreads), of(role, standin.CreatePublicThreads, 0)}, []string{"Create Public Threads"}},
		{"itself alone", nil, 0, []standin.Overwrite{of(standin.AppID, standin.ViewChannel, 0), everyone(0, standin.ViewChannel)}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, channels := channels(t, roomy)
			s.SetRole(standin.Role{ID: role, Permissions: standin.ViewChannel | standin.SendMessages})
			s.SetRole(standin.Role{ID: other})
			s.SetRole(standin.Role{ID: "32", Permissions: standin.Administrator})
			if c.everyone != 0 {
				s.SetRole(standin.Role{ID: standin.GuildID, Permissions: c.everyone})
			}
			s.SetMember(standin.AppID, c.roles...)
			s.SetChannel(standin.Channel{ID: "20", Overwrites: c.overwrites})
			got, err := channels.Missing(t.Context(), "20", discord.PermissionsForDigests)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(c.want, got); d != "" {
				t.Error(d)
			}
		})
	}

	s, c := channels(t, roomy)
	if _, err := c.Missing(t.Context(), "5", discord.PermissionsForDigests); !errors.Is(err, discord.ErrGone) {
		t.Errorf("a channel that is gone: %v", err)
	}
	direct, err := c.Direct(t.Context(), standin.UserID)
	if err != nil {
		t.Fatal(err)
	}
	s.SetChannel(standin.Channel{ID: "20", Overwrites: []standin.Overwrite{everyone(0, standin.SendMessages)}})
	s.SetChannel(standin.Channel{ID: "21", Type: standin.PublicThread, Parent: "20"})
	for channel, want := range map[string][]string{direct: nil, "21": {"Send Messages"}} {
		if got, err := c.Missing(t.Context(), channel, discord.PermissionsForDigests); err != nil || cmp.Diff(want, got) != "" {
			t.Errorf("%s: %v %v, want %v", channel, got, err, want)
		}
	}
}
