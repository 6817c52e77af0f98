package config_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"dossierbot/config"
)

// write puts content into a file of its own and returns the file's path.
func write(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestDefaults(t *testing.T) {
	c, err := config.Load(config.Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := config.Config{
		Corpus: config.Corpus{MaxFileBytes: 67108864, Quiet: 2 * time.Second, Compare: 3 * time.Minute},
		Log:    config.Log{Format: "text"},
		Digest: config.Digest{TimeZone: "UTC"},
	}
	if diff := cmp.Diff(want, c); diff != "" {
		t.Errorf("defaults (-want +got):\n%s", diff)
	}
}

func TestPrecedence(t *testing.T) {
	file := "state:\n  dir: from-file\ndiscord:\n  # token: commented out\nlog: {level: info}\n"
	for _, c := range []struct {
		name     string
		file     string
		env      string
		flags    map[string]string
		wantDir  string
		wantsLog string
	}{
		{name: "default", wantDir: ""},
		{name: "file over default", file: file, wantDir: "from-file", wantsLog: "info"},
		{name: "environment over file", file: file, env: "from-env", wantDir: "from-env", wantsLog: "info"},
		{name: "empty variable counts as unset", file: file, env: "", wantDir: "from-file", wantsLog: "info"},
		{name: "flag over environment", file: file, env: "from-env",
			flags: map[string]string{"state.dir": "from-flag"}, wantDir: "from-flag", wantsLog: "info"},
		{name: "environment without a file", env: "from-env", wantDir: "from-env"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Setenv("DOSSIERBOT_STATE_DIR", c.env)
			o := config.Options{Flags: c.flags}
			if c.file != "" {
				o.File = write(t, "settings.yaml", c.file)
			}
			got, err := config.Load(o)
			if err != nil {
				t.Fatal(err)
			}
			if got.State.Dir != c.wantDir || got.Log.Level != c.wantsLog {
				t.Errorf("state.dir %q, log.level %q; want %q, %q", got.State.Dir, got.Log.Level, c.wantDir, c.wantsLog)
			}
		})
	}
}

// Every setting reaches its field from the environment, and every field is
// reached by one.
func TestEveryFieldIsASetting(t *testing.T) {
	values := map[string]string{
		"corpus.max_file_bytes": "17", "log.level": "debug", "log.format": "json",
		"discord.api_url": "http://127.0.0.1:1", "discord.guild": "81384788765712384", "health.address": ":8086",
		"discord.operators": "81384788765712385", "corpus.quiet": "5s", "corpus.compare": "1h", "digest.time_zone": "Europe/Vilnius",
	}
	for _, s := range config.Settings() {
		value := values[s.Key]
		if value == "" {
			value = "some " + s.Key
		}
		t.Setenv(s.Variable(), value)
	}
	c, err := config.Load(config.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Warnings) > 0 {
		t.Errorf("settings warned of as unknown: %q", c.Warnings)
	}
	fields := 0
	sections := reflect.ValueOf(c)
	for i := range sections.NumField() {
		section := sections.Field(i)
		if section.Kind() != reflect.Struct {
			continue
		}
		for j := range section.NumField() {
			fields++
			if section.Field(j).IsZero() {
				t.Errorf("no setting reaches %s.%s", sections.Type().Field(i).Name, section.Type().Field(j).Name)
			}
		}
	}
	if want := len(config.Settings()); fields != want {
		t.Errorf("%d fields for %d settings", fields, want)
	}
}

func TestRefusals(t *testing.T) {
	for _, c := range []struct {
		name, file string
		flags      map[string]string
		want       []string // all stand in the error
	}{
		{name: "misspelt key", file: "discord:\n  tokn: x\n", want: []string{`"discord.tokn"`, `"discord.token"`, "settings.yaml"}},
		{name: "key without its section", file: "max_file_bytes: 3\n", want: []string{`"max_file_bytes"`, `"corpus.max_file_bytes"`}},
		{name: "a section given a value", file: "log: debug\n", want: []string{`"log"`, `"log.`}},
		{name: "two unknown keys", file: "colour: red\nstate: {folder: x}\n", want: []string{`"colour"`, `"state.folder"`}},
		{name: "broken YAML", file: "log:\n\tlevel: info\n", want: []string{"settings.yaml", "line 2"}},
		{name: "not a mapping", file: "- a\n- b\n", want: []string{"settings.yaml"}},
		{name: "no number", file: "corpus: {max_file_bytes: much}\n", want: []string{"corpus.max_file_bytes"}},
		{name: "all problems at once", file: "corpus: {max_file_bytes: 0, quiet: 0s, compare: -1m}\ndigest: {time_zone: Europe/Vilna}\nlog: {level: loud, format: xml}\n" +
			"discord: {api_url: discord.com, guild: mine, operators: us}\nhealth: {address: here}\n",
			want: []string{"corpus.max_file_bytes", "log.level", `"loud"`, "debug, info, warn, error", "log.format",
				"discord.api_url", "discord.guild", "health.address", "corpus.quiet", "corpus.compare", "discord.operators",
				"digest.time_zone", "Europe/Vilna"}},
		{name: "no length of time", file: "corpus: {quiet: soon}\n", want: []string{"corpus.quiet"}},
		{name: "by a flag", flags: map[string]string{"log.level": "loud"}, want: []string{"log.level", `"loud"`}},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := config.Options{Flags: c.flags}
			if c.file != "" {
				o.File = write(t, "settings.yaml", c.file)
			}
			_, err := config.Load(o)
			if err == nil {
				t.Fatal("no error")
			}
			for _, want := range c.want {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("error does not name %s: %v", want, err)
				}
			}
		})
	}
	t.Run("file that is not there", func(t *testing.T) {
		_, err := config.Load(config.Options{File: filepath.Join(t.TempDir(), "none.yaml")})
		if err == nil || !strings.Contains(err.Error(), "none.yaml") {
			t.Errorf("error %v, want one that names the file", err)
		}
	})
}

