package discord

import (
	"context"
	"fmt"
	"strings"
	"time"
)

// status shows how things stand, to the one who asked alone. What the dossier
// is, anybody may know; what goes wrong and what is told to whom, those who may
// manage channels.
func (a answerer) status(ctx context.Context, i interaction) (message, error) {
	guild := ""
	if mayManage(i) == nil {
		guild = i.GuildID
	}
	r, err := a.handlers.Status(ctx, a.store, guild)
	if err != nil {
		return message{}, err
	}
	b := newBuilder()
	text := "**" + dossierLine(r.Dossier) + "** · " + count(r.Dossier.Passages, "passage") + "\n-# revision " + r.Revision
	if r.Recorded != nil && r.Recorded.Revision == r.Revision {
		text += " · since " + moment(r.Recorded.At)
	}
	if a.version != "" {
		text += " · dossierbot " + line(a.version, textOfName)
	}
	b.say(text)
	if guild == "" {
		return b.message(true), nil
	}
	var lines []string
	u := a.upkeep()
	if !u.Updated.IsZero() {
		lines = append(lines, "last update "+moment(u.Updated))
	}
	if u.Err != "" {
		lines = append(lines, "⚠ not up to date since "+moment(u.ErrAt)+": "+line(u.Err, 2*textOfLine))
	}
	var faults []string
	for _, f := range u.Faults {
		faults = append(faults, "⚠ "+line(f, 2*textOfLine))
	}
	if len(faults) > 0 {
		lines = append(lines, "The editor's files have faults; what they said before is kept:", upTo(faults, "\n", "and %d more", textOfWarning))
	}
	if r.Unserved > 0 {
		lines = append(lines, "⚠ not served: "+count(r.Unserved, "file")+"; `/"+cmdSources+"` says why")
	}
	if a.store == nil {
		lines = append(lines, "no digests: nothing is kept between runs")
	} else {
		lines = append(lines, fmt.Sprintf("%s here, %d of them paused", count(r.Running+r.Paused, "subscription"), r.Paused))
		waiting := "no digest waits to be sent"
		if r.Parts > 0 {
			waiting = fmt.Sprintf("%s in %s wait to be sent, the oldest since %s", count(r.Digests, "digest"), count(r.Parts, "message"), moment(r.Since))
		}
		lines = append(lines, waiting)
	}
	b.rule()
	b.say(strings.Join(lines, "\n"))
	return b.message(true), nil
}

// moment is a time as Discord shows it to each reader by their own clock.
// https://discord.com/developers/docs/reference#message-formatting-timestamp-styles
func moment(t time.Time) string { return fmt.Sprintf("<t:%d:f>", t.Unix()) }
