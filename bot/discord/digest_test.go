package discord_test

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"dossierbot/bot/discord/standin"
	"dossierbot/corpus"
	"dossierbot/handlers/store"
)

// recorded is a store in which the state of the corpus was recorded once.
func recorded(t *testing.T) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), store.Options{Dir: t.TempDir(), Log: quiet})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	_, err = s.Record(t.Context(), store.NewRevision{
		ID: "r0000000001", Cause: "start",
		Changes: []corpus.Change{{Kind: corpus.Added, ID: "budget.txt", After: corpus.Fingerprint{Text: "t", Said: "s"}}},
		Archive: func(string) ([]byte, error) { return []byte("text"), nil },
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// digest is a subcommand of /digest as a moderator gives it.
func digest(sub string, options ...standin.Option) standin.Interaction {
	return standin.Slash("digest", standin.Sub(sub, options...)).By(standin.ModeratorID)
}

func here() standin.Option { return opt("channel", standin.In(standin.ChannelID)) }

// typing is a subcommand of /digest with an option that is being typed.
func typing(sub, option, typed string) standin.Interaction {
	i := digest(sub, standin.Option{Name: option, Value: typed, Focused: true})
	i.Type = 4
	return i
}

func subscriptions(t *testing.T, s *store.Store) []store.Subscription {
	t.Helper()
	all, err := s.Subscriptions(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	return all
}

var timestamp = regexp.MustCompile(`<t:(\d+):f>`)

func TestSubscribe(t *testing.T) {
	t.Parallel()
	st := recorded(t)
	s := start(t, dossier(t), setup{store: st, zone: "Europe/Vilnius"})
	before := time.Now()
	r := s.Send(digest("subscribe", here(), opt("actors", "okafor, aino-lindqvist"), opt("topics", "quays"),
		opt("sources", "budget.txt"), opt("question", "who pays for the quays"), opt("schedule", "WEEKLY mon 8:00"), opt("language", "lt")))
	checkText(t, r, "**Subscribed: number 1**", "<#"+standin.ChannelID+"> is told", "by or about Mira Okafor, Aino Lindqvist",
		"on New quays", "from “A budget for the quays”",
		"weekly Monday 08:00 Europe/Vilnius, next ", "language: lietuvių", "It begins now")
	if !r.Private() {
		t.Error("the answer is shown to all")
	}
	want := store.Subscription{
		ID: 1, Guild: standin.GuildID, Channel: standin.ChannelID, Creator: standin.ModeratorID, Language: "lt", Cursor: 1,
		Filter:   store.Filter{Actors: []string{"okafor", "aino-lindqvist"}, Topics: []string{"quays"}, Sources: []string{"budget.txt"}, Question: "who pays for the quays"},
		Schedule: store.Schedule{Every: store.Weekly, Weekday: time.Monday, Hour: 8, Zone: "Europe/Vilnius"},
	}
	got := subscriptions(t, st)[0]
	if next := want.Schedule.Next(before); !got.Due.Equal(next) && !got.Due.Equal(want.Schedule.Next(time.Now())) {
		t.Errorf("due %s, want %s", got.Due, next)
	}
	if m := timestamp.FindStringSubmatch(r.Text); m == nil || m[1] != fmt.Sprint(got.Due.Unix()) {
		t.Errorf("the next time as Discord shows it is %q, want %d", m, got.Due.Unix())
	}
	want.Due, want.Created = got.Due, got.Created
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("subscription (-want +got):\n%s", diff)
	}

	// Of all, at once, in the language of the server.
	checkText(t, s.Send(digest("subscribe", here())), "**Subscribed: number 2**", "is told everything that changes", "at once", "language: English")
	if got := subscriptions(t, st)[1]; !got.Schedule.AtOnce() || !got.Due.IsZero() || got.Language != "en" {
		t.Errorf("without options: %+v", got)
	}
}

func TestSubscribeRefused(t *testing.T) {
	t.Parallel()
	const board, voice, mute, theirs = "100000000000000020", "100000000000000021", "100000000000000022", "100000000000000023"
	st := recorded(t)
	s := start(t, dossier(t), setup{store: st})
	s.SetChannel(standin.Channel{ID: board, Name: "board", Type: standin.AnnouncementChannel})
	s.SetChannel(standin.Channel{ID: voice, Name: "voice", Type: standin.VoiceChannel})
	s.SetChannel(standin.Channel{ID: mute, Name: "mute", Overwrites: []standin.Overwrite{
		{ID: standin.AppID, Member: true, Deny: standin.SendMessages | standin.CreatePublicThreads},
	}})
	s.SetChannel(standin.Channel{ID: theirs, Name: "theirs", Overwrites: []standin.Overwrite{
		{ID: standin.ModeratorID, Member: true, Deny: standin.ManageChannels},
		{ID: standin.UserID, Member: true, Allow: standin.ManageChannels},
	}})
	in := func(channel string) standin.Option { return opt("channel", standin.In(channel)) }
	direct := digest("subscribe", here())
	direct.Direct = true
	inTheirs := digest("list").By(standin.UserID)
	inTheirs.Channel = theirs
	for _, c := range []struct {
		name string
		i    standin.Interaction
		want []string
	}{
		{"by a member", digest("subscribe", here()).By(standin.UserID), []string{"Only who may manage channels", "Manage Channels"}},
		{"listed by a member", digest("list").By(standin.UserID), []string{"Only who may manage channels"}},
		{"previewed by a member", digest("preview").By(standin.UserID), []string{"Only who may manage channels"}},
		{"in a direct message", direct, []string{"channels of a server"}},
		{"for a channel that is another's", digest("subscribe", in(theirs)), []string{"may not manage the channel"}},
		{"for another channel than the one they manage", func() standin.Interaction {
			i := digest("subscribe", here()).By(standin.UserID)
			i.Channel = theirs
			return i
		}(), []string{"may not manage the channel"}},
		{"for a voice channel", digest("subscribe", in(voice)), []string{"cannot be sent there", "text or announcement"}},
		{"for a channel in words", digest("subscribe", opt("channel", standin.ChannelID)), []string{"cannot be sent there"}},
		{"where the bot may not write", digest("subscribe", in(mute)), []string{`\#mute: Send Messages, Create Public Threads.`, "Edit Channel, Permissions"}},
		{"on a schedule that is none", digest("subscribe", here(), opt("schedule", "weekly 8:00")), []string{"is no day of the week", "for example: weekly Monday"}},
		{"in a zone that is none", digest("subscribe", here(), opt("schedule", "daily 8:00 Mars/Base")), []string{"“Mars/Base” is no time zone"}},
		{"for somebody not known", digest("subscribe", here(), opt("actors", "okafor, Lindqvst")), []string{"“Lindqvst”", "Lindqvist"}},
		{"on a topic not known", digest("subscribe", here(), opt("topics", "quais")), []string{"“quais”", "New quays"}},
		{"from a source not known", digest("subscribe", here(), opt("sources", "Harbour Gazete")), []string{"“Harbour Gazete”", "for example: Harbour Gazette"}},
		{"for a question that asks nothing", digest("subscribe", here(), opt("question", "what")), []string{"names nothing to look for"}},
		{"without a number", digest("pause"), []string{"no subscription “”", "/digest list"}},
		{"a number that is none", digest("remove", opt("number", "x")), []string{"no subscription “x”"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := s.Send(c.i)
			checkText(t, r, c.want...)
			if !r.Private() {
				t.Error("shown to all")
			}
		})
	}
	if got := subscriptions(t, st); len(got) > 0 {
		t.Errorf("subscribed all the same: %+v", got)
	}
	checkText(t, s.Send(inTheirs), "no subscriptions") // they may, in the channel that they manage
	checkText(t, s.Send(digest("subscribe", in(board))), "**Subscribed")
	checkText(t, s.Send(digest("subscribe", in(board))), "told this already, by number 1")
	checkText(t, s.Send(digest("subscribe", in(board), opt("topics", "quays"))), "**Subscribed")
}

func TestSubscriptionsOfAServer(t *testing.T) {
	t.Parallel()
	st := recorded(t)
	s := start(t, dossier(t), setup{store: st})
	foreign, err := st.Subscribe(t.Context(), store.Subscription{Guild: "9", Channel: "10"})
	if err != nil {
		t.Fatal(err)
	}
	checkText(t, s.Send(digest("list")), "no subscriptions", "/digest subscribe")
	for _, sub := range []string{"edit", "pause", "resume", "remove", "preview"} {
		checkText(t, s.Send(digest(sub, opt("number", fmt.Sprint(foreign.ID)), opt("topics", "quays"))), "This server has no subscription “1”")
	}
	if r := s.Send(typing("pause", "number", "")); len(r.Choices) > 0 {
		t.Errorf("the number of another server's is offered: %+v", r.Choices)
	}
	s.Send(digest("subscribe", here(), opt("actors", "okafor")))
	s.Send(digest("subscribe", here(), opt("topics", "quays"), opt("schedule", "daily 8:00")))
	list := s.Send(digest("list"))
	checkText(t, list, "2 subscriptions", "**2** · <#"+standin.ChannelID+">", "Mira Okafor", "**3** · ", "New quays", "daily 08:00 UTC, next")

	r := s.Send(typing("pause", "number", ""))
	if len(r.Choices) != 2 || r.Choices[1].Value != "3" || !strings.Contains(r.Choices[1].Name, "daily 08:00 UTC: what changes on New quays") {
		t.Errorf("choices %+v", r.Choices)
	}
	if r := s.Send(typing("pause", "number", "").By(standin.UserID)); len(r.Choices) > 0 {
		t.Errorf("offered to who may not see them: %+v", r.Choices)
	}
	if got := subscriptions(t, st); !slices.ContainsFunc(got, func(s store.Subscription) bool { return s.ID == foreign.ID && s.Paused == "" }) {
		t.Errorf("another server's was changed: %+v", got)
	}
}

func TestEditPauseResumeRemove(t *testing.T) {
	t.Parallel()
	const board = "100000000000000020"
	st := recorded(t)
	var woken atomic.Int32
	s := start(t, dossier(t), setup{store: st, wake: func() { woken.Add(1) }})
	s.SetChannel(standin.Channel{ID: board, Name: "board", Type: standin.AnnouncementChannel})
	s.Send(digest("subscribe", here(), opt("actors", "okafor"), opt("topics", "quays"), opt("question", "who pays"), opt("schedule", "daily 8:00")))
	was := subscriptions(t, st)[0]

	checkText(t, s.Send(digest("edit", opt("number", "1"))), "Nothing to change was given", "for example: /digest edit number\\:1")
	r := s.Send(digest("edit", opt("number", "#1"), opt("actors", "all"), opt("question", "ALL"), opt("schedule", "at once"),
		opt("language", "uk"), opt("channel", standin.In(board))))
	checkText(t, r, "**Changed: number 1**", "<#"+board+"> is told what changes on New quays", "at once", "language: українська")
	want := was
	want.Filter.Actors, want.Filter.Question, want.Schedule, want.Due, want.Language, want.Channel = nil, "", store.Schedule{}, time.Time{}, "uk", board
	if diff := cmp.Diff(want, subscriptions(t, st)[0]); diff != "" {
		t.Errorf("changed (-want +got):\n%s", diff)
	}
	s.Send(digest("edit", opt("number", "1"), opt("schedule", "weekly friday 18:30")))
	if got := subscriptions(t, st)[0]; got.Due.Weekday() != time.Friday || got.Filter.Topics[0] != "quays" {
		t.Errorf("with another schedule: %+v", got)
	}
	s.Send(digest("subscribe", here()))
	checkText(t, s.Send(digest("edit", opt("number", "2"), opt("channel", standin.In(board)), opt("topics", "quays"))), "told this already, by number 1")

	checkText(t, s.Send(digest("pause", opt("number", "1"))), "**Paused: number 1**")
	checkText(t, s.Send(digest("list")), "paused: by reader")
	checkText(t, s.Send(digest("resume", opt("number", "1"))), "**Resumed", "next ")
	if got := subscriptions(t, st)[0]; got.Paused != "" || !got.Due.After(time.Now()) {
		t.Errorf("resumed: %+v", got)
	}
	checkText(t, s.Send(digest("remove", opt("number", "1"))), "**Removed: number 1**")
	checkText(t, s.Send(digest("remove", opt("number", "1"))), "no subscription “1”")
	checkText(t, s.Send(digest("list")), "1 subscription\n")
	if n := woken.Load(); n != 5 { // two added, two changed, one resumed
		t.Errorf("who delivers was woken %d times", n)
	}
}

func TestDigestCommand(t *testing.T) {
	t.Parallel()
	s := start(t, dossier(t), setup{})
	type option struct {
		Name         string
		ChannelTypes []int `json:"channel_types"`
		Choices      []struct{ Value string }
		Options      []option
	}
	var all []struct {
		Name        string
		Permissions string `json:"default_member_permissions"`
		Options     []option
	}
	if err := json.Unmarshal(s.Commands(""), &all); err != nil {
		t.Fatal(err)
	}
	got := map[string][]string{}
	for _, c := range all {
		if c.Permissions != "" && (c.Name != "digest" || c.Permissions != fmt.Sprint(standin.ManageChannels)) {
			t.Errorf("/%s is for those with %s", c.Name, c.Permissions)
		}
		if c.Name != "digest" {
			continue
		}
		if c.Permissions == "" {
			t.Error("/digest is offered to all")
		}
		for _, sub := range c.Options {
			got[sub.Name] = []string{}
			for _, o := range sub.Options {
				got[sub.Name] = append(got[sub.Name], o.Name)
				if diff := cmp.Diff([]int{standin.TextChannel, standin.AnnouncementChannel}, o.ChannelTypes); o.Name == "channel" && diff != "" {
					t.Errorf("types of channel (-want +got):\n%s", diff)
				}
				if o.Name == "language" && len(o.Choices) != 5 {
					t.Errorf("languages %+v", o.Choices)
				}
			}
		}
	}
	filter := []string{"actors", "topics", "sources", "question"}
	want := map[string][]string{
		"subscribe": slices.Concat([]string{"channel"}, filter, []string{"schedule", "language"}), "list": {},
		"edit":  slices.Concat([]string{"number", "channel"}, filter, []string{"schedule", "language"}),
		"pause": {"number"}, "resume": {"number"}, "remove": {"number"},
		"preview": slices.Concat([]string{"number"}, filter, []string{"language"}),
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("options (-want +got):\n%s", diff)
	}
}

// Who manages one channel of a server does not manage what others are told.
func TestSubscriptionOfAnotherChannel(t *testing.T) {
	t.Parallel()
	const theirs = "100000000000000023"
	st := recorded(t)
	s := start(t, dossier(t), setup{store: st})
	s.SetChannel(standin.Channel{ID: theirs, Name: "theirs", Overwrites: []standin.Overwrite{{ID: standin.UserID, Member: true, Allow: standin.ManageChannels}}})
	s.Send(digest("subscribe", here()))
	from := func(i standin.Interaction) standin.Interaction {
		i = i.By(standin.UserID)
		i.Channel = theirs
		return i
	}
	for _, sub := range []string{"pause", "remove", "edit"} {
		checkText(t, s.Send(from(digest(sub, opt("number", "1"), opt("topics", "quays")))), "may not manage the channel")
	}
	if got := subscriptions(t, st); len(got) != 1 || got[0].Paused != "" || len(got[0].Filter.Topics) > 0 {
		t.Errorf("changed all the same: %+v", got)
	}
	elsewhere := digest("pause", opt("number", "1"))
	elsewhere.Channel = theirs
	checkText(t, s.Send(elsewhere), "**Paused") // by who manages all of them
	s.RemoveChannel(standin.ChannelID)
	checkText(t, s.Send(from(digest("remove", opt("number", "1")))), "**Removed") // what told a channel that is gone
}

func TestMostSubscriptions(t *testing.T) {
	t.Parallel()
	st := recorded(t)
	s := start(t, dossier(t), setup{store: st})
	long := strings.Repeat("who pays for the quays and why ", 30)
	for n := range 25 {
		if _, err := st.Subscribe(t.Context(), store.Subscription{
			Guild: standin.GuildID, Channel: standin.ChannelID, Language: "en", Filter: store.Filter{Question: fmt.Sprint(long, n)},
		}); err != nil {
			t.Fatal(err)
		}
	}
	checkText(t, s.Send(digest("subscribe", here())), "25 subscriptions, which is the most", "/digest list")
	first := s.Send(digest("list"))
	pages := pagesOf(t, s, first)
	for n := range 25 {
		if strings.Count(pages, fmt.Sprintf("**%d** · ", n+1)) != 1 {
			t.Errorf("number %d is not listed once:\n%s", n+1, pages)
		}
	}
	checkText(t, s.Send(s.Press(first, "More").By(standin.UserID)), "Only who may manage channels")
	if r := s.Send(typing("remove", "number", "2")); len(r.Choices) != 7 { // 2, 20 to 25
		t.Errorf("%d choices", len(r.Choices))
	}
}

func TestListsAreCompleted(t *testing.T) {
	t.Parallel()
	s := start(t, dossier(t), setup{store: recorded(t), zone: "Europe/Vilnius"})
	for _, c := range []struct{ option, typed, value, name string }{
		{"actors", "oka", "okafor", "Mira Okafor"},
		{"actors", "okafor, lind", "okafor, aino-lindqvist", "okafor, Aino Lindqvist"},
		{"actors", "Mira Okafor,crews-union ,  lind", "Mira Okafor, crews-union, aino-lindqvist", "Mira Okafor, crews-union, Aino Lindqvist"},
		{"topics", "fares, pier", "fares, quays", "fares, New quays"},
		{"sources", "timetable.txt; Minutes", "timetable.txt, long.txt", "timetable.txt, Minutes of the quay assembly"},
		{"schedule", "", "at once", "at once"},
		{"schedule", "DAILY 7", "daily 07:00 Europe/Vilnius", "daily 07:00 Europe/Vilnius"},
		{"schedule", "weekly", "weekly Monday 08:00 Europe/Vilnius", "weekly Monday 08:00 Europe/Vilnius"},
	} {
		r := s.Send(typing("subscribe", c.option, c.typed))
		if len(r.Choices) == 0 || r.Choices[0].Value != c.value || r.Choices[0].Name != c.name {
			t.Errorf("%s %q: %+v, want %q", c.option, c.typed, r.Choices, c.value)
		}
	}
	for _, c := range s.Send(typing("subscribe", "actors", "okafor, ")).Choices {
		if c.Value == "okafor, okafor" {
			t.Error("offered twice")
		}
	}
	if r := s.Send(typing("subscribe", "schedule", "never")); len(r.Choices) != 0 {
		t.Errorf("offered for what is no schedule: %+v", r.Choices)
	}
}

func TestNoStore(t *testing.T) {
	t.Parallel()
	s := start(t, dossier(t), setup{})
	checkText(t, s.Send(digest("list")), "keeps nothing between its runs", "state.dir")
	checkText(t, s.Send(standin.Slash("status").By(standin.ModeratorID)), "**The ferries of Vellamo", "no digests")
}

func TestNothingRecorded(t *testing.T) {
	t.Parallel()
	st, err := store.Open(t.Context(), store.Options{Dir: t.TempDir(), Log: quiet})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { st.Close() })
	s := start(t, dossier(t), setup{store: st})
	checkText(t, s.Send(digest("subscribe", here())), "not recorded yet", "Try again")
	checkText(t, s.Send(digest("preview")), "not recorded yet")
}
