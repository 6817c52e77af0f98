package discord

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"dossierbot/handlers/store"
)

// PausedNotice is the message to those who can mend it that a subscription is
// paused, as JSON. The reason is a part of a sentence in plain words.
func PausedNotice(s store.Subscription, reason string) ([]byte, error) {
	b := newBuilder()
	b.say(fmt.Sprintf("**Digest %d is paused.** It goes to <#%s>, and %s.", s.ID, s.Channel, line(reason, textOfReason)))
	b.say("Nothing is lost: what it has not told is told once it runs again. Mend this and use `/digest resume`, or `/digest edit` for another channel.")
	body, err := json.Marshal(b.message(false).response().Data)
	if err != nil {
		return nil, fmt.Errorf("write a notice: %w", err)
	}
	return body, nil
}

// OperatorsNotice is a message to those who run the bot, as JSON: what happened,
// line by line.
func OperatorsNotice(what string) ([]byte, error) {
	b := newBuilder()
	var lines []string
	for _, l := range strings.Split(what, "\n") {
		lines = append(lines, line(l, 2*textOfLine))
	}
	b.say(upTo(lines, "\n", "and %d more", maxMessageText))
	body, err := json.Marshal(b.message(false).response().Data)
	if err != nil {
		return nil, fmt.Errorf("write a notice: %w", err)
	}
	return body, nil
}

// Reason is what Discord said of a message that it refused; of other errors
// all that they say.
func Reason(err error) string {
	var e *coded
	if errors.As(err, &e) {
		return e.reason
	}
	return err.Error()
}
