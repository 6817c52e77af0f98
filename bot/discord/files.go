package discord

import (
	"bytes"
	"strconv"

	"github.com/bwmarrin/discordgo"
)

// attachment is a file that goes with a message.
type attachment struct {
	name    string // of letters, digits, "-", "_" and ".", as Discord would make of any other
	kind    string // media type
	alt     string // what a picture shows, in words; empty for other files
	content []byte
}

// attachmentData is what a message says of a file that goes with it.
type attachmentData struct {
	ID          string `json:"id"` // the number of the part that holds the file
	Filename    string `json:"filename"`
	Description string `json:"description,omitempty"`
}

// picture adds a picture. Alt says in words what it shows, to those who cannot
// see it.
func (b *builder) picture(name string, png []byte, alt string) {
	alt = cut(alt, maxAltText)
	if alt == "" {
		alt = name // Discord takes no empty one
	}
	if b.attach(attachment{name: name, kind: "image/png", alt: alt, content: png}) {
		b.parts = append(b.parts, discordgo.MediaGallery{Items: []discordgo.MediaGalleryItem{{
			Media: discordgo.UnfurledMediaItem{URL: addressOf(name)}, Description: &alt,
		}}})
	}
}

// file adds a file to save.
func (b *builder) file(name string, content []byte) {
	if b.attach(attachment{name: name, kind: "application/octet-stream", content: content}) {
		b.parts = append(b.parts, discordgo.FileComponent{File: discordgo.UnfurledMediaItem{URL: addressOf(name)}})
	}
}

// attach takes a file along; it is false where there is no room for it.
func (b *builder) attach(a attachment) bool {
	if len(b.files) == maxFiles || b.bytes+len(a.content) > maxFileBytes || !b.take(1, 0) {
		return false
	}
	b.bytes += len(a.content)
	b.files = append(b.files, a)
	return true
}

// addressOf is how a component refers to a file of its message.
func addressOf(name string) string { return "attachment://" + name }

// attachments are what a message says of its files; nil where it has none.
func attachments(files []attachment) []attachmentData {
	var out []attachmentData
	for i, f := range files {
		out = append(out, attachmentData{ID: strconv.Itoa(i), Filename: f.name, Description: f.alt})
	}
	return out
}

// body is a response as it is sent: JSON, or, where files go with it, the JSON
// and the files in one.
func (r response) body() (kind string, body []byte, err error) {
	if len(r.files) == 0 {
		body, err = discordgo.Marshal(r)
		return "application/json", body, err
	}
	var parts []*discordgo.File
	for _, f := range r.files {
		parts = append(parts, &discordgo.File{Name: f.name, ContentType: f.kind, Reader: bytes.NewReader(f.content)})
	}
	return discordgo.MultipartBodyWithJSON(r, parts)
}
