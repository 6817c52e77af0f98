package standin_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"dossierbot/bot/discord/standin"
)

const inChannel = "/channels/" + standin.ChannelID

// hurried has limits that no test reaches by chance.
func hurried(t *testing.T) *standin.Server {
	return standin.Start(t, standin.Options{PerChannel: 1000, PerSecond: 1000})
}

func words(nonce, text string) string {
	return `{"flags": 32768, ` + none + `, "nonce": "` + nonce + `", "enforce_nonce": true, "components": [{"type": 17, "id": 77, "components": [{"type": 10, "content": "` + text + `"}]}]}`
}

// posted posts a message and gives its id.
func posted(t *testing.T, s *standin.Server, channel, nonce, text string) string {
	t.Helper()
	status, body := do(t, s, "POST", "/channels/"+channel+"/messages", "application/json", words(nonce, text), s.Token())
	var m struct{ ID string }
	if err := json.Unmarshal([]byte(body), &m); err != nil || status != http.StatusOK {
		t.Fatalf("%d %s %v", status, body, err)
	}
	return m.ID
}

func said(messages []standin.Message) []string {
	out := []string{}
	for _, m := range messages {
		out = append(out, m.Text)
	}
	return out
}

func TestNonceIsSentOnce(t *testing.T) {
	s := hurried(t)
	first := posted(t, s, standin.ChannelID, "n1", "a")
	if again := posted(t, s, standin.ChannelID, "n1", "b"); again != first {
		t.Errorf("the same nonce made %s beside %s", again, first)
	}
	posted(t, s, standin.ChannelID, "n2", "c")
	s.ForgetNonces()
	posted(t, s, standin.ChannelID, "n1", "d")
	if d := cmp.Diff([]string{"a", "c", "d"}, said(s.Messages(standin.ChannelID))); d != "" {
		t.Error(d)
	}
	s.Delete(standin.ChannelID, s.Messages(standin.ChannelID)[2].ID)
	if status, body := do(t, s, "POST", inChannel+"/messages", "application/json", words("n1", "e"), s.Token()); status != 404 || !strings.Contains(body, "10008") {
		t.Errorf("what was deleted is sent anew: %d %s", status, body)
	}
}

func TestMessagesAreListed(t *testing.T) {
	s := hurried(t)
	var ids []string
	for n := range 120 {
		ids = append(ids, s.Say(standin.ChannelID, standin.UserID, fmt.Sprint(n)))
	}
	posted(t, s, standin.ChannelID, "n", "120")
	for query, want := range map[string]string{
		"limit=2":                            "120 119",
		"limit=2&before=" + ids[50]:          "49 48",
		"limit=2&after=" + ids[50]:           "52 51",
		"limit=3&after=" + ids[118]:          "120 119",
		"limit=2&around=" + ids[50]:          "51 50",
		"limit=1&after=" + below(t, ids[0]):  "0",
		"limit=100&after=" + ids[119]:        "120",
		"limit=2&before=" + below(t, ids[0]): "",
	} {
		status, body := do(t, s, "GET", inChannel+"/messages?"+query, "", "", s.Token())
		var list []struct {
			ID, Content string
			Nonce       *string
			Author      struct{ ID string }
			Components  []struct {
				ID         int
				Components []struct {
					ID      int
					Content string
				}
			}
		}
		if err := json.Unmarshal([]byte(body), &list); err != nil || status != 200 {
			t.Fatalf("%s: %d %s", query, status, body)
		}
		var got []string
		for _, m := range list {
			if m.Nonce != nil {
				t.Errorf("%s: a nonce is given back", query)
			}
			if m.Author.ID == standin.AppID {
				if c := m.Components[0]; c.ID != 77 || c.Components[0].ID != 1 {
					t.Errorf("ids of the components: %+v", c)
				}
				m.Content = m.Components[0].Components[0].Content
			}
			got = append(got, m.Content)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %v, want %q", query, got, want)
		}
	}
	if status, _ := do(t, s, "GET", inChannel+"/messages?limit=101", "", "", s.Token()); status != 400 {
		t.Errorf("101 messages: %d", status)
	}
	if at := s.Messages(standin.ChannelID)[0].At; time.Since(at) > time.Minute || time.Since(at) < 0 {
		t.Errorf("written at %v", at)
	}
}

