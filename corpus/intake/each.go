package intake

import (
	"context"
	"sync"

	"golang.org/x/sync/errgroup"
)

// readers is how many documents are read at once.
const readers = 4

// ReadEach reads documents side by side and hands them to use one at a time, in
// whichever order they are read. The first error ends it.
func (f *Folder) ReadEach(ctx context.Context, ids []string, use func(Reading) error) error {
	group, ctx := errgroup.WithContext(ctx)
	todo, done := make(chan string), make(chan Reading)
	group.Go(func() error {
		defer close(todo)
		for _, id := range ids {
			select {
			case todo <- id:
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		return nil
	})
	var reading sync.WaitGroup
	for range readers {
		reading.Add(1)
		group.Go(func() error {
			defer reading.Done()
			for id := range todo {
				r, err := f.reading(ctx, id)
				if err != nil {
					return err
				}
				select {
				case done <- r:
				case <-ctx.Done():
					return ctx.Err()
				}
			}
			return nil
		})
	}
	go func() { reading.Wait(); close(done) }()
	group.Go(func() error {
		for r := range done {
			if err := use(r); err != nil {
				return err
			}
		}
		return nil
	})
	return group.Wait()
}
