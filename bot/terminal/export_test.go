package terminal

import (
	"io"
	"time"
)

// LayOut lays text out on a page of a width, under an indent, the styles
// changing every seven bytes.
func LayOut(width int, styled bool, indent, text string) string {
	p := &page{width: width, styled: styled}
	var runs []run
	for i, r := range text {
		runs = append(runs, run{string(r), []style{plain, bold, dim}[i/7%3]})
	}
	p.write(indent, runs...)
	return p.out.String()
}

// Progress is the bar that is shown while work goes on.
func Progress(to io.Writer) (show func(done, total int), clear func()) {
	p := &progress{to: to, title: "reading", began: time.Now()}
	return p.show, p.clear
}
