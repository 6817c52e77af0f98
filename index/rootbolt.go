package index

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"os"
)

// bolt is the file in which bleve keeps which segments an index has, and which
// of their passages are gone, as its bytes. It bears no checksum but over its
// first page, and whoever opens it damaged may hang, die, or write over what is
// there. So all of its pages are looked at before: from the root each is
// reached once, and all others are free.
//
// Its format is bbolt's, version 2: pages of a header of 16 bytes (id, flags,
// count, overflow), elements of 16 bytes, and the keys and values behind them.
// What is read beyond the end of the file panics: the caller recovers.
type bolt struct {
	raw   []byte
	size  uint64 // of a page
	pages uint64
	used  map[uint64]bool
}

// Of a page, what it is; of an element of a leaf, that it is a bucket.
const (
	branchPage, leafPage, freePage = 0x01, 0x02, 0x10
	isBucket                       = 0x01
)

// checkBolt tells where a file of bbolt's is damaged.
func checkBolt(path string) error {
	raw, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("check the index: %w", err)
	}
	const pageHeader, magic, version = 16, 0xED0CDAED, 2
	var meta []byte
	size := uint64(binary.NativeEndian.Uint32(raw[pageHeader+8:]))
	for _, at := range []uint64{0, size} { // the newer of two that are whole counts
		m := raw[at+pageHeader:][:64]
		h := fnv.New64a()
		h.Write(m[:56])
		whole := number32(m, 0) == magic && number32(m, 4) == version && number(m, 56) == h.Sum64()
		if whole && (meta == nil || number(m, 48) > number(meta, 48)) {
			meta = m
		}
	}
	if meta == nil {
		return fmt.Errorf("%w: no page of %s is its first", errDamaged, path)
	}
	b := &bolt{raw: raw, size: size, pages: number(meta, 40), used: map[uint64]bool{0: true, 1: true}}
	if b.pages*size > uint64(len(raw)) {
		return fmt.Errorf("%w: %s is cut short", errDamaged, path)
	}
	err = b.tree(number(meta, 16))
	if err == nil {
		err = b.free(number(meta, 32))
	}
	if err != nil {
		return fmt.Errorf("%w: %s: %w", errDamaged, path, err)
	}
	return nil
}

func number(raw []byte, at int) uint64   { return binary.NativeEndian.Uint64(raw[at:]) }
func number32(raw []byte, at int) uint64 { return uint64(binary.NativeEndian.Uint32(raw[at:])) }

// page takes a page, with those that it flows over into.
func (b *bolt) page(id uint64) ([]byte, error) {
	if id >= b.pages {
		return nil, fmt.Errorf("page %d is none", id)
	}
	at := b.raw[id*b.size:]
	end := id + number32(at, 12)
	if number(at, 0) != id || end >= b.pages {
		return nil, fmt.Errorf("page %d is another one", id)
	}
	for i := id; i <= end; i++ {
		if b.used[i] {
			return nil, fmt.Errorf("page %d is there twice", i)
		}
		b.used[i] = true
	}
	return at[:(end-id+1)*b.size], nil
}

// tree looks at the pages that one leads to.
func (b *bolt) tree(id uint64) error {
	page, err := b.page(id)
	if err != nil {
		return err
	}
	return b.node(page)
}

// node looks at the elements of a page, or of one that lies in a value.
func (b *bolt) node(page []byte) error {
	const header, element = 16, 16
	flags, count := binary.NativeEndian.Uint16(page[8:]), int(binary.NativeEndian.Uint16(page[10:]))
	if flags != branchPage && flags != leafPage {
		return fmt.Errorf("a page is of the kind %#x", flags)
	}
	var last []byte
	for i := range count {
		e := page[header+i*element:]
		var key []byte
		var err error
		if flags == branchPage {
			key = e[number32(e, 0):][:number32(e, 4)]
			err = b.tree(number(e, 8))
		} else {
			key = e[number32(e, 4):][:number32(e, 8)]
			value := e[number32(e, 4)+number32(e, 8):][:number32(e, 12)]
			switch number32(e, 0) {
			case isBucket:
				err = b.bucket(value)
			case 0:
			default:
				err = fmt.Errorf("an element is of the kind %#x", number32(e, 0))
			}
		}
		if err != nil {
			return err
		}
		if len(key) == 0 || i > 0 && bytes.Compare(last, key) >= 0 {
			return fmt.Errorf("the keys are in no order")
		}
		last = key
	}
	return nil
}

// bucket looks at a bucket: its pages, or where it is small the one in it.
func (b *bolt) bucket(value []byte) error {
	if root := number(value, 0); root != 0 {
		return b.tree(root)
	}
	return b.node(value[16:])
}

// free looks at the list of free pages: they and those used are all.
func (b *bolt) free(id uint64) error {
	page, err := b.page(id)
	if err != nil {
		return err
	}
	if binary.NativeEndian.Uint16(page[8:]) != freePage {
		return fmt.Errorf("page %d is no list of free ones", id)
	}
	count, list := uint64(binary.NativeEndian.Uint16(page[10:])), page[16:]
	if count == 0xFFFF { // there are more: the list begins with how many
		count, list = number(list, 0), list[8:]
	}
	for i := range count {
		free := number(list, int(8*i))
		if free >= b.pages || b.used[free] {
			return fmt.Errorf("page %d is free and used", free)
		}
		b.used[free] = true
	}
	if uint64(len(b.used)) != b.pages {
		return fmt.Errorf("%d pages are neither free nor used", b.pages-uint64(len(b.used)))
	}
	return nil
}
