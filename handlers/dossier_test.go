package handlers_test

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"testing"

	"dossierbot/handlers"
)

// railway is a small dossier: two articles with one paragraph in common, a
// note, an undated text, namesakes, and a role that ended within a year.
var railway = map[string]string{
	"dossier.yaml": `title: The Kesten cog railway
documents:
  - path: chronicle.txt
    id: chronicle-2024
    title: Railway R&D to cost more
    author: Tove Almgren
    source: Valley Chronicle
    url: https://chronicle.example/railway?a=1&b=2
    published: 2024-03-12
    language: en
  - path: courier.txt
    title: Rope or rack
    source: Highland Courier
    published: 2024-03-14
    language: en
  - path: summit.txt
    title: Summit station reopens
    source: Highland Courier
    published: 2025-09
    language: en
`,
	"actors.yaml": `actors:
  - id: dahlke
    name: Hanne Dahlke
    aliases: [Ханне Дальке, Minister Dahlke]
    roles:
      - {title: transport minister, of: kesten, from: 2023-02-01, to: 2024-10-31}
      - {title: envoy, of: Alpine League, from: 2024-11-01, to: ..}
      - {title: member, of: Green Valley}
    positions:
      - topic: rack
        stance: for
        summary: Wants the old rack railway kept, whatever the rope costs.
        as_of: 2024-03-11
        documents: [chronicle-2024]
      - topic: fares
        stance: against
        summary: Refuses to raise the fares before the winter.
        as_of: 2025-09
        documents: [summit.txt, courier.txt]
  - id: ilja-vorn
    name: Ilja Vorn
    roles: [{title: director, of: railway-company, from: 2021, to: 2024}]
  - id: agda-vorn
    name: Agda Vorn
    roles: [{title: mayor, of: Oberkesten, from: 2022-05, to: ..}]
  - id: railway-company
    name: Kesten Railway Company
    kind: institution
  - id: kesten
    name: Kesten
    kind: state
`,
	"topics.yaml": `topics:
  - id: rack
    name: The rack railway
    synonyms: [cog railway, rack and pinion]
  - id: fares
    name: Fares
    synonyms: [ticket prices]
`,
	"chronicle.txt": "The ministry of transport published its accounts on Tuesday morning, after a delay of several weeks.\n\n" +
		shared1 + "\n\n" +
		"Agda Vorn argued on 5 March 2024 that the tunnel would flood the meadows below Oberkesten. Rolf Maar, a farmer, sold his cows.\n",
	"courier.txt": shared1 + "\n\n" +
		"Ilja Vorn said on 13 March 2024 that the locomotives were older than their drivers.\n",
	"summit.txt":  "“The fares stay where they are until the snow has gone,” Hanne Dahlke said on 2 September 2025. The summit station was opened again on 30 August 2025.\n",
	"undated.txt": "Hanne Dahlke climbed to the summit on foot and drank from the well. The locomotives whistle at the summit twice a day.\n",
	"chronicle-note.md": "---\nform: note\ntitle: Railway R&D to cost more\nsource: Valley Chronicle\npublished: 2024-03-12\n---\n" +
		"The Chronicle reports that the gondola would need eleven pylons.\n",
}

const shared1 = "“A rack lasts a hundred years and a rope lasts ten,” Hanne Dahlke said on 11 March 2024. " +
	"The minister had visited the workshops of the railway with engineers from three valleys and a choir of pensioners."

// with is a dossier with some files replaced; the empty text takes one out.
func with(files map[string]string, changed ...string) map[string]string {
	out := maps.Clone(files)
	for i := 0; i < len(changed); i += 2 {
		if out[changed[i]] = changed[i+1]; changed[i+1] == "" {
			delete(out, changed[i])
		}
	}
	return out
}

// serve makes the handlers of a dossier of these files.
func serve(t testing.TB, files map[string]string) *handlers.Handlers {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return open(t, dir)
}

// problem is the *Problem that an error must be.
func problem(t testing.TB, err error) *handlers.Problem {
	t.Helper()
	var p *handlers.Problem
	if !errors.As(err, &p) {
		t.Fatalf("error %v, want a problem that can be mended", err)
	}
	return p
}

func ask(t testing.TB, h *handlers.Handlers, r handlers.AskRequest) handlers.AskReply {
	t.Helper()
	reply, err := h.Ask(t.Context(), r)
	if err != nil {
		t.Fatalf("ask %q: %v", r.Question, err)
	}
	return reply
}

func actor(t testing.TB, h *handlers.Handlers, name string) handlers.ActorReply {
	t.Helper()
	reply, err := h.Actor(t.Context(), handlers.ActorRequest{Name: name})
	if err != nil {
		t.Fatalf("actor %q: %v", name, err)
	}
	return reply
}
