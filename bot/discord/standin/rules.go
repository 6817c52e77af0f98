package standin

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf16"
)

// The types of component that the rules are about.
const (
	typeRow       = 1
	typeButton    = 2
	typeMenu      = 3
	typeSection   = 9
	typeText      = 10
	flagV2        = 1 << 15
	maxComponents = 40
	maxText       = 4000
	maxEmbeds     = 6000
	maxContent    = 2000
	maxCommand    = 8000
	maxNonce      = 25
)

var messagePath = regexp.MustCompile(`^/(interactions/[^/]+/[^/]+/callback|webhooks/.*|channels/[^/]+/messages(/[^/]+)?)$`)

// ruleFaults are the breaches of rules that Discord's description of its API
// leaves out.
func ruleFaults(c call) []string {
	var v any
	if json.Unmarshal(c.body, &v) != nil {
		return []string{"the body is no JSON"}
	}
	f := &faults{}
	switch {
	case strings.HasSuffix(c.path, "/commands"):
		f.commands(v)
	case messagePath.MatchString(c.path):
		m, _ := v.(map[string]any)
		kind := 4.0
		if strings.HasPrefix(c.path, "/interactions/") {
			kind, _ = m["type"].(float64)
			m, _ = m["data"].(map[string]any)
		}
		switch kind {
		case 4, 7:
			f.message(m)
			f.files(m, c.files)
		case 8:
			f.choices(m)
		case 9:
			f.form(m)
		}
	}
	return f.list
}

type faults struct{ list []string }

func (f *faults) add(format string, args ...any) {
	f.list = append(f.list, fmt.Sprintf(format, args...))
}

func (f *faults) message(m map[string]any) {
	if units(text(m["content"])) > maxContent {
		f.add("content of more than %d characters", maxContent)
	}
	if nonce, ok := m["nonce"].(string); ok && (nonce == "" || units(nonce) > maxNonce) {
		f.add("a nonce of %d characters", units(nonce))
	}
	embeds := 0
	for _, e := range list(m["embeds"]) {
		embeds += embedText(e)
	}
	if embeds > maxEmbeds {
		f.add("embeds of more than %d characters", maxEmbeds)
	}
	mentions, ok := m["allowed_mentions"].(map[string]any)
	parse, isList := mentions["parse"].([]any)
	if !ok || !isList || len(parse)+len(list(mentions["users"]))+len(list(mentions["roles"])) > 0 {
		f.add("allowed_mentions does not forbid all mentions: %v", m["allowed_mentions"])
	}
	v2 := number(m["flags"])&flagV2 != 0
	if v2 {
		for _, key := range []string{"content", "embeds", "poll", "stickers"} {
			if m[key] != nil {
				f.add("%s beside components of the second version", key)
			}
		}
		if len(list(m["components"])) == 0 {
			f.add("no components")
		}
	} else if m["content"] == nil && len(list(m["embeds"])) == 0 && len(list(m["components"])) == 0 {
		f.add("an empty message")
	}
	f.components(list(m["components"]), v2)
}

func (f *faults) components(top []any, v2 bool) {
	count, length := 0, 0
	ids, numbers := map[string]bool{}, map[int]bool{}
	walk(top, func(c map[string]any) {
		count++
		kind := number(c["type"])
		if n := number(c["id"]); n != 0 && numbers[n] {
			f.add("component %d twice", n)
		} else {
			numbers[n] = true
		}
		if kind >= typeSection && !v2 {
			f.add("component of type %d without the flag for it", kind)
		}
		if id, ok := c["custom_id"].(string); ok {
			if ids[id] {
				f.add("custom_id %q twice", id)
			}
			ids[id] = true
			if id == "" || units(id) > 100 {
				f.add("custom_id of %d characters", units(id))
			}
		}
		switch kind {
		case typeText:
			length += units(text(c["content"]))
			if strings.TrimSpace(text(c["content"])) == "" {
				f.add("an empty text")
			}
		case typeButton:
			f.button(c)
		case typeMenu:
			f.menu(c)
		case typeRow:
			f.row(list(c["components"]))
		}
	})
	if count > maxComponents {
		f.add("%d components", count)
	}
	if length > maxText {
		f.add("text of %d characters", length)
	}
}

func (f *faults) button(c map[string]any) {
	style := number(c["style"])
	if (style == 5) != (c["url"] != nil) || (style == 5) == (c["custom_id"] != nil) {
		f.add("button %q needs either a custom_id or the style and address of a link", c["label"])
	}
	if text(c["label"]) == "" && c["emoji"] == nil {
		f.add("a button without label")
	}
}

func (f *faults) menu(c map[string]any) {
	values := map[string]bool{}
	for _, o := range list(c["options"]) {
		o, _ := o.(map[string]any)
		if v := text(o["value"]); v == "" || values[v] {
			f.add("menu entry with the value %q, empty or twice", v)
		} else {
			values[v] = true
		}
		for key, least := range map[string]int{"label": 1, "value": 1, "description": 0} {
			if n := units(text(o[key])); n < least || n > 100 {
				f.add("menu entry whose %s has %d characters", key, n)
			}
		}
	}
}

func (f *faults) row(in []any) {
	menus := 0
	for _, c := range in {
		c, _ := c.(map[string]any)
		if kind := number(c["type"]); kind != typeButton {
			menus++
		}
	}
	if len(in) == 0 || len(in) > 5 || menus > 1 || menus == 1 && len(in) > 1 {
		f.add("a row of %d components, %d of them menus", len(in), menus)
	}
}

func (f *faults) choices(m map[string]any) {
	choices, ok := m["choices"].([]any)
	if !ok {
		f.add("no list of choices")
	}
	if len(choices) > 25 {
		f.add("%d choices", len(choices))
	}
	for _, c := range choices {
		c, _ := c.(map[string]any)
		for _, key := range []string{"name", "value"} {
			if n := units(text(c[key])); n < 1 || n > 100 {
				f.add("choice whose %s has %d characters", key, n)
			}
		}
	}
}

// walk visits all components below, in order.
func walk(components []any, visit func(map[string]any)) {
	for _, c := range components {
		c, ok := c.(map[string]any)
		if !ok {
			continue
		}
		visit(c)
		walk(list(c["components"]), visit)
		if a, ok := c["accessory"]; ok {
			walk([]any{a}, visit)
		}
	}
}

func embedText(e any) int {
	n := 0
	switch e := e.(type) {
	case map[string]any:
		for key, v := range e {
			switch key {
			case "title", "description", "name", "value", "text":
				n += units(text(v))
			case "author", "footer", "fields":
				n += embedText(v)
			}
		}
	case []any:
		for _, v := range e {
			n += embedText(v)
		}
	}
	return n
}

func units(s string) int { return len(utf16.Encode([]rune(s))) }

func text(v any) string {
	s, _ := v.(string)
	return s
}

func list(v any) []any {
	l, _ := v.([]any)
	return l
}

func number(v any) int {
	n, _ := v.(float64)
	return int(n)
}
