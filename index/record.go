package index

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"iter"
	"slices"

	"github.com/fxamacker/cbor/v2"

	"dossierbot/corpus"
)

// record is what is stored of a passage: all that an answer shows, so that it
// needs neither the corpus nor a second look-up.
type record struct {
	origin
	Passage Passage

	bm25 float64 // bleve's score for a query, as a share of the best
}

// origin is what is stored of the document that a passage is of.
type origin struct {
	Document corpus.Document // without text and annotations
	Of       int             // passages of the document
	// On the first passage alone, by which the index knows what it was made of:
	// the document's hash, as intake has it, and the actors discovered in it,
	// without their aliases.
	Hash       string
	Discovered []corpus.Actor
}

// Key is the short permanent id of a passage.
func Key(passageID string) string {
	sum := sha256.Sum256([]byte(passageID))
	return hex.EncodeToString(sum[:8])
}

// recordsOf makes the records of the passages of a document with a hash.
func recordsOf(d corpus.Document, hash string) []record {
	bare := d
	bare.Text, bare.Passages, bare.Times, bare.Ranges, bare.Mentions, bare.Discovered, bare.Statements = "", nil, nil, nil, nil, nil, nil
	records := make([]record, len(d.Passages))
	for i, p := range d.Passages {
		records[i] = record{origin: origin{Document: bare, Of: len(d.Passages)}, Passage: Passage{
			ID: p.ID, Key: Key(p.ID), Number: i + 1, Span: p.Span, Text: d.Text[p.Start:p.End],
		}}
	}
	if len(records) > 0 {
		records[0].Hash = hash
		for _, a := range d.Discovered {
			records[0].Discovered = append(records[0].Discovered, corpus.Actor{ID: a.ID, Kind: a.Kind, Name: a.Name, Discovered: true})
		}
	}
	for _, t := range d.Times {
		for i := range over(records, t.Span) {
			records[i].Passage.Times = append(records[i].Passage.Times, t)
		}
	}
	for _, t := range d.Ranges {
		for i := range over(records, t.Span) {
			records[i].Passage.Ranges = append(records[i].Passage.Ranges, t)
		}
	}
	for _, m := range d.Mentions {
		for i := range over(records, m.Span) {
			records[i].Passage.Mentions = append(records[i].Passage.Mentions, m)
		}
	}
	for _, s := range d.Statements {
		rest := 0 // the passages before it have the statement, or none of its words
		for _, span := range s.Spans {
			for i := range over(records, span) {
				if i >= rest {
					records[i].Passage.Statements = append(records[i].Passage.Statements, s)
					rest = i + 1
				}
			}
		}
	}
	return records
}

// over gives the numbers of the records whose passages a span shares a byte
// with. Passages follow one on the other, so that they are found by halving.
func over(records []record, s corpus.Span) iter.Seq[int] {
	return func(yield func(int) bool) {
		first, _ := slices.BinarySearchFunc(records, s.Start, func(r record, at int) int { return cmp.Compare(r.Passage.End, at+1) })
		for i := first; i < len(records) && records[i].Passage.Overlaps(s); i++ {
			if !yield(i) {
				return
			}
		}
	}
}

func (r record) encode() (string, error) {
	raw, err := cbor.Marshal(r)
	if err != nil {
		return "", fmt.Errorf("encode %s: %w", r.Passage.ID, err)
	}
	return string(raw), nil
}

func decodeRecord(raw string) (record, error) {
	var r record
	if err := cbor.Unmarshal([]byte(raw), &r); err != nil {
		return record{}, fmt.Errorf("decode a stored passage: %w", err)
	}
	r.inUTC()
	return r, nil
}

// decodeOrigin decodes of a stored passage only what is stored of its document.
func decodeOrigin(raw string) (origin, error) {
	var o origin
	if err := cbor.Unmarshal([]byte(raw), &o); err != nil {
		return origin{}, fmt.Errorf("decode a stored passage: %w", err)
	}
	o.Document.Published.First, o.Document.Published.Last = o.Document.Published.First.UTC(), o.Document.Published.Last.UTC()
	return o, nil
}

// inUTC puts the dates back into UTC: CBOR keeps the seconds of a time, and
// reads them in the zone of the machine, where the day may be another one.
func (r *record) inUTC() {
	utc := func(d *corpus.Date) { d.First, d.Last = d.First.UTC(), d.Last.UTC() }
	utc(&r.Document.Published)
	for i := range r.Passage.Times {
		utc(&r.Passage.Times[i].Value)
		utc(&r.Passage.Times[i].Interval)
	}
	for i := range r.Passage.Ranges {
		utc(&r.Passage.Ranges[i].From)
		utc(&r.Passage.Ranges[i].To)
		utc(&r.Passage.Ranges[i].Interval)
	}
	for i := range r.Passage.Statements {
		utc(&r.Passage.Statements[i].Said)
	}
}

// HitsOf gives the passages of a document as they are found, for one that need
// not be in any index.
func HitsOf(d corpus.Document) []Hit {
	records := recordsOf(d, "")
	hits := make([]Hit, len(records))
	for i, r := range records {
		hits[i] = hitOf(r)
	}
	return hits
}
