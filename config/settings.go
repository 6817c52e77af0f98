package config

import (
	"fmt"
	"slices"
	"strings"
)

// Setting is a line of the table of settings.
type Setting struct {
	Key     string
	Default any    // a string or an int64
	Meaning string // for people, in Markdown
}

// Variable is the variable of the environment that sets it.
func (s Setting) Variable() string {
	return EnvPrefix + "_" + strings.ToUpper(strings.ReplaceAll(s.Key, ".", "_"))
}

// Settings lists every setting there is, with its default.
func Settings() []Setting {
	return []Setting{
		{"corpus.path", "", "folder or `.jsonl` file of documents; empty: the bundled dossier"},
		{"corpus.max_file_bytes", int64(64 << 20), "a larger file is left out, with a warning"},
		{"corpus.quiet", "2s", "how long a file must have been left alone before `serve` takes it in"},
		{"corpus.compare", "3m", "how often `serve` compares the whole folder, for folders that tell no changes"},
		{"state.dir", "", "folder for index, revisions, subscriptions and ledger; empty: `$XDG_STATE_HOME/dossierbot`, one sub-folder a corpus"},
		{"log.level", "", "`debug`, `info`, `warn` or `error`; empty: `info` for `serve`, else `warn`"},
		{"log.format", "text", "`text` or `json`"},
		{"discord.token", "", "the bot's token; wins over `discord.token_file`"},
		{"discord.token_file", "", "file that holds the token"},
		{"discord.api_url", "", "where Discord's API is; empty: Discord's own"},
		{"discord.guild", "", "id of the one server to register commands in (development); empty: everywhere"},
		{"discord.operators", "", "id of the channel that is told what an operator must mend; empty: whoever subscribed is told of a pause, and the log of the rest"},
		{"digest.time_zone", "UTC", "time zone of schedules that name none, such as `Europe/Vilnius`"},
		{"health.address", "", "`host:port` where `serve` tells its health and `health` asks; empty: off"},
	}
}

func keys() []string {
	var out []string
	for _, s := range Settings() {
		out = append(out, s.Key)
	}
	return out
}

func isSetting(key string) bool { return slices.Contains(keys(), key) }

// isSection tells whether settings stand below the key.
func isSection(key string) bool {
	return slices.ContainsFunc(keys(), func(k string) bool { return strings.HasPrefix(k, key+".") })
}

// unknownVariables warns of variables that begin as settings do and are none.
// They are no error: container platforms set such variables on their own.
func unknownVariables(environ []string) []string {
	var known []string
	for _, s := range Settings() {
		known = append(known, s.Variable())
	}
	var out []string
	for _, entry := range environ {
		name, _, _ := strings.Cut(entry, "=")
		if strings.HasPrefix(name, EnvPrefix+"_") && !slices.Contains(known, name) {
			out = append(out, fmt.Sprintf("the variable %s is no setting and is ignored; the nearest one is %s",
				name, nearest(name, known)))
		}
	}
	return out
}

// nearest is the candidate that the fewest edits make of what was written.
func nearest(written string, candidates []string) string {
	return slices.MinFunc(candidates, func(a, b string) int {
		return distance(written, a) - distance(written, b)
	})
}

// distance counts the edits between a key as written and a known one; a key
// that only lacks its section is one edit away.
func distance(written, known string) int {
	if _, last, ok := strings.Cut(known, "."); ok && last == written {
		return 1
	}
	return levenshtein(written, known)
}

// levenshtein is the least number of letters to insert, delete or replace.
func levenshtein(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			replaced := diagonal
			if a[i] != b[j] {
				replaced++
			}
			diagonal = row[j+1]
			row[j+1] = min(replaced, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
