package terminal

import (
	"io"
	"time"

	"github.com/schollz/progressbar/v3"
)

// patience is how long work goes on without a word.
const patience = time.Second

// progress shows how far long work has come, on a terminal only.
type progress struct {
	to    io.Writer // nil: shown nowhere
	title string
	began time.Time
	bar   *progressbar.ProgressBar // nil until patience has run out
}

func (a *app) newProgress(title string) *progress {
	p := &progress{title: title, began: time.Now()}
	if isTerminal(a.stderr) {
		p.to = a.stderr
	}
	return p
}

// show tells that done of total parts of the work are done.
func (p *progress) show(done, total int) {
	if p.to == nil || p.bar == nil && time.Since(p.began) < patience {
		return
	}
	if p.bar == nil {
		p.bar = progressbar.NewOptions(total, progressbar.OptionSetWriter(p.to),
			progressbar.OptionSetDescription(p.title), progressbar.OptionShowCount(), progressbar.OptionClearOnFinish())
	}
	// A bar that cannot be drawn is no reason to end the work.
	_ = p.bar.Set(done)
}

// clear takes the bar off the screen.
func (p *progress) clear() {
	if p.bar != nil {
		_ = p.bar.Finish()
	}
}
