package standin_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"mime/multipart"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/gorilla/websocket"

	"dossierbot/bot/discord/standin"
)

// tolerant keeps the faults that the stand-in finds from failing the test.
type tolerant struct{ testing.TB }

func (tolerant) Errorf(string, ...any) {}

const none = `"allowed_mentions": {"parse": []}`

// many is n times a piece of JSON, with its number in place of #.
func many(n int, piece string) string {
	all := make([]string, n)
	for i := range all {
		all[i] = strings.ReplaceAll(piece, "#", fmt.Sprint(i))
	}
	return strings.Join(all, ",")
}

func message(data string) string { return `{"type": 4, "data": {` + none + `, ` + data + `}}` }

func v2(components string) string {
	return message(`"flags": 32768, "components": [` + components + `]`)
}

func TestFaultsAreFound(t *testing.T) {
	s := standin.Start(tolerant{t}, standin.Options{})
	const answer, put = "POST /interactions/1/t/callback", "PUT /applications/" + standin.AppID + "/commands"
	for _, c := range []struct{ name, request, body, want string }{
		{"a good message", answer, v2(`{"type": 10, "content": "a"}`), ""},
		{"a good command", put, `[{"name": "ask", "description": "d", "default_member_permissions": "16"}]`, ""},
		{"no JSON", answer, `{`, "no JSON"},
		{"mentions allowed", answer, `{"type": 4, "data": {"content": "a", "allowed_mentions": {"parse": ["everyone"]}}}`, "allowed_mentions"},
		{"mentions not forbidden", answer, `{"type": 4, "data": {"content": "a"}}`, "allowed_mentions"},
		{"mentions null", answer, `{"type": 4, "data": {"content": "a", "allowed_mentions": {"parse": null}}}`, "allowed_mentions"},
		{"an empty message", answer, `{"type": 4, "data": {` + none + `}}`, "an empty message"},
		{"long content", answer, message(`"content": "` + strings.Repeat("é", 2001) + `"`), "content of more"},
		{"long embeds", answer, message(`"embeds": [` + many(3, `{"description": "`+strings.Repeat("d", 2100)+`", "fields": [{"name": "n", "value": "v"}]}`) + `]`), "embeds of more"},
		{"content beside components", answer, message(`"flags": 32768, "content": "a", "components": [{"type": 10, "content": "a"}]`), "beside components"},
		{"components without the flag", answer, message(`"components": [{"type": 10, "content": "a"}]`), "without the flag"},
		{"no components", answer, message(`"flags": 32768, "components": []`), "no components"},
		{"41 components", answer, v2(many(41, `{"type": 14}`)), "41 components"},
		{"long text", answer, v2(many(2, `{"type": 10, "content": "`+strings.Repeat("a", 2001)+`"}`)), "text of 4002"},
		{"an empty text", answer, v2(`{"type": 10, "content": " "}`), "an empty text"},
		{"a custom_id twice", answer, v2(`{"type": 1, "components": [` + many(2, `{"type": 2, "style": 1, "label": "a", "custom_id": "x"}`) + `]}`), `"x" twice`},
		{"a custom_id within a section", answer, v2(many(2, `{"type": 9, "components": [{"type": 10, "content": "a"}], "accessory": {"type": 2, "style": 2, "label": "a", "custom_id": "x"}}`)), `"x" twice`},
		{"six buttons", answer, v2(`{"type": 1, "components": [` + many(6, `{"type": 2, "style": 1, "label": "a", "custom_id": "x#"}`) + `]}`), "a row of 6"},
		{"a button to nowhere", answer, v2(`{"type": 1, "components": [{"type": 2, "style": 1, "label": "a"}]}`), "needs either"},
		{"a button without a word", answer, v2(`{"type": 1, "components": [{"type": 2, "style": 1, "custom_id": "x"}]}`), "without label"},
		{"a value twice", answer, v2(`{"type": 1, "components": [{"type": 3, "custom_id": "m", "options": [` + many(2, `{"label": "l", "value": "v"}`) + `]}]}`), "empty or twice"},
		{"26 completions", answer, `{"type": 8, "data": {"choices": [` + many(26, `{"name": "n#", "value": "v"}`) + `]}}`, "26 choices"},
		{"an empty completion", answer, `{"type": 8, "data": {"choices": [{"name": "", "value": "v"}]}}`, "choice whose name"},
		{"no completions", answer, `{"type": 8, "data": {}}`, "no list of choices"},
		{"a capital", put, `[{"name": "Ask", "description": "d"}]`, `the name "Ask"`},
		{"a space", put, `[{"name": "ask me", "description": "d"}]`, `the name "ask me"`},
		{"a capital in another language", put, `[{"name": "ask", "name_localizations": {"pl": "Pytaj"}, "description": "d"}]`, `the name "Pytaj"`},
		{"no description", put, `[{"name": "ask"}]`, "a description of 0"},
		{"a long description", put, `[{"name": "ask", "description": "` + strings.Repeat("d", 101) + `"}]`, "a description of 101"},
		{"a command twice", put, `[` + many(2, `{"name": "ask", "description": "d"}`) + `]`, `"ask" twice`},
		{"an option twice", put, `[{"name": "ask", "description": "d", "options": [` + many(2, `{"type": 3, "name": "o", "description": "d"}`) + `]}]`, "there twice"},
		{"required after optional", put, `[{"name": "ask", "description": "d", "options": [{"type": 3, "name": "a", "description": "d"}, {"type": 3, "name": "b", "description": "d", "required": true}]}]`, "required after"},
		{"26 options", put, `[{"name": "ask", "description": "d", "options": [` + many(26, `{"type": 3, "name": "o#", "description": "d"}`) + `]}]`, "26 options"},
		{"an unknown field", put, `[{"name": "ask", "description": "d", "colour": "red"}]`, `unknown field "colour"`},
		{"choices and completion", put, `[{"name": "ask", "description": "d", "options": [{"type": 3, "name": "a", "description": "d", "autocomplete": true, "choices": [{"name": "", "value": "v"}]}]}]`, "both choices"},
		{"too much in all", put, `[{"name": "ask", "description": "d", "options": [` + many(25, `{"type": 3, "name": "o#", "description": "d", "choices": [`+strings.ReplaceAll(many(5, `{"name": "`+strings.Repeat("n", 90)+`", "value": "v"}`), "#", "")+`]}`) + `]}]`, "in all"},
	} {
		t.Run(c.name, func(t *testing.T) {
			method, path, _ := strings.Cut(c.request, " ")
			do(t, s, method, path, "application/json", c.body, s.Token())
			made := s.Requests()
			faults := strings.Join(made[len(made)-1].Faults, "\n")
			if c.want == "" && faults != "" || !strings.Contains(faults, c.want) {
				t.Errorf("faults %q, want one of %q", faults, c.want)
			}
		})
	}
}

