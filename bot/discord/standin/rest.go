package standin

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"time"
)

var version = regexp.MustCompile(`^/api/v(9|10)/`)

// call is a request that is being answered.
type call struct {
	*http.Request
	path  string          // without /api/v10
	body  json.RawMessage // nil where there is none
	files []upload
}

func (s *Server) routes() http.Handler {
	api := http.NewServeMux()
	handle := func(pattern string, open bool, answer func(c call) (int, any)) {
		api.HandleFunc(pattern, func(w http.ResponseWriter, r *http.Request) { s.serve(w, r, open, answer) })
	}
	gateway := func(c call) (int, any) {
		return http.StatusOK, map[string]any{
			"url": "ws" + strings.TrimPrefix(s.http.URL, "http") + "/gateway/", "shards": 1,
			"session_start_limit": map[string]int{"total": 1000, "remaining": 999, "reset_after": 1, "max_concurrency": 1},
		}
	}
	handle("GET /gateway", true, gateway)
	handle("GET /gateway/bot", false, gateway)
	handle("GET /users/@me", false, func(call) (int, any) { return http.StatusOK, botUser() })
	handle("GET /applications/@me", false, func(call) (int, any) { return http.StatusOK, map[string]any{"id": AppID} })
	handle("PUT /applications/{app}/commands", false, s.putCommands)
	handle("PUT /applications/{app}/guilds/{guild}/commands", false, s.putCommands)
	handle("POST /interactions/{id}/{token}/callback", true, s.callback)
	handle("PATCH /webhooks/{app}/{token}/messages/{message}", true, s.webhook)
	handle("POST /webhooks/{app}/{token}", true, s.webhook)
	handle("GET /channels/{channel}", false, s.getChannel)
	handle(PostMessage, false, s.postMessage)
	handle(ListMessages, false, s.listMessages)
	handle(StartThread, false, s.startThread)
	handle(OpenDirect, false, s.openDirect)
	handle("GET /guilds/{guild}", false, s.getGuild)
	handle("GET /guilds/{guild}/roles", false, s.getRoles)
	handle("GET /guilds/{guild}/members/{user}", false, s.getMember)
	handle("/", false, func(c call) (int, any) {
		return http.StatusNotFound, failure{Message: "404: Not Found: " + c.path}
	})

	root := http.NewServeMux()
	root.HandleFunc("GET /gateway/", s.gateway)
	root.HandleFunc("/api/", func(w http.ResponseWriter, r *http.Request) {
		prefix := version.FindString(r.URL.Path)
		if prefix == "" {
			failure{status: http.StatusBadRequest, Code: 50041, Message: "Invalid API version"}.write(w)
			return
		}
		http.StripPrefix(strings.TrimSuffix(prefix, "/"), api).ServeHTTP(w, r)
	})
	return root
}

func botUser() map[string]any {
	return map[string]any{"id": AppID, "username": "dossierbot", "discriminator": "0", "bot": true}
}

// serve checks a request, answers it and keeps it.
func (s *Server) serve(w http.ResponseWriter, r *http.Request, open bool, answer func(c call) (int, any)) {
	c := call{Request: r, path: r.URL.Path}
	var faults []string
	body, files, err := payload(r)
	if errors.Is(err, io.ErrUnexpectedEOF) {
		return // the client was stopped while it sent
	}
	if err != nil {
		faults = append(faults, err.Error())
	}
	c.body, c.files = body, files

	status, out, dropped := http.StatusUnauthorized, any(failure{Message: "401: Unauthorized"}), false
	if open || r.Header.Get("Authorization") == "Bot "+s.o.RESTToken {
		if c.body != nil {
			faults = append(faults, s.schemas.faults(r.Method, c.path, c.body)...)
			faults = append(faults, ruleFaults(c)...)
		}
		if len(faults) > 0 {
			status, out = http.StatusBadRequest, invalidForm(faults)
		} else {
			status, out, dropped = s.settle(w.Header(), c, open, answer)
		}
	}
	for _, f := range faults {
		s.t.Errorf("%s %s: %s\n%s", r.Method, c.path, f, c.body)
	}
	s.note(func() {
		s.requests = append(s.requests, Request{r.Method, c.path, c.body, status, faults, time.Now()})
	})
	if dropped {
		drop(w)
		return
	}
	if status == http.StatusNoContent {
		w.WriteHeader(status)
		return
	}
	writeJSON(w, status, out)
}

