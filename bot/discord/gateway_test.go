package discord_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"dossierbot/bot/discord"
	"dossierbot/bot/discord/standin"
	"dossierbot/handlers"
)

func TestNewRefuses(t *testing.T) {
	good := discord.Options{Token: "t", Live: still(new(handlers.Handlers))}
	for _, c := range []struct {
		name   string
		change func(*discord.Options)
		want   string
		token  bool
	}{
		{"no token", func(o *discord.Options) { o.Token = "  " }, "set discord.token", true},
		{"a prefix alone", func(o *discord.Options) { o.Token = "Bot " }, "set discord.token", true},
		{"a token over two lines", func(o *discord.Options) { o.Token = "a\nb" }, "copy it again", true},
		{"no dossier", func(o *discord.Options) { o.Live = nil }, "needs a dossier", false},
		{"an address that is none", func(o *discord.Options) { o.APIURL = "discord" }, "discord.api_url", false},
		{"a server by name", func(o *discord.Options) { o.Guild = "My server" }, "discord.guild", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := good
			c.change(&o)
			_, err := discord.New(o)
			if err == nil || !strings.Contains(err.Error(), c.want) || errors.Is(err, discord.ErrToken) != c.token || strings.Contains(err.Error(), "\n") {
				t.Errorf("error %v, want one about %q", err, c.want)
			}
		})
	}
	if _, err := discord.New(good); err != nil {
		t.Error(err)
	}
}

func TestParseAPI(t *testing.T) {
	for in, want := range map[string]string{
		"":                                "https://discord.com/api/v10",
		"http://127.0.0.1:8080":           "http://127.0.0.1:8080/api/v10",
		"http://127.0.0.1:8080/":          "http://127.0.0.1:8080/api/v10",
		"https://discord.com/api":         "https://discord.com/api/v10",
		"https://discord.com/api/v9/":     "https://discord.com/api/v10",
		"https://proxy.example/discord/":  "https://proxy.example/discord/api/v10",
		"https://proxy.example/d/api/v10": "https://proxy.example/d/api/v10",
	} {
		if got, err := discord.ParseAPI(in); err != nil || got.String() != want {
			t.Errorf("ParseAPI(%q) = %v, %v, want %s", in, got, err, want)
		}
	}
}

func TestConnects(t *testing.T) {
	t.Parallel()
	s := start(t, dossier(t), setup{Options: standin.Options{Heartbeat: 50 * time.Millisecond}})
	s.Wait("the bot to be connected", s.bot.Connected)
	s.Wait("heartbeats", func() bool { return s.Counts().Heartbeats >= 2 })
	if c := s.Counts(); c.Intents != 0 {
		t.Errorf("intents %d, want none: interactions come without", c.Intents)
	}
	if err := s.stop(); err != nil {
		t.Errorf("Run: %v", err)
	}
	if s.bot.Connected() {
		t.Error("still connected after Run")
	}
	s.Wait("the connection to be closed", func() bool { return !s.Connected() })
}

func TestTokenIsRefused(t *testing.T) {
	s := standin.Start(t, standin.Options{})
	bot, err := discord.New(discord.Options{Token: "wrong-token", APIURL: s.URL(), Live: still(new(handlers.Handlers)), Log: quiet})
	if err != nil {
		t.Fatal(err)
	}
	bot.Hasten()
	ctx, cancel := context.WithTimeout(context.Background(), 15*time.Second)
	defer cancel()
	err = bot.Run(ctx)
	if !errors.Is(err, discord.ErrToken) || !strings.Contains(err.Error(), "Discord refuses the token") || strings.Contains(err.Error(), "wrong-token") {
		t.Errorf("Run: %v", err)
	}
}

// runUntilRefused runs a bot against the stand-in until it gives up.
func runUntilRefused(t *testing.T, s *standin.Server, guild string) error {
	t.Helper()
	bot, err := discord.New(discord.Options{Token: s.Token(), APIURL: s.URL(), Guild: guild, Live: still(new(handlers.Handlers)), Log: quiet})
	if err != nil {
		t.Fatal(err)
	}
	bot.Hasten()
	ctx, cancel := context.WithTimeout(context.Background(), 15*time.Second)
	defer cancel()
	err = bot.Run(ctx)
	if ctx.Err() != nil {
		t.Error("Run did not end by itself")
	}
	return err
}

func TestRefusedForGood(t *testing.T) {
	for _, c := range []struct {
		name   string
		script standin.Script
		token  bool
		want   string
	}{
		{"token", standin.CloseAuthentication, true, "refuses the token"},
		{"sharding", standin.CloseSharding, false, "shards"},
		{"version", standin.CloseVersion, false, "update the program"},
		{"intents", standin.CloseIntents, false, "update the program"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := standin.Start(t, standin.Options{})
			s.Next(c.script)
			if err := runUntilRefused(t, s, ""); err == nil || errors.Is(err, discord.ErrToken) != c.token || !strings.Contains(err.Error(), c.want) {
				t.Errorf("Run: %v", err)
			}
			if n := s.Counts().Identified; n != 0 {
				t.Errorf("tried again %d times", n)
			}
		})
	}
}

func TestCommandsAreRefused(t *testing.T) {
	s := standin.Start(t, standin.Options{NoScope: true})
	if err := runUntilRefused(t, s, standin.GuildID); err == nil || !strings.Contains(err.Error(), "applications.commands") {
		t.Errorf("in one server: %v", err)
	}
	if err := runUntilRefused(t, s, ""); err == nil || !strings.Contains(err.Error(), "register the commands") {
		t.Errorf("everywhere: %v", err)
	}
	s = standin.Start(t, standin.Options{RESTToken: "another"})
	if err := runUntilRefused(t, s, ""); !errors.Is(err, discord.ErrToken) {
		t.Errorf("401: %v", err)
	}
}

