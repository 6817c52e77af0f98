// Package chart draws the pictures of the bot: how many statements fall in
// each month, and who stands where on what. It knows nothing of Discord but
// the length of a media description.
//
// A bot cannot know which theme a reader has, so that each picture is a dark
// card of its own, and it is read on phones, where 1,000 pixels are shown as
// 400: no letter is smaller than 11 pixels then. Everything that is placed is
// first listed in a sheet, which is a pure function of the data, and then
// painted.
//
// It paints on the canvas of gonum.org/v1/plot. That module's own plots, like
// those of github.com/go-analyze/charts, neither cut nor wrap a label that is
// too long; the latter has the title run into the legend, marks an axis of
// counts at 1.75, and knows no table with signs. Of gonum only the canvas is
// used, and the Liberation fonts that come with it, which have the letters of
// Lithuanian, Polish and Belarusian in both scripts.
package chart

import (
	"errors"
	"fmt"

	"dossierbot/corpus"
)

// The most that one picture holds.
const (
	MaxPeriods = 120 // of a timeline
	MaxSeries  = 8   // of a timeline with colours of their own
	MaxRows    = 40  // of a matrix
	MaxColumns = 15  // of a matrix
)

const (
	defaultWidth = 1000
	minWidth     = 300
	maxWidth     = 2000
	maxCount     = 1_000_000 // keeps the sums and the marks of the axis short
)

// ErrNothing is the answer where there is not one thing to draw. Callers say
// so in words instead.
var ErrNothing = errors.New("nothing to draw")

// Options say how a picture is drawn.
type Options struct {
	Width int // in pixels, from 300 to 2,000; 0 is 1,000. The height follows.
}

// Timeline is how many statements, or other things with a date, fall in each
// month, stacked by topic.
type Timeline struct {
	Title, Subtitle string   // may be empty
	Periods         []string // "Nov 2025", one a column in order, empty months included
	// Series are stacked from the bottom. Of more than MaxSeries the largest
	// are drawn and the rest is summed up as "others".
	Series  []Series
	Undated int // how many have no date and so no column
}

// Series is one topic of a timeline.
type Series struct {
	Name   string
	Counts []int // one for each period
}

// Matrix is who stands where: actors down the side, topics along the top.
type Matrix struct {
	Title, Subtitle string // may be empty
	Rows, Columns   []string
	Cells           [][]corpus.Stance // [row][column]; empty where no position is known
}

// PNG draws the timeline. The same timeline always gives the same bytes.
func (t Timeline) PNG(o Options) ([]byte, error) {
	sh, err := t.sheet(o)
	if err != nil {
		return nil, fmt.Errorf("draw timeline: %w", err)
	}
	return sh.png()
}

// PNG draws the matrix. The same matrix always gives the same bytes.
func (m Matrix) PNG(o Options) ([]byte, error) {
	sh, err := m.sheet(o)
	if err != nil {
		return nil, fmt.Errorf("draw matrix: %w", err)
	}
	return sh.png()
}

func (o Options) width() (int, error) {
	switch {
	case o.Width == 0:
		return defaultWidth, nil
	case o.Width < minWidth || o.Width > maxWidth:
		return 0, fmt.Errorf("width of %d pixels: use %d to %d, or 0 for %d", o.Width, minWidth, maxWidth, defaultWidth)
	}
	return o.Width, nil
}

func (t Timeline) check() error {
	if len(t.Periods) > MaxPeriods {
		return fmt.Errorf("%d periods: at most %d fit in one picture", len(t.Periods), MaxPeriods)
	}
	if t.Undated < 0 || t.Undated > maxCount {
		return fmt.Errorf("%d undated: a number is from 0 to %d", t.Undated, maxCount)
	}
	sum := 0
	for i, s := range t.Series {
		if len(s.Counts) != len(t.Periods) {
			return fmt.Errorf("series %d (%q) has %d counts for %d periods: give one for each", i+1, plain(s.Name), len(s.Counts), len(t.Periods))
		}
		for j, n := range s.Counts {
			if n < 0 || n > maxCount {
				return fmt.Errorf("series %d (%q) counts %d in period %d: a number is from 0 to %d", i+1, plain(s.Name), n, j+1, maxCount)
			}
			sum += n
		}
	}
	if sum == 0 {
		return fmt.Errorf("%w: no period has a count above zero", ErrNothing)
	}
	return nil
}

func (m Matrix) check() error {
	if len(m.Rows) > MaxRows || len(m.Columns) > MaxColumns {
		return fmt.Errorf("%d rows and %d columns: at most %d and %d fit in one picture", len(m.Rows), len(m.Columns), MaxRows, MaxColumns)
	}
	if len(m.Cells) != len(m.Rows) {
		return fmt.Errorf("%d rows of cells for %d names: give one for each", len(m.Cells), len(m.Rows))
	}
	known := 0
	for i, row := range m.Cells {
		if len(row) != len(m.Columns) {
			return fmt.Errorf("row %d (%q) has %d cells for %d columns: give one for each", i+1, plain(m.Rows[i]), len(row), len(m.Columns))
		}
		for j, s := range row {
			if s == "" {
				continue
			}
			if _, ok := tileOf(s); !ok {
				return fmt.Errorf("row %d (%q), column %d: unknown stance %q", i+1, plain(m.Rows[i]), j+1, s)
			}
			known++
		}
	}
	if known == 0 {
		return fmt.Errorf("%w: no position is known in any cell", ErrNothing)
	}
	return nil
}
