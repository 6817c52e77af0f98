package index

import (
	"bytes"
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"

	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/mapping"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// errDamaged says that an index must be built anew. Damaged ones have opened
// undetected, panicked, or lost segments.
var errDamaged = errors.New("the index is damaged")

// inspect opens the index at a path to be read, if it is sound: it opens, each
// of its segments has the checksum that it bears, and it holds as many passages
// of each document as the document has. It gives the documents as well.
func inspect(ctx context.Context, path string) (e *engine, c *contents, err error) {
	// What is read of a damaged file may lead anywhere.
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if r := recover(); r != nil {
			e, c, err = nil, nil, fmt.Errorf("%w: %v", errDamaged, r)
		}
	}()
	if err = checkBolt(filepath.Join(path, "store", "root.bolt")); err != nil {
		return nil, nil, err
	}
	if e, err = diskEngine(path, true); err != nil {
		return nil, nil, err
	}
	v, err := e.view()
	if err != nil {
		return nil, nil, errors.Join(err, e.close())
	}
	err = sameMapping(v.mapping)
	for _, s := range v.snapshot.Segments() {
		if err == nil {
			err = wholeSegment(s)
		}
	}
	if err == nil {
		c, err = v.contents(ctx)
	}
	if err == nil {
		err = v.holds(c)
	}
	if err = errors.Join(err, v.let()); err != nil {
		return nil, nil, errors.Join(err, e.close())
	}
	return e, c, nil
}

// holds tells whether a view has as many passages of each document as the
// document has. All passages of a document are written together, so that none
// of them is an older one then.
func (v *view) holds(c *contents) (err error) {
	all, err := v.snapshot.DocIDReaderAll()
	if err != nil {
		return fmt.Errorf("check the index: %w", err)
	}
	defer func() { err = errors.Join(err, all.Close()) }()
	have := make(map[string]int, len(c.documents))
	for {
		number, err := all.Next()
		if err != nil {
			return fmt.Errorf("check the index: %w", err)
		}
		if number == nil {
			break
		}
		id, err := v.snapshot.ExternalID(number)
		if err != nil {
			return fmt.Errorf("check the index: %w", err)
		}
		have[id[:max(strings.LastIndexByte(id, '#'), 0)]]++
	}
	for _, e := range c.documents {
		if n := have[e.Key()]; n != e.Passages {
			return fmt.Errorf("%w: it holds %d passages of %s, which has %d", errDamaged, n, e.Key(), e.Passages)
		}
	}
	if len(have) == 0 || len(have) > len(c.documents) {
		return fmt.Errorf("%w: it holds passages of %d documents, and lists %d", errDamaged, len(have), len(c.documents))
	}
	return nil
}

// sameMapping tells whether an index is written as this program writes it.
func sameMapping(have mapping.IndexMapping) error {
	want, err := newMapping()
	if err != nil {
		return err
	}
	a, errA := json.Marshal(have)
	b, errB := json.Marshal(want)
	if err := errors.Join(errA, errB); err != nil {
		return fmt.Errorf("check the index: %w", err)
	}
	if !bytes.Equal(a, b) {
		return fmt.Errorf("%w: its fields are not ours", errDamaged)
	}
	return nil
}

// wholeSegment holds the file of a segment against its name, which is bleve's
// number of the segment, and the checksum at its end, the CRC-32 of all before.
func wholeSegment(s *scorch.SegmentSnapshot) error {
	onDisk, ok := s.Segment().(segment.PersistedSegment)
	if !ok {
		return fmt.Errorf("%w: a segment is a %T", errDamaged, s.Segment())
	}
	number := s.Id()
	if number == 0 {
		number = 2 // of one that was made in one piece
	}
	if name := filepath.Base(onDisk.Path()); name != fmt.Sprintf("%012x.zap", number) {
		return fmt.Errorf("%w: segment %d lies in %s", errDamaged, number, name)
	}
	file, err := os.Open(onDisk.Path())
	if err != nil {
		return fmt.Errorf("check the index: %w", err)
	}
	defer file.Close()
	const size = crc32.Size
	info, err := file.Stat()
	if err != nil {
		return fmt.Errorf("check the index: %w", err)
	}
	if info.Size() < size {
		return fmt.Errorf("%w: %s is cut short", errDamaged, info.Name())
	}
	h := crc32.NewIEEE()
	if _, err := io.Copy(h, io.LimitReader(file, info.Size()-size)); err != nil {
		return fmt.Errorf("check the index: %w", err)
	}
	var want [size]byte
	if _, err := io.ReadFull(file, want[:]); err != nil {
		return fmt.Errorf("check the index: %w", err)
	}
	if binary.BigEndian.Uint32(want[:]) != h.Sum32() {
		return fmt.Errorf("%w: %s does not have its checksum", errDamaged, info.Name())
	}
	return nil
}