func below(t *testing.T, id string) string { return strconv.FormatInt(number(t, id)-1, 10) }

func TestThreads(t *testing.T) {
	s := hurried(t)
	first := posted(t, s, standin.ChannelID, "n1", "a")
	start := func(message string, status int, want string) {
		t.Helper()
		got, body := do(t, s, "POST", inChannel+"/messages/"+message+"/threads", "application/json", `{"name": "Details"}`, s.Token())
		if got != status || !strings.Contains(body, want) {
			t.Errorf("%d %s, want %d and %s", got, body, status, want)
		}
	}
	start(first, 201, first)
	start(first, 400, "160004")
	start("5", 404, "10008")
	posted(t, s, first, "n2", "b")
	if got := s.Threads(standin.ChannelID); len(got) != 1 || got[0].Name != "Details" {
		t.Errorf("threads %+v", got)
	}
	if d := cmp.Diff([]string{"b"}, said(s.Messages(first))); d != "" {
		t.Error(d)
	}
	s.Lock(first)
	if status, body := do(t, s, "POST", "/channels/"+first+"/messages", "application/json", words("n3", "c"), s.Token()); status != 403 || !strings.Contains(body, "160005") {
		t.Errorf("into a locked thread: %d %s", status, body)
	}
	if status, body := do(t, s, "GET", "/channels/"+first, "", "", s.Token()); status != 200 || !strings.Contains(body, `"parent_id":"`+standin.ChannelID) {
		t.Errorf("%d %s", status, body)
	}
	s.RemoveChannel(first)
	if status, body := do(t, s, "GET", "/channels/"+first, "", "", s.Token()); status != 404 || !strings.Contains(body, "10003") {
		t.Errorf("%d %s", status, body)
	}
}

func TestWhatTheBotMayNot(t *testing.T) {
	const hidden, mute, forum, blind, deaf = "20", "21", "22", "23", "24"
	s := hurried(t)
	deny := func(id string, kind int, permissions int64) {
		s.SetChannel(standin.Channel{ID: id, Type: kind, Overwrites: []standin.Overwrite{{ID: standin.AppID, Member: true, Deny: permissions}}})
	}
	deny(hidden, standin.TextChannel, standin.ViewChannel)
	deny(mute, standin.TextChannel, standin.SendMessages|standin.CreatePublicThreads)
	deny(forum, standin.ForumChannel, 0)
	deny(blind, standin.TextChannel, standin.ReadMessageHistory)
	s.RefuseDirect(standin.UserID)
	_, direct := do(t, s, "POST", "/users/@me/channels", "application/json", `{"recipient_id": "`+standin.UserID+`"}`, s.Token())
	if !strings.Contains(direct, s.Direct(standin.UserID)) || s.Direct(standin.UserID) == "" {
		t.Fatalf("direct channel %s", direct)
	}
	posted(t, s, blind, "n", "a")
	for _, c := range []struct {
		name, method, path, body string
		status                   int
		want                     string
	}{
		{"a channel that is gone", "POST", "/channels/5/messages", words("n", "a"), 404, "10003"},
		{"a hidden one", "POST", "/channels/" + hidden + "/messages", words("n", "a"), 403, "50001"},
		{"one to read", "POST", "/channels/" + mute + "/messages", words("n", "a"), 403, "50013"},
		{"a thread there", "POST", "/channels/" + mute + "/messages/5/threads", `{"name": "n"}`, 403, "50013"},
		{"a forum", "POST", "/channels/" + forum + "/messages", words("n", "a"), 400, "50008"},
		{"a thread in a forum", "POST", "/channels/" + forum + "/messages/5/threads", `{"name": "n"}`, 400, "50024"},
		{"who takes no direct messages", "POST", "/channels/" + s.Direct(standin.UserID) + "/messages", words("n", "a"), 403, "50007"},
		{"nobody", "POST", "/users/@me/channels", `{"recipient_id": "5"}`, 404, "10013"},
		{"no history", "GET", "/channels/" + blind + "/messages", "", 200, "[]\n"},
		{"another server", "GET", "/guilds/5", "", 404, "10004"},
		{"another's roles", "GET", "/guilds/5/roles", "", 404, "10004"},
		{"another's member", "GET", "/guilds/5/members/5", "", 404, "10004"},
		{"no member", "GET", "/guilds/" + standin.GuildID + "/members/5", "", 404, "10007"},
		{"a member", "GET", "/guilds/" + standin.GuildID + "/members/" + standin.AppID, "", 200, `"roles":[]`},
		{"the server", "GET", "/guilds/" + standin.GuildID, "", 200, `"owner_id":"` + standin.OwnerID},
		{"its roles", "GET", "/guilds/" + standin.GuildID + "/roles", "", 200, `"permissions":"16"`},
		{"what may not be done", "GET", "/channels/" + mute, "", 200, `"deny":"34359740416"`},
		{"a long nonce", "POST", inChannel + "/messages", words(strings.Repeat("n", 26), "a"), 400, "nonce of 26"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.status == 400 && c.want == "nonce of 26" {
				s = standin.Start(tolerant{t}, standin.Options{})
			}
			if status, body := do(t, s, c.method, c.path, "application/json", c.body, s.Token()); status != c.status || !strings.Contains(body, c.want) {
				t.Errorf("%d %s, want %d and %s", status, body, c.status, c.want)
			}
		})
	}
}