// invalidForm is the answer to a request with faults.
// https://discord.com/developers/docs/reference#error-messages
func invalidForm(faults []string) any {
	list := []any{}
	for _, f := range faults {
		list = append(list, map[string]any{"code": "INVALID", "message": f})
	}
	return map[string]any{"code": 50035, "message": "Invalid Form Body", "errors": map[string]any{"components": map[string]any{"_errors": list}}}
}

// payload is the JSON of a request, and its files.
func payload(r *http.Request) (json.RawMessage, []upload, error) {
	kind, params, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	body, err := io.ReadAll(r.Body)
	if err != nil || len(body) == 0 {
		return nil, nil, err
	}
	var files []upload
	if kind == "multipart/form-data" {
		form, err := multipart.NewReader(bytes.NewReader(body), params["boundary"]).ReadForm(32 << 20)
		if err != nil {
			return nil, nil, err
		}
		if len(form.Value["payload_json"]) == 0 {
			return nil, nil, errors.New("multipart without payload_json")
		}
		body = []byte(form.Value["payload_json"][0])
		if files, err = uploads(form); err != nil {
			return nil, nil, err
		}
	}
	if !json.Valid(body) {
		return nil, nil, errors.New("the body is no JSON")
	}
	return body, files, nil
}

func (s *Server) putCommands(c call) (int, any) {
	if c.PathValue("app") != AppID {
		return http.StatusForbidden, failure{Code: 20012, Message: "You are not authorized to perform this action on this application"}
	}
	status := 0
	s.note(func() {
		if len(s.o.Failing) > 0 {
			status, s.o.Failing = s.o.Failing[0], s.o.Failing[1:]
		}
	})
	if status == http.StatusTooManyRequests {
		return status, map[string]any{"message": "You are being rate limited.", "retry_after": 0.01, "global": false}
	}
	if status != 0 {
		return status, failure{Message: http.StatusText(status)}
	}
	if s.o.NoScope {
		return http.StatusForbidden, failure{Code: 50001, Message: "Missing Access"}
	}
	s.note(func() { s.commands[c.PathValue("guild")] = slices.Clone(c.body) })
	return http.StatusOK, json.RawMessage(c.body)
}

// callback takes the answer to an interaction, once and in time.
func (s *Server) callback(c call) (int, any) {
	unknown := failure{Code: 10062, Message: "Unknown interaction"}
	s.mu.Lock()
	p := s.waiting[c.PathValue("id")]
	s.mu.Unlock()
	if p == nil || p.token != c.PathValue("token") {
		return http.StatusNotFound, unknown
	}
	took := time.Since(p.sent)
	if took > s.o.Deadline {
		return http.StatusNotFound, unknown
	}
	r, err := readReply(c.body, c.files)
	if err != nil {
		return http.StatusBadRequest, failure{Code: 50035, Message: err.Error()}
	}
	if r.Type == 9 && p.kind == 5 {
		return http.StatusBadRequest, failure{Code: 50035, Message: "a form cannot answer a form"}
	}
	r.Took = took
	if !p.answer(r) {
		return http.StatusBadRequest, failure{Code: 40060, Message: "Interaction has already been acknowledged"}
	}
	return http.StatusNoContent, nil
}

// webhook takes an edit of an answer, or a further message.
func (s *Server) webhook(c call) (int, any) {
	if c.PathValue("app") != AppID {
		return http.StatusNotFound, failure{Code: 10015, Message: "Unknown Webhook"}
	}
	return http.StatusOK, map[string]any{"id": s.newID(), "channel_id": ChannelID, "content": fmt.Sprint("to ", c.PathValue("token"))}
}
