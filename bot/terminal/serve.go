package terminal

import (
	"context"
	"errors"
	"log/slog"

	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"

	"dossierbot/bot/discord"
)

// errNoToken says, in one sentence, what serve lacks.
var errNoToken = errors.New("no Discord token is set: put it into DOSSIERBOT_DISCORD_TOKEN, " +
	"or its file's name into DOSSIERBOT_DISCORD_TOKEN_FILE")

func (a *app) serveCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "serve",
		Short: "Connect to Discord and answer there, until interrupted",
		Long: `Connect to Discord and answer there, until interrupted. The corpus is watched:
what changes is answered from within seconds, and told to the channels that
subscribed (/digest subscribe).`,
		Args: cobra.NoArgs,
		RunE: a.configured(func(cmd *cobra.Command, _ []string) error { return a.serve(cmd.Context()) }),
	}
}

func (a *app) serve(ctx context.Context) (err error) {
	token, err := a.settings.Discord.BotToken()
	if err != nil {
		return err
	}
	if token == "" {
		return errNoToken
	}
	log := a.logger(slog.LevelInfo)
	s, err := a.openServed(ctx, string(token), log)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.close()) }()
	bot, err := discord.New(discord.Options{
		Token: string(token), APIURL: a.settings.Discord.APIURL, Guild: a.settings.Discord.Guild,
		Live: s.updater.Live(), Store: s.store, Channels: s.channels, Zone: a.settings.Digest.TimeZone,
		Wake: s.wake, Upkeep: s.upkeep, Version: version(), Log: log,
	})
	if err != nil {
		return err
	}
	ctx, stop := context.WithCancel(ctx) // so that all ends with the bot
	defer stop()
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error {
		defer stop()
		return bot.Run(ctx)
	})
	group.Go(func() error { return s.run(ctx) })
	if address := a.settings.Health.Address; address != "" {
		group.Go(func() error { return serveHealth(ctx, address, bot.Connected) })
	}
	return group.Wait()
}