func TestCommandsAreTriedAgain(t *testing.T) {
	t.Parallel()
	s := start(t, new(handlers.Handlers), setup{Options: standin.Options{Failing: []int{500, 429, 503}}})
	s.Wait("the commands to be registered", func() bool { return strings.Contains(s.log.String(), "commands registered") })
	if log := s.log.String(); strings.Count(log, "commands not registered") != 3 {
		t.Errorf("log:\n%s", log)
	}
}

func TestReadyWithoutApplication(t *testing.T) {
	t.Parallel()
	start(t, new(handlers.Handlers), setup{Options: standin.Options{NoApp: true}}).Commands("")
}

func TestRefusedWhileRegistering(t *testing.T) {
	t.Parallel()
	s := standin.Start(t, standin.Options{
		Failing: slices.Repeat([]int{500}, 1000), Scripts: []standin.Script{standin.Usual, standin.CloseAuthentication},
	})
	go func() {
		s.Wait("an attempt to register", func() bool {
			return slices.ContainsFunc(s.Requests(), func(r standin.Request) bool { return r.Status == 500 })
		})
		s.Drop()
	}()
	if err := runUntilRefused(t, s, ""); !errors.Is(err, discord.ErrToken) {
		t.Errorf("Run: %v", err)
	}
}

// TestConnectsAnew breaks the connection in every way; afterwards the bot
// answers again.
func TestConnectsAnew(t *testing.T) {
	for _, c := range []struct {
		name       string
		next       []standin.Script
		disturb    func(*running)
		identified int // in all
		resumed    int // at least
	}{
		{"cut", nil, func(s *running) { s.Drop() }, 1, 1},
		{"asked to reconnect", nil, func(s *running) { s.AskToReconnect() }, 1, 1},
		{"closed with an unknown error", nil, func(s *running) { s.CloseWith(4000) }, 1, 1},
		{"the session is gone", nil, func(s *running) { s.ForgetSessions(); s.Drop() }, 2, 0},
		{"the session timed out", []standin.Script{standin.Usual, standin.CloseUnresumable}, func(s *running) { s.Drop() }, 2, 0},
		{"a silent gateway", []standin.Script{standin.Silent}, nil, 1, 0},
		{"a gateway silent after its greeting", []standin.Script{standin.SilentBeforeReady}, nil, 1, 0},
		{"an error before it is ready", []standin.Script{standin.CloseBeforeReady, standin.CloseBeforeReady}, nil, 1, 0},
		{"asked to reconnect before it is ready", []standin.Script{standin.ReconnectBeforeReady}, nil, 1, 0},
		{"an invalid session at first", []standin.Script{standin.InvalidSession}, nil, 1, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			s := startAfter(t, c.next)
			if c.disturb != nil {
				s.Wait("the bot to be connected", s.bot.Connected)
				s.Commands("")
				before := s.Counts()
				c.disturb(s)
				s.Wait("a new connection", func() bool {
					now := s.Counts()
					return s.Connected() && now.Identified+now.Resumed > before.Identified+before.Resumed
				})
			}
			checkText(t, s.Send(standin.Slash("help")), "Something went wrong here") // an answer, from no dossier
			s.Wait("the bot to know that it is connected", s.bot.Connected)
			if n := s.Counts(); n.Identified != c.identified || n.Resumed < c.resumed {
				t.Errorf("identified %d times, resumed %d; want %d and at least %d", n.Identified, n.Resumed, c.identified, c.resumed)
			}
			s.Commands("")
			if err := s.stop(); err != nil {
				t.Errorf("Run: %v", err)
			}
		})
	}
}

// startAfter starts a bot against a stand-in whose first connections go by
// the scripts.
func startAfter(t *testing.T, scripts []standin.Script) *running {
	t.Helper()
	return start(t, new(handlers.Handlers), setup{Options: standin.Options{Scripts: scripts}})
}

func TestSilenceIsNoticed(t *testing.T) {
	t.Parallel()
	// The heartbeat is due long after the bot loses patience.
	s := start(t, new(handlers.Handlers), setup{silence: 300 * time.Millisecond})
	s.Wait("the bot to resume", func() bool { return s.Counts().Resumed >= 1 })
}

func TestStopsWhileConnecting(t *testing.T) {
	for name, script := range map[string]standin.Script{
		"silent": standin.Silent, "after the greeting": standin.SilentBeforeReady, "hanging": standin.ReconnectBeforeReady,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := startAfter(t, []standin.Script{script, script, script, script, script, script})
			s.Wait("a connection", func() bool { return s.Counts().Connections > 0 })
			if err := s.stop(); err != nil {
				t.Errorf("Run: %v", err)
			}
		})
	}
}

func TestNobodyThere(t *testing.T) {
	s := standin.Start(t, standin.Options{})
	bot, err := discord.New(discord.Options{Token: "t", APIURL: "http://127.0.0.1:1", Live: still(new(handlers.Handlers)), Log: quiet})
	if err != nil {
		t.Fatal(err)
	}
	bot.Hasten()
	ctx, cancel := context.WithTimeout(context.Background(), 300*time.Millisecond)
	defer cancel()
	if err := bot.Run(ctx); err != nil {
		t.Errorf("Run: %v", err)
	}
	if bot.Connected() || len(s.Requests()) > 0 {
		t.Error("connected to something")
	}
}
