package config

import (
	"fmt"
	"io"
	"log/slog"
	"os"
	"strings"
)

// Secret is a text that no log, message or JSON shows: whatever prints it
// prints "[redacted]", or nothing where it is empty. string(s) reveals it.
type Secret string

// redacted is what is shown of a secret.
func (s Secret) redacted() string {
	if s == "" {
		return ""
	}
	return "[redacted]"
}

// Format prints the secret redacted for every verb of package fmt; a String
// method would leave the verbs for numbers to print it in an error message.
func (s Secret) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, s.redacted()) }

// LogValue redacts the secret in logs.
func (s Secret) LogValue() slog.Value { return slog.StringValue(s.redacted()) }

// MarshalText redacts the secret in JSON and YAML.
func (s Secret) MarshalText() ([]byte, error) { return []byte(s.redacted()), nil }

// BotToken is the token to connect with: that of discord.token or, where it
// is empty, the content of discord.token_file. It is empty where neither is
// set.
func (d Discord) BotToken() (Secret, error) {
	if d.Token != "" || d.TokenFile == "" {
		return d.Token, nil
	}
	content, err := os.ReadFile(d.TokenFile)
	if err != nil {
		return "", fmt.Errorf("setting discord.token_file: %w", err)
	}
	token := Secret(strings.TrimSpace(string(content)))
	if token == "" {
		return "", fmt.Errorf("setting discord.token_file: %s is empty", d.TokenFile)
	}
	return token, nil
}