func TestUnknownVariableIsAWarning(t *testing.T) {
	t.Setenv("DOSSIERBOT_DISCORD_TOKN", "x")
	t.Setenv("DOSSIERBOTANY", "x") // not ours: no underscore follows the prefix
	c, err := config.Load(config.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Warnings) != 1 || !strings.Contains(c.Warnings[0], "DOSSIERBOT_DISCORD_TOKN ") ||
		!strings.Contains(c.Warnings[0], "DOSSIERBOT_DISCORD_TOKEN") {
		t.Errorf("warnings %q, want one that names the variable and DOSSIERBOT_DISCORD_TOKEN", c.Warnings)
	}
}

func TestBotToken(t *testing.T) {
	for _, c := range []struct {
		name    string
		discord config.Discord
		want    config.Secret
		wantErr string
	}{
		{name: "neither"},
		{name: "given", discord: config.Discord{Token: "abc"}, want: "abc"},
		{name: "from a file, trimmed", discord: config.Discord{TokenFile: write(t, "token", " abc\r\n")}, want: "abc"},
		{name: "both: the token wins", discord: config.Discord{Token: "abc", TokenFile: "nowhere"}, want: "abc"},
		{name: "no such file", discord: config.Discord{TokenFile: "nowhere"}, wantErr: "nowhere"},
		{name: "empty file", discord: config.Discord{TokenFile: write(t, "token", "\n")}, wantErr: "is empty"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := c.discord.BotToken()
			if string(got) != string(c.want) {
				t.Error("another token")
			}
			switch {
			case c.wantErr == "" && err != nil:
				t.Error(err)
			case c.wantErr != "" && (err == nil || !strings.Contains(err.Error(), c.wantErr)):
				t.Errorf("error %v, want one with %q", err, c.wantErr)
			}
		})
	}
}

func TestSecretIsNeverPrinted(t *testing.T) {
	const secret = "hunter2-hunter2"
	c := config.Config{Discord: config.Discord{Token: secret}}
	printed := map[string]string{}
	for _, verb := range []string{"%s", "%v", "%+v", "%#v", "%q", "%x", "%X", "%d", "%t", "%10.3s"} {
		printed["secret "+verb] = fmt.Sprintf(verb, c.Discord.Token)
		printed["config "+verb] = fmt.Sprintf(verb, c)
	}
	asJSON, err := json.Marshal([]any{c.Discord.Token, c})
	if err != nil {
		t.Fatal(err)
	}
	printed["json"] = string(asJSON)
	var text, logged bytes.Buffer
	slog.New(slog.NewTextHandler(&text, nil)).Info("m", "token", c.Discord.Token, "config", c)
	slog.New(slog.NewJSONHandler(&logged, nil)).Info("m", "token", c.Discord.Token, "config", c)
	printed["text log"], printed["json log"] = text.String(), logged.String()
	for how, out := range printed {
		if strings.Contains(out, "hunter") || strings.Contains(out, fmt.Sprintf("%x", "hunter")) {
			t.Errorf("%s prints the secret", how)
		}
		if !strings.Contains(out, "redacted") {
			t.Errorf("%s does not say that a secret is set", how)
		}
	}
	if out := fmt.Sprint(config.Secret("")); out != "" {
		t.Errorf("an unset secret prints as %q", out)
	}
}
