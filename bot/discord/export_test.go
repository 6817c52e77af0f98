package discord

import (
	"strings"
	"time"

	"dossierbot/corpus"
)

// What the tests of package discord_test look into.
type (
	Message = message
	Run     = run
	Style   = style
)

var (
	Answer       = answer
	Verdict      = verdict
	Card         = card
	Comparison   = comparison
	Proof        = proof
	ActorList    = actorList
	SourceList   = sourceList
	Help         = help
	Surroundings = surroundings
	Citations    = citations
	Write        = write
	Line         = line
	Cut          = cut
	Link         = link
	Units        = units
	Clean        = clean
	Shares       = shares
	NewRecall    = newRecall
	Choices      = choices
	Commands     = commands
	ParseAPI     = parseAPI
)

// Add and Find are those of what is remembered.
var (
	Add  = (*recall).add
	Find = (*recall).find
)

// MakeRun makes a run.
func MakeRun(text string, bold, italic bool) Run { return run{text, style{bold, italic}} }

// File is a file of a message; a picture where it has words for what it shows.
type File struct {
	Name, Alt string
	Content   []byte
}

// WithFiles makes a message with files.
func WithFiles(files ...File) Message {
	b := newBuilder()
	b.say("files")
	for _, f := range files {
		if f.Alt != "" {
			b.picture(f.Name, f.Content, f.Alt)
		} else {
			b.file(f.Name, f.Content)
		}
	}
	return b.message(false)
}

// Body is a message as it is sent.
func Body(m Message) (kind string, body []byte, err error) { return m.response().body() }

// Hasten makes the bot's patience with a broken connection that of a test.
func (b *Bot) Hasten() {
	b.limits.handshake = 300 * time.Millisecond
	b.limits.open = 1500 * time.Millisecond
	b.limits.close = 100 * time.Millisecond
	b.limits.retry = 10 * time.Millisecond
	b.limits.maxRetry = 50 * time.Millisecond
}

// SetSilence sets how long the gateway may be silent.
func (b *Bot) SetSilence(d time.Duration) { b.limits.silence = d }

// Forget drops what was remembered, as a restart does.
func (b *Bot) Forget() { b.recall = newRecall(maxRecalled) }

// SetPatience sets how long an answer may take.
func (b *Bot) SetPatience(d time.Duration) { b.limits.answer, b.limits.send = d, d }

// PlacedOn is what a button that leads to something with an id comes back with.
func PlacedOn(id string) string {
	return pressOf(strings.Join(placed(doTopic, id, 3, "", corpus.Date{}), idSeparator)).on
}
