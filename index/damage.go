package index

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"

	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// errDamaged says that an index must be built anew. Damaged ones have opened
// undetected, panicked, or lost segments.
var errDamaged = errors.New("the index is damaged")

// inspect opens the index at a path to be read, if it is sound: it opens, each
// of its segments has the checksum that it bears, and it holds as many passages
// as its documents say. It gives the documents as well.
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
	for _, s := range v.snapshot.Segments() {
		if err == nil {
			err = wholeSegment(s.Segment())
		}
	}
	if err == nil {
		c, err = v.contents(ctx)
	}
	if n := v.passages; err == nil && (n == 0 || n != c.total()) {
		err = fmt.Errorf("%w: it holds %d passages, and its documents have %d", errDamaged, n, c.total())
	}
	if err = errors.Join(err, v.let()); err != nil {
		return nil, nil, errors.Join(err, e.close())
	}
	return e, c, nil
}

// wholeSegment holds the file of a segment against the checksum at its end, the
// CRC-32 of all before.
func wholeSegment(s segment.Segment) error {
	onDisk, ok := s.(segment.PersistedSegment)
	if !ok {
		return fmt.Errorf("%w: a segment is a %T", errDamaged, s)
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
