package standin_test

import (
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossierbot/bot/discord/standin"
)

// received is an interaction as a bot receives it.
type received struct {
	T string
	D struct {
		AppPermissions string `json:"app_permissions"`
		ChannelID      string `json:"channel_id"`
		Member         struct {
			Permissions string
			Roles       []string
			User        struct{ ID string }
		}
		Data struct {
			Options  []any
			Resolved struct {
				Channels map[string]struct {
					Type        int
					Permissions string
				}
			}
		}
	}
}

func TestInteractionTellsWhatIsPermitted(t *testing.T) {
	const board, hidden = "100000000000000020", "100000000000000021"
	s := standin.Start(t, standin.Options{})
	s.SetChannel(standin.Channel{ID: board, Name: "board", Type: standin.AnnouncementChannel, Overwrites: []standin.Overwrite{
		{ID: standin.GuildID, Deny: standin.SendMessages},
		{ID: standin.UserID, Member: true, Allow: standin.ManageChannels},
	}})
	s.SetChannel(standin.Channel{ID: hidden, Name: "hidden", Overwrites: []standin.Overwrite{{ID: standin.GuildID, Deny: standin.ViewChannel}}})
	c := client(t, s, s.Token())
	s.Wait("the client", s.Connected)

	for _, v := range []struct {
		name             string
		user, channel    string
		may, mayNot      int64 // of the user, in the channel that is chosen
		botMay, botMaynt int64 // of the bot, where the command is given
	}{
		{"a member", standin.UserID, standin.ChannelID, standin.SendMessages, standin.ManageChannels, standin.SendMessages, standin.ManageChannels},
		{"a moderator", standin.ModeratorID, standin.ChannelID, standin.SendMessages | standin.ManageChannels, standin.Administrator, standin.ViewChannel, 0},
		{"a member's own overwrite", standin.UserID, board, standin.ManageChannels | standin.ViewChannel, standin.SendMessages, standin.ViewChannel, 0},
		{"everyone's overwrite", standin.ModeratorID, board, standin.ManageChannels, standin.SendMessages, 0, 0},
		{"what is hidden", standin.ModeratorID, hidden, 0, ^0, 0, 0},
		{"the owner", standin.OwnerID, hidden, standin.Administrator | standin.ViewChannel, 0, 0, 0},
		{"a stranger", "9", standin.ChannelID, 0, ^0, 0, 0},
	} {
		t.Run(v.name, func(t *testing.T) {
			go s.TrySend(standin.Slash("digest", standin.Sub("subscribe", standin.Option{Name: "channel", Value: standin.In(v.channel)})).By(v.user))
			var got received
			for got.T != "INTERACTION_CREATE" {
				got = received{}
				if err := c.ReadJSON(&got); err != nil {
					t.Fatal(err)
				}
			}
			want := []any{map[string]any{"name": "subscribe", "type": 1.0, "options": []any{
				map[string]any{"name": "channel", "type": 7.0, "value": v.channel},
			}}}
			if d := cmp.Diff(want, got.D.Data.Options); d != "" {
				t.Error(d)
			}
			there := number(t, got.D.Data.Resolved.Channels[v.channel].Permissions)
			if there&v.may != v.may || there&v.mayNot != 0 {
				t.Errorf("%s may %b in the channel, want %b and not %b", v.name, there, v.may, v.mayNot)
			}
			if bot := number(t, got.D.AppPermissions); bot&v.botMay != v.botMay || bot&v.botMaynt != 0 {
				t.Errorf("the bot may %b, want %b and not %b", bot, v.botMay, v.botMaynt)
			}
			if got.D.Member.User.ID != v.user || got.D.ChannelID != standin.ChannelID {
				t.Errorf("by %s in %s", got.D.Member.User.ID, got.D.ChannelID)
			}
		})
	}
}

func number(t *testing.T, s string) int64 {
	t.Helper()
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	return n
}
