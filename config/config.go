// Package config owns the settings: their keys, defaults and meanings, where
// they come from and what they must hold. It is the only importer of viper.
//
// It leaves what a setting does to the one who uses it. Only the program's
// entry and the command line import it; every other package is given plain
// values.
package config

import (
	"errors"
	"fmt"
	"net"
	"net/url"
	"os"
	"slices"
	"strings"
	"time"
	_ "time/tzdata" // the image of the program has no zones of its own

	"github.com/spf13/viper"
)

// EnvPrefix begins the name of every variable of the environment that is a
// setting: the key in capitals, with dots as underscores, follows it.
const EnvPrefix = "DOSSIERBOT"

// Config holds the settings. Load makes a checked one.
type Config struct {
	Corpus  Corpus  `mapstructure:"corpus"`
	State   State   `mapstructure:"state"`
	Log     Log     `mapstructure:"log"`
	Discord Discord `mapstructure:"discord"`
	Digest  Digest  `mapstructure:"digest"`
	Health  Health  `mapstructure:"health"`

	// Warnings tell of variables of the environment that look like settings
	// and are none.
	Warnings []string `mapstructure:"-"`
}

// Corpus says which documents are read.
type Corpus struct {
	Path         string `mapstructure:"path"`           // folder or .jsonl file; empty: the bundled dossier
	MaxFileBytes int64  `mapstructure:"max_file_bytes"` // a larger file is left out

	Quiet   time.Duration `mapstructure:"quiet"`   // how long a file must have been left alone
	Compare time.Duration `mapstructure:"compare"` // between full comparisons
}

// State says where what outlives the process is kept.
type State struct {
	Dir string `mapstructure:"dir"` // empty: the user's own state folder
}

// Log says what is logged, to standard error.
type Log struct {
	Level  string `mapstructure:"level"`  // one of Levels, or empty: left to the command
	Format string `mapstructure:"format"` // one of Formats
}

// Levels lists what log.level may be.
func Levels() []string { return []string{"debug", "info", "warn", "error"} }

// Formats lists what log.format may be.
func Formats() []string { return []string{"text", "json"} }

// Discord says how the bot connects.
type Discord struct {
	Token     Secret `mapstructure:"token"`
	TokenFile string `mapstructure:"token_file"` // read where Token is empty
	APIURL    string `mapstructure:"api_url"`    // empty: Discord's own
	Guild     string `mapstructure:"guild"`      // the one server to register commands in; empty: everywhere
	Operators string `mapstructure:"operators"`  // id of the operators' channel; empty: none
}

// Digest says how digests are scheduled.
type Digest struct {
	TimeZone string `mapstructure:"time_zone"` // IANA name, for schedules that name none
}

// Health says where a running bot tells that it is well.
type Health struct {
	Address string `mapstructure:"address"` // host:port; empty: nowhere
}

// Options says where settings come from, besides the environment.
type Options struct {
	File  string            // a YAML file; empty: none
	Flags map[string]string // key to value, of the flags that were given
}

// Load reads the settings. A flag overrides the environment, which overrides
// the file, which overrides the default. An empty variable counts as unset.
// All that is wrong with them is joined in one error.
func Load(o Options) (Config, error) {
	v := viper.New()
	for _, s := range Settings() {
		v.SetDefault(s.Key, s.Default)
	}
	v.SetEnvPrefix(EnvPrefix)
	v.SetEnvKeyReplacer(strings.NewReplacer(".", "_"))
	v.AutomaticEnv()
	if o.File != "" {
		if err := readFile(v, o.File); err != nil {
			return Config{}, err
		}
	}
	for key, value := range o.Flags {
		v.Set(key, value)
	}
	c := Config{Warnings: unknownVariables(os.Environ())}
	if err := v.UnmarshalExact(&c); err != nil {
		return Config{}, fmt.Errorf("read the settings: %s", oneLine(err))
	}
	if err := c.Validate(); err != nil {
		return Config{}, err
	}
	return c, nil
}

// readFile adds the settings of a file, and refuses keys that are no settings.
func readFile(v *viper.Viper, path string) error {
	file := viper.New() // apart from v, so that its keys are those of the file alone
	file.SetConfigFile(path)
	file.SetConfigType("yaml")
	if err := file.ReadInConfig(); err != nil {
		return fmt.Errorf("settings file %s: %s", path, oneLine(err))
	}
	var problems []error
	for _, key := range slices.Sorted(slices.Values(file.AllKeys())) {
		if !isSetting(key) && !(isSection(key) && file.Get(key) == nil) {
			problems = append(problems, fmt.Errorf("settings file %s: unknown key %q; the nearest known one is %q",
				path, key, nearest(key, keys())))
		}
	}
	if len(problems) > 0 {
		return errors.Join(problems...)
	}
	return v.MergeConfigMap(file.AllSettings())
}

// oneLine folds the lists that parsers make of their errors into one line.
func oneLine(err error) string { return strings.Join(strings.Fields(err.Error()), " ") }

// Validate checks the settings and joins all that is wrong.
func (c Config) Validate() error {
	var problems []error
	wrong := func(key, format string, args ...any) {
		problems = append(problems, fmt.Errorf("setting %s: %s", key, fmt.Sprintf(format, args...)))
	}
	if c.Corpus.MaxFileBytes <= 0 {
		wrong("corpus.max_file_bytes", "want a number of bytes above 0, not %d", c.Corpus.MaxFileBytes)
	}
	if c.Log.Level != "" && !slices.Contains(Levels(), c.Log.Level) {
		wrong("log.level", "want one of %s, not %q", strings.Join(Levels(), ", "), c.Log.Level)
	}
	if !slices.Contains(Formats(), c.Log.Format) {
		wrong("log.format", "want one of %s, not %q", strings.Join(Formats(), ", "), c.Log.Format)
	}
	if c.Discord.APIURL != "" {
		if u, err := url.Parse(c.Discord.APIURL); err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
			wrong("discord.api_url", "want an address that begins with https:// or http://, not %q", c.Discord.APIURL)
		}
	}
	for key, d := range map[string]time.Duration{"corpus.quiet": c.Corpus.Quiet, "corpus.compare": c.Corpus.Compare} {
		if d < time.Millisecond {
			wrong(key, "want a time such as 2s or 3m, not %q", d)
		}
	}
	if strings.Trim(c.Discord.Guild, "0123456789") != "" {
		wrong("discord.guild", "want the number of a server (its id), not %q", c.Discord.Guild)
	}
	if strings.Trim(c.Discord.Operators, "0123456789") != "" {
		wrong("discord.operators", "want the number of a channel (its id), not %q", c.Discord.Operators)
	}
	if _, err := time.LoadLocation(c.Digest.TimeZone); err != nil || c.Digest.TimeZone == "" {
		wrong("digest.time_zone", "want a zone of the IANA list such as Europe/Vilnius, not %q", c.Digest.TimeZone)
	}
	if c.Health.Address != "" {
		if _, port, err := net.SplitHostPort(c.Health.Address); err != nil || port == "" {
			wrong("health.address", "want host:port, such as 127.0.0.1:8086, not %q", c.Health.Address)
		}
	}
	return errors.Join(problems...)
}
