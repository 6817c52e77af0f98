package intake

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math/bits"

	"dossierbot/corpus"
)

// Fingerprint tells whether a document is the same as before; ok is false where
// there is no such document.
func (f *Folder) Fingerprint(id string) (print corpus.Fingerprint, ok bool) {
	doc := f.first(id)
	return doc.fingerprint(), doc != nil
}

// Manifest gives the fingerprints of all documents.
func (f *Folder) Manifest() corpus.Manifest {
	m := make(corpus.Manifest, len(f.documents))
	for doc := range f.served {
		m[doc.id] = doc.print
	}
	return m
}

// Hash is the hash of a document and of what is said of it: where it is the
// same, and Editors too, the document reads the same. ok is false where there is
// no such document.
func (f *Folder) Hash(id string) (hash string, ok bool) {
	doc := f.first(id)
	if doc == nil {
		return "", false
	}
	return doc.hash(), true
}

// Hashes gives the Hash of each document, by id.
func (f *Folder) Hashes() map[string]string {
	hashes := make(map[string]string, len(f.documents))
	for doc := range f.served {
		hashes[doc.id] = doc.hash()
	}
	return hashes
}

// Editors is the hash of what the editor's files say beyond single documents
// that bears upon how documents are read: of the actors all but where they
// stand. Where it changes, every document reads differently.
func (f *Folder) Editors() string { return f.editors }

// Standing is the hash of what is shown beside the documents: the dossier's
// title, its topics, and where its actors stand.
func (f *Folder) Standing() string { return f.standing }

// Revision names the state of the corpus: the same documents, of which the same
// is said, have the same one.
func (f *Folder) Revision() string {
	var sum []byte
	for _, part := range f.sum {
		sum = binary.BigEndian.AppendUint64(sum, part)
	}
	return "r" + hashOf(sum, []byte(f.editors), []byte(f.standing))[:10]
}

// fingerprint is the document's; of none it is the zero one.
func (d *document) fingerprint() corpus.Fingerprint {
	if d == nil {
		return corpus.Fingerprint{}
	}
	return d.print
}

func (d *document) hash() string { return hashOf([]byte(d.print.Text), []byte(d.print.Said)) }

// reckon makes the fingerprint. Lines are no part of it: an entry or a
// correction that only moved changes no document.
func (d *document) reckon() (corpus.Fingerprint, error) {
	said, err := json.Marshal(d.entry)
	parts := [][]byte{said, []byte(d.entry.Published.Basis), []byte(d.entry.Published.Why)}
	for _, c := range d.corrections {
		if said, err = json.Marshal(c); err != nil {
			break
		}
		parts = append(parts, said, []byte(c.Said.Why))
	}
	if err != nil {
		return corpus.Fingerprint{}, fmt.Errorf("hash what is said of %s: %w", d.id, err)
	}
	return corpus.Fingerprint{Text: d.text, Said: hashOf(parts...)}, nil
}

// sum is a number of 256 bits, the highest first. The hashes of the documents
// add up to the same, in whichever order they came.
type sum [4]uint64

func (s sum) plus(o sum) sum {
	var carry uint64
	for i := len(s) - 1; i >= 0; i-- {
		s[i], carry = bits.Add64(s[i], o[i], carry)
	}
	return s
}

func (s sum) less(o sum) sum {
	var borrow uint64
	for i := len(s) - 1; i >= 0; i-- {
		s[i], borrow = bits.Sub64(s[i], o[i], borrow)
	}
	return s
}

// sum is the document's part in the sum of all; of none it is zero.
func (d *document) sum() (s sum) {
	if d == nil {
		return s
	}
	h := sha256.Sum256(fmt.Appendf(nil, "%d:%s%s%s", len(d.id), d.id, d.print.Text, d.print.Said))
	for i := range s {
		s[i] = binary.BigEndian.Uint64(h[8*i:])
	}
	return s
}

// hashes makes the hashes of what an edition says beyond single documents.
func (e *edition) hashes() (editors, standing string, err error) {
	actors := make([]corpus.Actor, len(e.dossier.Actors))
	positions := map[string][]corpus.Position{}
	for i, a := range e.dossier.Actors {
		if len(a.Positions) > 0 {
			positions[a.ID] = a.Positions
		}
		a.Positions = nil
		actors[i] = a
	}
	read, err := json.Marshal(actors)
	if err != nil {
		return "", "", fmt.Errorf("hash the actors: %w", err)
	}
	shown, err := json.Marshal(struct {
		Title     string
		Described bool
		Topics    []corpus.Topic
		Positions map[string][]corpus.Position
	}{e.dossier.Title, e.described, e.dossier.Topics, positions})
	if err != nil {
		return "", "", fmt.Errorf("hash the positions: %w", err)
	}
	return hashOf(read), hashOf(shown), nil
}

func hashOf(parts ...[]byte) string {
	h := sha256.New()
	for _, p := range parts {
		fmt.Fprintf(h, "%d:", len(p))
		h.Write(p)
	}
	return hex.EncodeToString(h.Sum(nil))
}
