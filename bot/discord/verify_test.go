package discord_test

import (
	"fmt"
	"strings"
	"testing"

	"dossierbot/bot/discord"
	"dossierbot/bot/discord/standin"
	"dossierbot/corpus"
	"dossierbot/handlers"
	"dossierbot/index"
)

func verify(quotation string, options ...standin.Option) standin.Interaction {
	return standin.Slash("verify", append([]standin.Option{opt("quotation", quotation)}, options...)...)
}

func TestVerify(t *testing.T) {
	t.Parallel()
	s := start(t, dossier(t), setup{})
	for _, c := range []struct {
		name, quotation string
		want            []string
	}{
		{"word for word", "We will not raise the fares this winter", []string{
			"**The dossier has this word for word, said by Mira Okafor (26 Nov 2025).**",
			"**Mira Okafor**, minister of transport of Vellamo — 26 Nov 2025",
			"> We will not raise the fares this winter\n", "· published", "also in", "1 of 1"}},
		{"altered", "We will soon raise the fares this winter", []string{
			"does not have this word for word", "other words than stand here",
			`> We will _\[-not-\]_ **{+soon+}** raise the fares this winter`}},
		{"in another order", "The islands have no other road. We will not raise the fares this winter, whatever the strike may cost us.", []string{
			"in another order", `{\~`}},
		{"shortened", "We will not raise the fares … whatever the strike may cost us", []string{
			"others between them that are left out here", `fares _\[-this winter-\]_ whatever`}},
		{"our note", "The harbour dues brought in nine million crowns", []string{
			"in a note of ours", "not of the source", "\nThe harbour dues brought in", "our note on"}},
		{"not there", "We will all swim to the islands", []string{"**The dossier does not have this", "The ferries of Vellamo", "8 documents"}},
		{"no words", "…", []string{"**There is no quotation.**"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			checkText(t, s.Send(verify(c.quotation)), c.want...)
		})
	}
}

func TestVerifyContext(t *testing.T) {
	t.Parallel()
	s := start(t, dossier(t), setup{})
	r := s.Send(verify("The islands have no other road", opt("private", true)))
	checkLabels(t, r, "Context", "Cite")
	if !r.Private() {
		t.Error("asked in private, answered in public")
	}
	checkText(t, s.Send(s.Press(r, "Context")), "**The passage**", "The islands have no other road.")
	if r := s.Send(verify(strings.Repeat("ferries ", 749))); r.Private() {
		t.Errorf("a quotation of 6,000 characters: %s", r.Text)
	}
}

func TestGreatestVerdict(t *testing.T) {
	r := handlers.VerifyReply{
		Outcome: index.Altered, Answer: huge(900), Notes: []string{huge(900), huge(900)}, Total: 100000,
		Dossier: handlers.Dossier{Title: huge(900), Documents: 100000},
	}
	for i := range 3 {
		p := handlers.Place{About: hugeAbout(), Key: fmt.Sprintf("%016d", i), Whose: huge(900), Difference: huge(900)}
		for j := range 20 {
			p.Statements = append(p.Statements, handlers.Statement{Name: huge(200) + fmt.Sprint(j), Office: huge(200), Kind: corpus.Reported, Asked: true})
			p.AlsoIn = append(p.AlsoIn, handlers.AlsoIn{Title: handlers.Optional(huge(300)), Source: handlers.Optional(huge(300))})
			for _, kind := range []index.EditKind{index.Same, index.InText, index.Asked, index.Elided, index.Moved} {
				p.Edits = append(p.Edits, handlers.Edit{Kind: kind, Text: huge(300)})
			}
		}
		r.Places = append(r.Places, p)
	}
	s := checkLimits(t, discord.Verdict(r, false))
	if len(s.labels) != 6 || strings.Count(s.text, "\n> ") < 3 || !strings.Contains(s.text, "1–3 of 100000") {
		t.Errorf("not every place has its room: %v\n%s", s.labels, s.text)
	}
	if found := live.FindString(strings.ReplaceAll(s.text, "](<https://", "")); found != "" {
		t.Errorf("%q is live in:\n%s", found, s.text)
	}
	checkLimits(t, discord.Verdict(handlers.VerifyReply{}, true))
}
