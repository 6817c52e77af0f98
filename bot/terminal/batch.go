package terminal

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"

	"dossierbot/handlers"
	"dossierbot/index"
)

// oneOf checks that a command is given either words or a batch, and a batch
// only with --json.
func oneOf(batch string, asJSON bool, args []string, want string) error {
	switch {
	case batch == "" && len(args) == 0:
		return fmt.Errorf("%s or --batch FILE.jsonl is missing", want)
	case batch != "" && len(args) > 0:
		return fmt.Errorf("give either %s or --batch, not both", want)
	case batch != "" && !asJSON:
		return errors.New("--batch needs --json: a batch prints one line of JSON for each line it reads")
	}
	return nil
}

// readBatch reads a file of one JSON object a line. All of it is read before
// anything is answered: a faulty line spoils no half-done batch.
func readBatch[T any](path string) ([]T, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read the batch: %w", err)
	}
	var out []T
	for i, line := range bytes.Split(content, []byte("\n")) {
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		var one T
		if err := json.Unmarshal(line, &one); err != nil {
			return nil, fmt.Errorf("%s, line %d: %w", path, i+1, err)
		}
		out = append(out, one)
	}
	return out, nil
}

// question is a line of a batch of ask.
type question struct {
	ID       string `json:"id"`
	Question string `json:"question"`
	AskedAt  string `json:"asked_at"`
}

// faultyAsk answers a line of a batch that cannot be read as a question: it
// has the shape of a reply, so that one line comes out for each that goes in.
type faultyAsk struct {
	handlers.AskReply
	Error string `json:"error"`
}

// askBatch answers the questions of a file, narrowed as the request is.
func (a *app) askBatch(ctx context.Context, path string, request handlers.AskRequest) error {
	questions, err := readBatch[question](path)
	if err != nil {
		return err
	}
	requests := make([]handlers.AskRequest, len(questions))
	for i, q := range questions {
		requests[i] = request
		requests[i].Question = q.Question
		if q.AskedAt != "" {
			if requests[i].At, err = moment(q.AskedAt); err != nil {
				return fmt.Errorf("%s, question %s: asked_at: %w", path, q.ID, err)
			}
		}
	}
	return a.eachJSON(ctx, len(requests), func(h *handlers.Handlers, i int) (any, error) {
		reply, err := h.Ask(ctx, requests[i])
		reply.ID = questions[i].ID
		var problem *handlers.Problem
		if errors.As(err, &problem) {
			return faultyReply(reply, requests[i], problem), nil
		}
		return reply, err
	})
}

// eachJSON prints the replies to n requests, in their order, from one opened
// dossier.
func (a *app) eachJSON(ctx context.Context, n int, reply func(h *handlers.Handlers, i int) (any, error)) error {
	return a.answer(ctx, func(h *handlers.Handlers) error {
		for i := range n {
			value, err := reply(h, i)
			if err != nil {
				return err
			}
			if err := a.showJSON(value); err != nil {
				return err
			}
		}
		return nil
	})
}

func faultyReply(reply handlers.AskReply, r handlers.AskRequest, problem *handlers.Problem) faultyAsk {
	reply.Question, reply.AskedAt = r.Question, r.At
	reply.Outcome, reply.Answer = index.NotInDossier, problem.Error()
	reply.Interpretation = handlers.Interpretation{Speakers: []string{}, Actors: []string{}, Topics: []string{},
		Sources: []string{}, Terms: []string{}, Corrected: []handlers.Corrected{}}
	reply.Hits, reply.Nearest, reply.Candidates = []handlers.Hit{}, []handlers.Hit{}, []handlers.Candidate{}
	reply.Missing, reply.Notes = []string{}, []string{}
	return faultyAsk{AskReply: reply, Error: problem.Error()}
}

// name is a line of a batch of actor.
type name struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// faultyActor is to actor what faultyAsk is to ask.
type faultyActor struct {
	handlers.ActorReply
	Error string `json:"error"`
}

// actorBatch answers the names of a file.
func (a *app) actorBatch(ctx context.Context, path string, request handlers.ActorRequest) error {
	batch, err := readBatch[name](path)
	if err != nil {
		return err
	}
	return a.eachJSON(ctx, len(batch), func(h *handlers.Handlers, i int) (any, error) {
		request := request
		request.Name = batch[i].Name
		reply, err := h.Actor(ctx, request)
		reply.ID = batch[i].ID
		var problem *handlers.Problem
		if errors.As(err, &problem) {
			reply.Name, reply.Outcome, reply.Answer = batch[i].Name, index.NotInDossier, problem.Error()
			reply.Candidates, reply.Positions = []handlers.Candidate{}, []handlers.Position{}
			reply.Statements, reply.Mentions = []handlers.ActorStatement{}, []handlers.Hit{}
			reply.Members, reply.Coming, reply.Notes = []handlers.Member{}, []handlers.Dated{}, []string{}
			return faultyActor{ActorReply: reply, Error: problem.Error()}, nil
		}
		return reply, err
	})
}
