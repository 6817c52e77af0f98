package watch

import (
	"io/fs"
	"syscall"
)

// system is what else the system tells of a file: its inode, and when the inode
// changed, which no program can set back.
func system(info fs.FileInfo) (inode, int64) {
	s, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return inode{}, 0
	}
	return inode{uint64(s.Dev), s.Ino}, s.Ctimespec.Nano()
}
