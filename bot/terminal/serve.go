package terminal

import (
	"context"
	"errors"
	"log/slog"

	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"

	"dossierbot/bot/discord"
	"dossierbot/handlers"
)

// errNoToken says, in one sentence, what serve lacks.
var errNoToken = errors.New("no Discord token is set: put it into DOSSIERBOT_DISCORD_TOKEN, " +
	"or its file's name into DOSSIERBOT_DISCORD_TOKEN_FILE")

func (a *app) serveCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "serve",
		Short: "Connect to Discord and answer there, until interrupted",
		Args:  cobra.NoArgs,
		RunE:  a.configured(func(cmd *cobra.Command, _ []string) error { return a.serve(cmd.Context()) }),
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
	d, err := a.open(ctx, writing, log)
	if err != nil {
		return err
	}
	live := handlers.NewLive(d.handlers, d.close)
	defer func() { err = errors.Join(err, live.Close()) }()
	bot, err := discord.New(discord.Options{
		Token: string(token), APIURL: a.settings.Discord.APIURL, Guild: a.settings.Discord.Guild,
		Live: live, Log: log,
	})
	if err != nil {
		return err
	}
	ctx, stop := context.WithCancel(ctx) // so that health ends with the bot
	defer stop()
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error {
		defer stop()
		return bot.Run(ctx)
	})
	if address := a.settings.Health.Address; address != "" {
		group.Go(func() error { return serveHealth(ctx, address, bot.Connected) })
	}
	return group.Wait()
}