// write posts a message and gives the answer; nil where there is none.
func write(t *testing.T, s *standin.Server, channel, nonce string) *http.Response {
	t.Helper()
	r, err := http.NewRequest("POST", s.URL()+"/api/v10/channels/"+channel+"/messages", strings.NewReader(words(nonce, nonce)))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Authorization", "Bot "+s.Token())
	r.Header.Set("Content-Type", "application/json")
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		return nil
	}
	resp.Body.Close()
	return resp
}

func TestLimits(t *testing.T) {
	s := standin.Start(t, standin.Options{PerChannel: 2, Window: time.Hour})
	s.SetChannel(standin.Channel{ID: "20"})
	check := func(resp *http.Response, status int, headers map[string]string) {
		t.Helper()
		for name, want := range headers {
			if got := resp.Header.Get(name); got != want {
				t.Errorf("%s: %q, want %q", name, got, want)
			}
		}
		if resp.StatusCode != status {
			t.Errorf("status %d, want %d", resp.StatusCode, status)
		}
	}
	check(write(t, s, standin.ChannelID, "a"), 200, map[string]string{"X-RateLimit-Remaining": "1", "X-RateLimit-Limit": "2", "Retry-After": ""})
	check(write(t, s, standin.ChannelID, "b"), 200, map[string]string{"X-RateLimit-Remaining": "0"})
	check(write(t, s, standin.ChannelID, "c"), 429, map[string]string{"Retry-After": "3600", "X-RateLimit-Scope": "user", "X-RateLimit-Global": ""})
	check(write(t, s, "20", "d"), 200, map[string]string{"X-RateLimit-Remaining": "1"})

	s = standin.Start(t, standin.Options{PerSecond: 1, PerChannel: 1000})
	for n := range 1000 { // a second may pass between two
		if resp := write(t, s, standin.ChannelID, fmt.Sprint(n)); resp.StatusCode != 200 {
			check(resp, 429, map[string]string{"Retry-After": "1", "X-RateLimit-Scope": "global", "X-RateLimit-Global": "true", "X-RateLimit-Bucket": ""})
			return
		}
	}
	t.Error("no request is one too many")
}

func TestFaultsHappenAsAsked(t *testing.T) {
	s := hurried(t)
	seen := 0
	s.Fail(
		standin.Fault{Status: 500},
		standin.Fault{Status: 502, Done: true, Do: func() { seen = len(s.Messages(standin.ChannelID)) }},
		standin.Fault{Of: standin.StartThread, Status: 503},
		standin.Fault{Drop: true},
		standin.Fault{Drop: true, Done: true},
		standin.Fault{Status: 429, After: time.Minute, Global: true},
	)
	for n, want := range []int{500, 502, 0, 0, 429, 200} {
		got := 0
		if resp := write(t, s, standin.ChannelID, fmt.Sprint(n)); resp != nil {
			got = resp.StatusCode
		}
		if got != want {
			t.Errorf("request %d: %d, want %d", n, got, want)
		}
	}
	if d := cmp.Diff([]string{"1", "3", "5"}, said(s.Messages(standin.ChannelID))); d != "" || seen != 1 {
		t.Errorf("%s %d", d, seen)
	}
	if s.Failed() {
		t.Error("no thread was started, and still that fault happened")
	}
}
