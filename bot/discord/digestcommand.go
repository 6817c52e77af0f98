package discord

import (
	"github.com/bwmarrin/discordgo"
)

// The commands on digests and on the bot itself, the subcommands of the first,
// and their options.
const (
	cmdDigest = "digest"
	cmdStatus = "status"

	subSubscribe = "subscribe"
	subList      = "list"
	subEdit      = "edit"
	subPause     = "pause"
	subResume    = "resume"
	subRemove    = "remove"
	subPreview   = "preview"

	optChannel  = "channel"
	optActors   = "actors"
	optTopics   = "topics"
	optSources  = "sources"
	optSchedule = "schedule"
	optLanguage = "language"
	optNumber   = "number"
)

// digestCommand is what is registered for digests. Discord shows it to those
// who may manage channels, unless a server decides otherwise.
func digestCommand() *discordgo.ApplicationCommand {
	channel := commandOption(optChannel, "The channel that is told", discordgo.ApplicationCommandOptionChannel)
	channel.ChannelTypes = tellable
	language := commandOption(optLanguage, "The language of our own words; quotations stay as they are", discordgo.ApplicationCommandOptionString)
	for _, l := range tongues() {
		language.Choices = append(language.Choices, &discordgo.ApplicationCommandOptionChoice{Name: l.name, Value: l.tag.String()})
	}
	filter := []*discordgo.ApplicationCommandOption{
		completed(optActors, "Only what is by or about these, with commas between; “all” for everybody"),
		completed(optTopics, "Only what is on these, with commas between; “all” for all"),
		completed(optSources, "Only these documents or publishers, with commas between; “all” for all"),
		commandOption(optQuestion, "Only passages that answer this; “all” for none", discordgo.ApplicationCommandOptionString),
	}
	schedule := completed(optSchedule, "At once, or daily or weekly at an hour: weekly Monday 08:00 Europe/Vilnius")
	number := completed(optNumber, "The number of the subscription")
	with := func(first *discordgo.ApplicationCommandOption, more ...*discordgo.ApplicationCommandOption) []*discordgo.ApplicationCommandOption {
		return append(append([]*discordgo.ApplicationCommandOption{first}, filter...), more...)
	}
	numbered := []*discordgo.ApplicationCommandOption{needed(copied(number))}

	c := command(cmdDigest, "Tell channels what changes in the dossier",
		sub(subSubscribe, "Tell a channel what changes from now on", with(needed(copied(channel)), schedule, language)...),
		sub(subList, "What is told to which channels of this server"),
		sub(subEdit, "Change what a channel is told, when, or which one is", append(numbered, with(channel, schedule, language)...)...),
		sub(subPause, "Stop telling for a while; what changes meanwhile is told later", numbered...),
		sub(subResume, "Go on telling, and tell what was missed", numbered...),
		sub(subRemove, "Stop telling for good", numbered...),
		sub(subPreview, "How a digest would look now, to you alone", with(number, language)...),
	)
	may := int64(discordgo.PermissionManageChannels)
	c.DefaultMemberPermissions = &may
	c.Contexts = &[]discordgo.InteractionContextType{discordgo.InteractionContextGuild}
	c.IntegrationTypes = &[]discordgo.ApplicationIntegrationType{discordgo.ApplicationIntegrationGuildInstall}
	return c
}

// sub is a subcommand.
func sub(name, description string, options ...*discordgo.ApplicationCommandOption) *discordgo.ApplicationCommandOption {
	w := subWords[name]
	return &discordgo.ApplicationCommandOption{
		Type: discordgo.ApplicationCommandOptionSubCommand, Name: name, NameLocalizations: w.names(),
		Description: description, DescriptionLocalizations: w.descriptions(), Options: options,
	}
}

func copied(o *discordgo.ApplicationCommandOption) *discordgo.ApplicationCommandOption {
	c := *o
	return &c
}
