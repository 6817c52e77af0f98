package discord

import (
	"strconv"

	"github.com/bwmarrin/discordgo"
)

// message is what a renderer makes: components, the files that they show, and
// whether only the one who asked may see them.
type message struct {
	Components []discordgo.MessageComponent
	Files      []attachment
	Private    bool
}

// builder puts a message together and holds it within Discord's limits: what
// would exceed them is left out. Renderers share out the room beforehand, so
// that this is only the last safeguard.
type builder struct {
	parts []discordgo.MessageComponent
	text  int
	count int
	ids   map[string]int
	files []attachment
	bytes int // of all files
}

func newBuilder() *builder {
	return &builder{count: 1, ids: map[string]int{}} // the container counts as well
}

// room is the text that there is still room for.
func (b *builder) room() int { return maxMessageText - b.text }

// take reserves room for components and their text.
func (b *builder) take(components, text int) bool {
	if b.count+components > maxMessageComponents || b.text+text > maxMessageText {
		return false
	}
	b.count += components
	b.text += text
	return true
}

// say adds a paragraph.
func (b *builder) say(text string) {
	if text != "" && b.take(1, units(text)) {
		b.parts = append(b.parts, discordgo.TextDisplay{Content: text})
	}
}

// rule adds a line across.
func (b *builder) rule() {
	if b.take(1, 0) {
		b.parts = append(b.parts, discordgo.Separator{})
	}
}

// row adds buttons side by side: at most 5, which no renderer exceeds.
func (b *builder) row(buttons ...discordgo.Button) {
	if len(buttons) == 0 || !b.take(1+len(buttons), 0) {
		return
	}
	var row discordgo.ActionsRow
	for _, button := range buttons {
		row.Components = append(row.Components, b.unique(button))
	}
	b.parts = append(b.parts, row)
}

// menu adds a menu of which one entry is chosen.
func (b *builder) menu(id, placeholder string, options []discordgo.SelectMenuOption) {
	if len(options) == 0 || !b.take(2, 0) {
		return
	}
	b.parts = append(b.parts, discordgo.ActionsRow{Components: []discordgo.MessageComponent{discordgo.SelectMenu{
		MenuType:    discordgo.StringSelectMenu,
		CustomID:    id,
		Placeholder: cut(placeholder, maxPlaceholder),
		Options:     options[:min(len(options), maxMenuOptions)],
	}}})
}

// unique gives a button an id that no other in the message has, as Discord
// demands: one passage may stand in it twice.
func (b *builder) unique(button discordgo.Button) discordgo.Button {
	b.ids[button.CustomID]++
	if n := b.ids[button.CustomID]; n > 1 {
		button.CustomID += idSeparator + strconv.Itoa(n)
	}
	return button
}

func (b *builder) message(private bool) message {
	return message{
		Components: []discordgo.MessageComponent{discordgo.Container{Components: b.parts}},
		Files:      b.files,
		Private:    private,
	}
}

// shares gives each part what it needs, and where there is not enough for all,
// the longer ones the same, so that no short one is cut for a long one.
func shares(needs []int, room int) []int {
	out := make([]int, len(needs))
	for open := len(needs); open > 0 && room > 0; {
		each, settled := room/open, 0
		for i, need := range needs {
			if out[i] == 0 && need <= each {
				out[i] = max(need, 1)
				room -= need
				settled++
			}
		}
		if open -= settled; settled == 0 {
			for i := range out {
				if out[i] == 0 {
					out[i] = each
				}
			}
			return out
		}
	}
	return out
}
