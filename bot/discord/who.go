package discord

import (
	"slices"

	"dossierbot/corpus"
	"dossierbot/handlers"
)

// head says who speaks in a hit, in what office, and when: a line a speaker.
// Where the question did not ask for statements it says only that these are
// quoted in it, so that nobody takes the whole for their words.
func head(h handlers.Hit) string {
	bySpeaker := map[string][]handlers.Statement{}
	var speakers []string
	for _, s := range shownStatements(h) {
		who := speaker(s)
		if bySpeaker[who] == nil {
			speakers = append(speakers, who)
		}
		bySpeaker[who] = append(bySpeaker[who], s)
	}
	var lines []string
	for _, who := range speakers {
		said := bySpeaker[who]
		text := who + " — " + saidOn(said)
		if said[0].Asked {
			text += paraphrase(h.About, kindsOf(said)...)
		} else {
			text = "-# in it: " + text
		}
		lines = append(lines, text)
	}
	return upTo(lines, "\n", "-# and %d more", textOfHead)
}

// saidOn are the dates of statements, each once, in their order. Where one
// time is told for some and reckoned for others, it says so.
func saidOn(statements []handlers.Statement) string {
	var times []string
	stated, inferred := map[string]bool{}, map[string]bool{}
	for _, s := range statements {
		if s.Latest {
			if !slices.Contains(times, s.When) {
				times = append(times, s.When)
			}
			continue
		}
		d := s.Said
		if d.Basis == corpus.Inferred {
			d.Basis = corpus.Stated
			inferred[d.Human()] = true
		} else {
			stated[d.Human()] = true
		}
		if !slices.Contains(times, d.Human()) {
			times = append(times, d.Human())
		}
	}
	for i, t := range times {
		switch {
		case inferred[t] && stated[t]:
			times[i] += " (partly inferred)"
		case inferred[t]:
			times[i] += " (inferred)"
		}
	}
	return upTo(times, "; ", "%d more", textOfHead/3)
}

func kindsOf(statements []handlers.Statement) []corpus.Kind {
	kinds := make([]corpus.Kind, len(statements))
	for i, s := range statements {
		kinds[i] = s.Kind
	}
	return kinds
}

// paraphrase says whose words statements are in where they are not the
// speaker's own.
func paraphrase(a handlers.About, kinds ...corpus.Kind) string {
	direct, reported := 0, 0
	for _, k := range kinds {
		switch k {
		case corpus.Direct, "":
			direct++
		case corpus.Reported:
			reported++
		}
	}
	partly := "partly "
	switch len(kinds) {
	case direct:
		return ""
	case reported:
		partly = ""
	}
	if a.Form == corpus.Note {
		return " · " + partly + "in our words"
	}
	return " · " + partly + "reported by " + reporter(a)
}

func speaker(s handlers.Statement) string {
	name := s.Name
	if name == "" {
		name = string(s.SpeakerText)
	}
	if name == "" {
		return "**Speaker not named**"
	}
	who := "**" + line(name, textOfName) + "**"
	if s.Office != "" {
		who += ", " + line(s.Office, textOfName)
	}
	return who
}

func reporter(a handlers.About) string {
	switch {
	case a.Author != "":
		return line(string(a.Author), textOfName)
	case a.Source != "":
		return line(string(a.Source), textOfName)
	}
	return "the document"
}
