package standin

import (
	"regexp"
	"slices"
	"strings"
)

// nameRule is Discord's for the names of chat commands and options.
// https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-naming
var nameRule = regexp.MustCompile(`^[-_'ʼ\p{L}\p{N}\p{Devanagari}\p{Thai}]{1,32}$`)

// What a command, an option and a choice may hold.
var (
	commandKeys = strings.Fields(`id application_id type name name_localizations description description_localizations options
		default_member_permissions dm_permission default_permission contexts integration_types nsfw handler`)
	optionKeys = strings.Fields(`type name name_localizations description description_localizations required choices options
		channel_types min_value max_value min_length max_length autocomplete`)
	choiceKeys = strings.Fields(`name name_localizations value`)
)

func (f *faults) commands(v any) {
	all := list(v)
	if single, ok := v.(map[string]any); ok {
		all = []any{single}
	}
	if len(all) > 100 {
		f.add("%d commands", len(all))
	}
	seen := map[string]bool{}
	for _, c := range all {
		c, _ := c.(map[string]any)
		name := text(c["name"])
		if seen[name] {
			f.add("command %q twice", name)
		}
		seen[name] = true
		f.unknown("command "+name, c, commandKeys)
		f.named("command "+name, c)
		f.options("command "+name, list(c["options"]))
		if n := commandLength(c); n > maxCommand {
			f.add("command %q has %d characters in all", name, n)
		}
	}
}

func (f *faults) options(of string, options []any) {
	if len(options) > 25 {
		f.add("%s: %d options", of, len(options))
	}
	seen := map[string]bool{}
	optional := false
	for _, o := range options {
		o, _ := o.(map[string]any)
		name := text(o["name"])
		here := of + ", option " + name
		for locale, n := range localized(o, "name") {
			if seen[locale+" "+n] {
				f.add("%s: the name is there twice in %q", here, locale)
			}
			seen[locale+" "+n] = true
		}
		required, _ := o["required"].(bool)
		if required && optional {
			f.add("%s: required after an optional one", here)
		}
		optional = optional || !required
		f.unknown(here, o, optionKeys)
		f.named(here, o)
		choices := list(o["choices"])
		if auto, _ := o["autocomplete"].(bool); auto && len(choices) > 0 {
			f.add("%s: both choices and autocomplete", here)
		}
		for _, c := range choices {
			c, _ := c.(map[string]any)
			f.unknown(here, c, choiceKeys)
			if n := units(text(c["name"])); n < 1 || n > 100 {
				f.add("%s: a choice whose name has %d characters", here, n)
			}
		}
		f.options(here, list(o["options"]))
	}
}

// named checks the name and the description, in every language.
func (f *faults) named(what string, m map[string]any) {
	for locale, n := range localized(m, "name") {
		if !nameRule.MatchString(n) || strings.ToLower(n) != n {
			f.add("%s: the name %q in %q", what, n, locale)
		}
	}
	for locale, d := range localized(m, "description") {
		if n := units(d); n < 1 || n > 100 {
			f.add("%s: a description of %d characters in %q", what, n, locale)
		}
	}
}

// localized is a field by language; the default has the empty key.
func localized(m map[string]any, field string) map[string]string {
	out := map[string]string{"": text(m[field])}
	others, _ := m[field+"_localizations"].(map[string]any)
	for locale, v := range others {
		out[locale] = text(v)
	}
	return out
}

func (f *faults) unknown(what string, m map[string]any, known []string) {
	for key, v := range m {
		if v != nil && !slices.Contains(known, key) {
			f.add("%s: unknown field %q", what, key)
		}
	}
}

// commandLength counts as Discord does: of each field the longest language.
func commandLength(m map[string]any) int {
	longest := func(field string) int {
		n := 0
		for _, s := range localized(m, field) {
			n = max(n, units(s))
		}
		return n
	}
	n := longest("name") + longest("description") + units(text(m["value"]))
	for _, key := range []string{"options", "choices"} {
		for _, o := range list(m[key]) {
			if o, ok := o.(map[string]any); ok {
				n += commandLength(o)
			}
		}
	}
	return n
}
