package names

// tree finds fixed names of several words: a trie over entries.
type tree struct {
	next map[edge]int32
	ends map[int32][]int32 // by node: names
	size int32
}

type edge struct{ node, entry int32 }

func newTree() *tree {
	return &tree{next: map[edge]int32{}, ends: map[int32][]int32{}, size: 1}
}

func (t *tree) add(words []int32, name int32) {
	node := int32(0)
	for _, w := range words {
		e := edge{node, w}
		n, ok := t.next[e]
		if !ok {
			n = t.size
			t.size++
			t.next[e] = n
		}
		node = n
	}
	t.ends[node] = append(t.ends[node], name)
}