func TestDescriptionIsUsed(t *testing.T) {
	if _, err := os.Stat(filepath.Join("..", "..", "..", "..", "shared", "discord", "openapi.json")); err != nil {
		t.Skip("skipped: Discord's description of its API is not beside the project")
	}
	for name, body := range map[string]string{
		"flags in words":            message(`"content": "a", "flags": "many"`),
		"an unknown component":      v2(`{"type": 99}`),
		"a section without a side":  v2(`{"type": 9, "components": [{"type": 10, "content": "a"}]}`),
		"a label of 81 characters":  v2(`{"type": 1, "components": [{"type": 2, "style": 1, "custom_id": "x", "label": "` + strings.Repeat("l", 81) + `"}]}`),
		"a container in a row":      v2(`{"type": 1, "components": [{"type": 17, "components": [{"type": 14}]}]}`),
		"an answer of unknown kind": `{"type": 77}`,
	} {
		t.Run(name, func(t *testing.T) {
			s := standin.Start(tolerant{t}, standin.Options{})
			if status, _ := do(t, s, "POST", "/interactions/1/t/callback", "application/json", body, ""); status != 400 {
				t.Errorf("status %d, want 400", status)
			}
		})
	}
}

func do(t *testing.T, s *standin.Server, method, path, kind, body, token string) (int, string) {
	t.Helper()
	r, err := http.NewRequest(method, s.URL()+"/api/v10"+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Authorization", "Bot "+token)
	r.Header.Set("Content-Type", kind)
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	out, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp.StatusCode, string(out)
}

func TestREST(t *testing.T) {
	s := standin.Start(tolerant{t}, standin.Options{})
	var form bytes.Buffer
	w := multipart.NewWriter(&form)
	if err := w.WriteField("payload_json", `{"content": "a", `+none+`}`); err != nil {
		t.Fatal(err)
	}
	w.Close()
	for _, c := range []struct {
		name, method, path, kind, body, token string
		status                                int
		want                                  string
	}{
		{"the gateway needs no token", "GET", "/gateway", "", "", "", 200, "ws://"},
		{"the bot's gateway does", "GET", "/gateway/bot", "", "", "wrong", 401, "401"},
		{"who am I", "GET", "/users/@me", "", "", "right-token", 200, "dossierbot"},
		{"what am I", "GET", "/applications/@me", "", "", "right-token", 200, standin.AppID},
		{"no such place", "GET", "/nowhere", "", "", "right-token", 404, "Not Found"},
		{"another's commands", "PUT", "/applications/5/commands", "application/json", "[]", "right-token", 403, "20012"},
		{"an unknown interaction", "POST", "/interactions/1/t/callback", "application/json", `{"type": 8, "data": {"choices": []}}`, "", 404, "10062"},
		{"a further message", "POST", "/webhooks/" + standin.AppID + "/t", w.FormDataContentType(), form.String(), "", 200, standin.ChannelID},
		{"an edit", "PATCH", "/webhooks/" + standin.AppID + "/t/messages/@original", "application/json", `{"content": "a", ` + none + `}`, "", 200, standin.ChannelID},
		{"an edit of another's", "PATCH", "/webhooks/5/t/messages/@original", "application/json", `{"content": "a", ` + none + `}`, "", 404, "10015"},
		{"a multipart without the message", "POST", "/webhooks/" + standin.AppID + "/t", "multipart/form-data; boundary=x", "--x--\r\n", "", 400, "payload_json"},
	} {
		t.Run(c.name, func(t *testing.T) {
			status, body := do(t, s, c.method, c.path, c.kind, c.body, c.token)
			if status != c.status || !strings.Contains(body, c.want) {
				t.Errorf("%d %s, want %d and %q", status, body, c.status, c.want)
			}
		})
	}
	if resp, err := http.Get(s.URL() + "/api/v3/gateway"); err != nil || resp.StatusCode != 400 {
		t.Errorf("version 3: %v, %v", resp, err)
	}
}

// client is a bot of a few lines.
func client(t *testing.T, s *standin.Server, token string) *websocket.Conn {
	t.Helper()
	c, _, err := websocket.DefaultDialer.Dial("ws"+strings.TrimPrefix(s.URL(), "http")+"/gateway/?v=10&encoding=json", nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	if err := c.WriteJSON(map[string]any{"op": 2, "d": map[string]any{"token": "Bot " + token, "intents": 0, "properties": map[string]any{}}}); err != nil {
		t.Fatal(err)
	}
	return c
}

func TestInteractionTakesOneAnswerInTime(t *testing.T) {
	s := standin.Start(t, standin.Options{Deadline: time.Second})
	c := client(t, s, s.Token())
	answers := make(chan string, 3)
	go func() {
		for n := 0; ; {
			var p struct {
				T string
				D struct{ ID, Token string }
			}
			if c.ReadJSON(&p) != nil {
				return
			}
			if p.T != "INTERACTION_CREATE" {
				continue
			}
			if n++; n == 1 {
				for range 2 {
					_, body := do(t, s, "POST", "/interactions/"+p.D.ID+"/"+p.D.Token+"/callback", "application/json", v2(`{"type": 10, "content": "hello"}`), "")
					answers <- body
				}
				continue
			}
			time.Sleep(1100 * time.Millisecond)
			_, body := do(t, s, "POST", "/interactions/"+p.D.ID+"/"+p.D.Token+"/callback", "application/json", v2(`{"type": 10, "content": "late"}`), "")
			answers <- body
		}
	}()
	if r := s.Send(standin.Slash("ask", standin.Option{Name: "n", Value: 3})); r.Text != "hello" || r.Private() || r.Type != 4 {
		t.Errorf("reply %+v", r)
	}
	if first, second := <-answers, <-answers; first != "" || !strings.Contains(second, "40060") {
		t.Errorf("answers to two answers: %q, %q", first, second)
	}
	if _, err := s.TrySend(standin.Slash("ask")); err != standin.ErrNoAnswer {
		t.Errorf("a late answer: %v", err)
	}
	if late := <-answers; !strings.Contains(late, "10062") {
		t.Errorf("answer to a late answer: %q", late)
	}
	s.CloseWith(4000)
}

func TestWrongTokenIsClosed(t *testing.T) {
	s := standin.Start(t, standin.Options{})
	c := client(t, s, "wrong")
	for {
		var p json.RawMessage
		if err := c.ReadJSON(&p); err != nil {
			if !websocket.IsCloseError(err, 4004) {
				t.Errorf("closed with %v, want 4004", err)
			}
			return
		}
	}
}

func TestGateway(t *testing.T) {
	s := standin.Start(t, standin.Options{Scripts: []standin.Script{standin.InvalidSession}})
	c := client(t, s, s.Token())
	expect := func(op int, event string) map[string]any {
		t.Helper()
		for {
			var p struct {
				Op int
				T  string
				D  map[string]any
			}
			var raw json.RawMessage
			if err := c.ReadJSON(&raw); err != nil {
				t.Fatalf("waiting for op %d %s: %v", op, event, err)
			}
			json.Unmarshal(raw, &p) // the d of op 9 is no object, and is not looked at
			if p.Op == op && p.T == event {
				return p.D
			}
		}
	}
	send := func(op int, d any) {
		t.Helper()
		if err := c.WriteJSON(map[string]any{"op": op, "d": d}); err != nil {
			t.Fatal(err)
		}
	}
	identity := map[string]any{"token": "Bot " + s.Token(), "intents": 1}
	expect(10, "")
	expect(9, "")
	send(2, identity)
	session := expect(0, "READY")["session_id"]
	send(1, nil)
	expect(11, "")
	s.AskToReconnect()
	expect(7, "")
	if n := s.Counts(); n != (standin.Counts{Connections: 1, Identified: 1, Heartbeats: 1, Intents: 1}) {
		t.Errorf("counts %+v", n)
	}

	c = client(t, s, s.Token())
	expect(0, "READY")
	send(6, map[string]any{"token": "Bot " + s.Token(), "session_id": session, "seq": 1})
	expect(0, "RESUMED")
	s.ForgetSessions()
	send(6, map[string]any{"token": "Bot " + s.Token(), "session_id": session, "seq": 1})
	expect(9, "")
	s.Drop()
	s.Wait("nobody to be connected", func() bool { return !s.Connected() })

	do(t, s, "PUT", "/applications/"+standin.AppID+"/commands", "application/json", `[]`, s.Token())
	if got := string(s.Commands("")); got != "[]" {
		t.Errorf("commands %s", got)
	}
}

func TestPressAndChoose(t *testing.T) {
	s := standin.Start(t, standin.Options{})
	r := standin.Reply{
		Flags: 64, Buttons: []standin.Button{{Label: "More", CustomID: "more:1"}},
		Menu: standin.Menu{CustomID: "pick", Options: []standin.MenuOption{{Label: "A", Value: "a"}}},
	}
	if i := s.Press(r, "More"); i.CustomID != "more:1" || i.Flags != 64 || i.Type != 3 {
		t.Errorf("pressed %+v", i)
	}
	if i := s.Choose(r, "a"); i.CustomID != "pick" || len(i.Values) != 1 {
		t.Errorf("chosen %+v", i)
	}
	if i := standin.Typing("ask", "speaker", "x"); !i.Options[0].Focused || i.Type != 4 {
		t.Errorf("typing %+v", i)
	}
	if !r.Private() || len(r.Labels()) != 1 {
		t.Errorf("reply %+v", r)
	}
}

// A client that is killed while it sends has made no faulty request.
func TestRequestBrokenOff(t *testing.T) {
	s := standin.Start(t, standin.Options{})
	conn, err := net.Dial("tcp", strings.TrimPrefix(s.URL(), "http://"))
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	fmt.Fprintf(conn, "PUT /api/v10/applications/%s/commands HTTP/1.1\r\nHost: discord\r\nAuthorization: Bot %s\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n[{", standin.AppID, s.Token())
	if err := conn.(*net.TCPConn).CloseWrite(); err != nil {
		t.Fatal(err)
	}
	_, _ = io.ReadAll(conn) // until the server is done with it
	if got := s.Requests(); len(got) > 0 {
		t.Errorf("it counts as a request: %+v", got)
	}
}
