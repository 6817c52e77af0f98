package standin

// Discord's limits of a form (a modal).
const (
	typeInput      = 4
	maxFormRows    = 5
	maxFormTitle   = 45
	maxFormLabel   = 45
	maxPlaceholder = 100
	maxInput       = 4000
)

// Form is a form that a button opened.
type Form struct {
	CustomID, Title string
	Text            string // what it says beside the fields
	Inputs          []Input
	Flags           int // of the message that the button stands on
}

// Input is a field of a form.
type Input struct {
	CustomID, Label, Value string
	Required               bool
}

// Submit sends a form with values by the ids of its fields; a field without
// one keeps what it was filled with. It ends the test where there is no such
// field, or none of the reply is a form.
func (s *Server) Submit(form Reply, values map[string]string) Interaction {
	s.t.Helper()
	rows := []any{}
	used := 0
	for n, in := range form.Form.Inputs {
		value, ok := values[in.CustomID]
		if ok {
			used++
		} else {
			value = in.Value
		}
		if in.Required && value == "" {
			s.t.Fatalf("Discord would not send the form: %q is empty", in.Label)
		}
		rows = append(rows, map[string]any{"type": typeRow, "id": 2*n + 1, "components": []any{
			map[string]any{"type": typeInput, "id": 2*n + 2, "custom_id": in.CustomID, "value": value},
		}})
	}
	if form.Type != 9 || used != len(values) {
		s.t.Fatalf("no form with the fields %v: %+v", values, form.Form)
	}
	return Interaction{Type: 5, CustomID: form.Form.CustomID, Flags: form.Form.Flags, Raw: map[string]any{"custom_id": form.Form.CustomID, "components": rows}}
}

// form holds a form against Discord's rules.
func (f *faults) form(m map[string]any) {
	f.length("custom_id of a form", m["custom_id"], 1, 100)
	f.length("title of a form", m["title"], 1, maxFormTitle)
	rows := list(m["components"])
	inputs := 0
	ids := map[string]bool{}
	for _, r := range rows {
		r, _ := r.(map[string]any)
		in := list(r["components"])
		switch kind := number(r["type"]); {
		case kind == typeText:
			f.length("text in a form", r["content"], 1, maxText)
			continue
		case kind != typeRow || len(in) != 1:
			f.add("a form with a component of type %d that holds %d", kind, len(in))
			continue
		}
		field, _ := in[0].(map[string]any)
		if number(field["type"]) != typeInput {
			f.add("a form with a component of type %d", number(field["type"]))
			continue
		}
		inputs++
		f.input(field, ids)
	}
	if inputs == 0 || len(rows) > maxFormRows {
		f.add("a form of %d components, %d of them fields", len(rows), inputs)
	}
}

func (f *faults) input(field map[string]any, ids map[string]bool) {
	id := text(field["custom_id"])
	if ids[id] {
		f.add("field %q twice", id)
	}
	ids[id] = true
	most := maxInput
	if n, ok := field["max_length"]; ok {
		most = number(n)
	}
	if most < 1 || most > maxInput || number(field["min_length"]) > most {
		f.add("field %q of %d to %d characters", id, number(field["min_length"]), most)
	}
	f.length("custom_id of a field", id, 1, 100)
	f.length("label of a field", field["label"], 1, maxFormLabel)
	f.length("placeholder of a field", field["placeholder"], 0, maxPlaceholder)
	f.length("value of a field", field["value"], 0, most)
	if style := number(field["style"]); style != 1 && style != 2 {
		f.add("field %q of style %d", id, style)
	}
}

func (f *faults) length(what string, v any, least, most int) {
	if n := units(text(v)); n < least || n > most {
		f.add("%s has %d characters", what, n)
	}
}

// readForm reads the form of an answer.
func readForm(data map[string]any) Form {
	form := Form{CustomID: text(data["custom_id"]), Title: text(data["title"])}
	walk(list(data["components"]), func(c map[string]any) {
		switch number(c["type"]) {
		case typeInput:
			required, given := c["required"].(bool)
			form.Inputs = append(form.Inputs, Input{text(c["custom_id"]), text(c["label"]), text(c["value"]), required || !given})
		case typeText:
			form.Text = text(c["content"])
		}
	})
	return form
}
