package standin_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossierbot/bot/discord/standin"
)

func TestFaultsOfFormsAreFound(t *testing.T) {
	s := standin.Start(tolerant{t}, standin.Options{})
	const field = `{"type": 1, "components": [{"type": 4, "custom_id": "t#", "style": 1, "label": "Time"}]}`
	form := func(id, title, components string) string {
		return `{"type": 9, "data": {"custom_id": "` + id + `", "title": "` + title + `", "components": [` + components + `]}}`
	}
	with := func(attributes string) string {
		return form("f", "F", strings.ReplaceAll(field, `"Time"`, `"Time", `+attributes))
	}
	for _, c := range []struct{ name, body, want string }{
		{"a good form", form("f", "F", `{"type": 10, "content": "a"},`+many(2, field)), ""},
		{"a field with all", with(`"placeholder": "p", "value": "v", "min_length": 1, "max_length": 5, "required": false`), ""},
		{"no id", form("", "F", field), "custom_id of a form"},
		{"a long id", form(strings.Repeat("f", 101), "F", field), "custom_id of a form has 101"},
		{"a long title", form("f", strings.Repeat("F", 46), field), "title of a form has 46"},
		{"no fields", form("f", "F", `{"type": 10, "content": "a"}`), "0 of them fields"},
		{"six fields", form("f", "F", many(6, field)), "6 components"},
		{"one field twice", form("f", "F", many(2, strings.ReplaceAll(field, "#", ""))), `"t" twice`},
		{"a bare field", form("f", "F", `{"type": 4, "custom_id": "t", "style": 1, "label": "Time"}`), "component of type 4"},
		{"two fields in a row", form("f", "F", `{"type": 1, "components": [{"type": 4, "custom_id": "a", "style": 1, "label": "A"}, {"type": 4, "custom_id": "b", "style": 1, "label": "B"}]}`), "holds 2"},
		{"a button", form("f", "F", `{"type": 1, "components": [{"type": 2, "style": 1, "label": "a", "custom_id": "x"}]}`), "component of type 2"},
		{"a long label", strings.ReplaceAll(with(`"value": ""`), "Time", strings.Repeat("T", 46)), "label of a field has 46"},
		{"a long placeholder", with(`"placeholder": "` + strings.Repeat("p", 101) + `"`), "placeholder of a field has 101"},
		{"a value that is too long", with(`"max_length": 3, "value": "four"`), "value of a field has 4"},
		{"lengths the wrong way", with(`"min_length": 4, "max_length": 3`), "of 4 to 3"},
		{"an unknown style", strings.ReplaceAll(with(`"value": ""`), `"style": 1`, `"style": 3`), "style 3"},
	} {
		t.Run(c.name, func(t *testing.T) {
			do(t, s, "POST", "/interactions/1/t/callback", "application/json", c.body, "")
			made := s.Requests()
			faults := strings.Join(made[len(made)-1].Faults, "\n")
			if c.want == "" && faults != "" || !strings.Contains(faults, c.want) {
				t.Errorf("faults %q, want one of %q", faults, c.want)
			}
		})
	}
}

func TestSubmit(t *testing.T) {
	s := standin.Start(t, standin.Options{})
	r := standin.Reply{Type: 9, Form: standin.Form{CustomID: "f", Flags: 64, Inputs: []standin.Input{{CustomID: "a", Value: "as it was"}, {CustomID: "b"}}}}
	i := s.Submit(r, map[string]string{"b": "typed"})
	var values []any
	for _, row := range i.Raw.(map[string]any)["components"].([]any) {
		for _, field := range row.(map[string]any)["components"].([]any) {
			values = append(values, field.(map[string]any)["value"])
		}
	}
	if diff := cmp.Diff([]any{"as it was", "typed"}, values); diff != "" || i.Type != 5 || i.Flags != 64 {
		t.Errorf("%+v, values (-want +got):\n%s", i, diff)
	}
}

// TestFormCannotAnswerForm: as Discord has it.
func TestFormCannotAnswerForm(t *testing.T) {
	s := standin.Start(tolerant{t}, standin.Options{Deadline: 1e9})
	c := client(t, s, s.Token())
	answers := make(chan string, 1)
	go func() {
		for {
			var p struct {
				T string
				D struct{ ID, Token string }
			}
			if c.ReadJSON(&p) != nil {
				return
			}
			if p.T == "INTERACTION_CREATE" {
				_, body := do(t, s, "POST", "/interactions/"+p.D.ID+"/"+p.D.Token+"/callback", "application/json",
					`{"type": 9, "data": {"custom_id": "f", "title": "F", "components": [{"type": 1, "components": [{"type": 4, "custom_id": "t", "style": 1, "label": "T"}]}]}}`, "")
				answers <- body
			}
		}
	}()
	if _, err := s.TrySend(standin.Interaction{Type: 5, Raw: map[string]any{"custom_id": "f", "components": []any{}}}); err != standin.ErrNoAnswer {
		t.Errorf("answered: %v", err)
	}
	if got := <-answers; !strings.Contains(got, "a form cannot answer a form") {
		t.Errorf("the stand-in says %q", got)
	}
}
