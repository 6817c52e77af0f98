package discord_test

import (
	"bytes"
	"net/http"
	"strings"
	"testing"

	"dossierbot/bot/discord"
	"dossierbot/bot/discord/standin"
)

// TestFiles sends messages with files as Discord wants them. The interaction
// is none that waits, so that a message without fault gets 404.
func TestFiles(t *testing.T) {
	s := standin.Start(t, standin.Options{})
	for name, files := range map[string][]discord.File{
		"none":                 {},
		"a picture":            {{Name: "chart.png", Content: []byte("\x89PNG"), Alt: "Two bars, the second higher"}},
		"a picture in no word": {{Name: "chart.png", Content: []byte("\x89PNG"), Alt: "\u200b "}},
		"a long description":   {{Name: "chart.png", Content: []byte("\x89PNG"), Alt: strings.Repeat("𝕏 ", 2000)}},
		"files":                {{Name: "answer.md", Content: []byte("# a")}, {Name: "answer.csv", Content: []byte("a,b\r\n")}},
		"an empty file":        {{Name: "answer.md"}},
		"too large together":   {{Name: "a.bin", Content: make([]byte, 6<<20)}, {Name: "b.bin", Content: make([]byte, 6<<20)}},
		"eleven": {{Name: "0"}, {Name: "1"}, {Name: "2"}, {Name: "3"}, {Name: "4"}, {Name: "5"},
			{Name: "6"}, {Name: "7"}, {Name: "8"}, {Name: "9"}, {Name: "10"}},
	} {
		t.Run(name, func(t *testing.T) {
			m := discord.WithFiles(files...)
			checkLimits(t, m)
			kind, body, err := discord.Body(m)
			if err != nil {
				t.Fatal(err)
			}
			resp, err := http.Post(s.URL()+"/api/v10/interactions/1/t/callback", kind, bytes.NewReader(body))
			if err != nil {
				t.Fatal(err)
			}
			resp.Body.Close()
			if resp.StatusCode != http.StatusNotFound {
				t.Errorf("status %d, want 404", resp.StatusCode)
			}
			if isForm := strings.HasPrefix(kind, "multipart/form-data"); isForm != (len(files) > 0) {
				t.Errorf("%d files are sent as %s", len(files), kind)
			}
			for _, f := range files[:min(len(files), 1)] {
				if !bytes.Contains(body, f.Content) {
					t.Error("the first file is not in it")
				}
			}
		})
	}
}
