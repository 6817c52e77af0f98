package discord

import (
	"github.com/bwmarrin/discordgo"

	"dossierbot/index"
)

// The commands and their options as Discord sends them back. Readers see them
// in their own language where locales.go has it.
const (
	cmdAsk      = "ask"
	cmdVerify   = "verify"
	cmdActor    = "actor"
	cmdTimeline = "timeline"
	cmdCompare  = "compare"
	cmdTopic    = "topic"
	cmdSources  = "sources"
	cmdHelp     = "help"

	optQuestion  = "question"
	optQuotation = "quotation"
	optSpeaker   = "speaker"
	optMentioned = "mentioned"
	optTopic     = "topic"
	optSource    = "source"
	optFrom      = "from"
	optTo        = "to"
	optSort      = "sort"
	optPrivate   = "private"
	optName      = "name"
	optSubject   = "subject"
	optFirst     = "first"
	optSecond    = "second"
	optAsOf      = "as_of"
)

// commands are what is registered with Discord.
func commands() []*discordgo.ApplicationCommand {
	private := commandOption(optPrivate, "Show the answer to you alone", discordgo.ApplicationCommandOptionBoolean)
	question := needed(commandOption(optQuestion, "In plain words, such as: what did the minister say in May", discordgo.ApplicationCommandOptionString))
	quotation := needed(commandOption(optQuotation, "The words that you want to quote", discordgo.ApplicationCommandOptionString))
	order := commandOption(optSort, "The order of the passages", discordgo.ApplicationCommandOptionString)
	order.Choices = []*discordgo.ApplicationCommandOptionChoice{
		{Name: "relevance", Value: string(index.Relevance), NameLocalizations: orders[index.Relevance]},
		{Name: "newest", Value: string(index.Newest), NameLocalizations: orders[index.Newest]},
	}
	from := commandOption(optFrom, "Not before this date: 2025, 2025-11 or 2025-11-26", discordgo.ApplicationCommandOptionString)
	to := commandOption(optTo, "Not after this date: 2025, 2025-11 or 2025-11-26", discordgo.ApplicationCommandOptionString)
	asOf := commandOption(optAsOf, "How it was then: 2025, 2025-11 or 2025-11-26", discordgo.ApplicationCommandOptionString)
	topic := completed(optTopic, "Only this topic")
	return []*discordgo.ApplicationCommand{
		command(cmdAsk, "Ask the dossier: passages word for word, with source and date",
			question,
			completed(optSpeaker, "Only what this person or body said"),
			completed(optMentioned, "Only passages that name this person or body"),
			topic,
			completed(optSource, "Only this document or publisher"),
			from,
			to,
			order,
			private,
		),
		command(cmdVerify, "Is this quotation in the dossier word for word, and who said it, when and where",
			quotation, private),
		command(cmdActor, "Where a person or body stands, with the evidence; without a name, the list",
			completed(optName, "A person, party, institution or state"), topic, asOf, private),
		command(cmdTimeline, "What was said and what happened, oldest first, with the empty months and a picture",
			needed(completed(optSubject, "A person, party, institution, state or topic")), from, to, private),
		command(cmdCompare, "Two persons or bodies side by side, topic by topic, and where they differ",
			needed(completed(optFirst, "A person, party, institution or state")),
			needed(completed(optSecond, "Whom to hold against that")), topic, asOf, private),
		command(cmdTopic, "Who stands where on a topic; without one, a picture of all",
			topic, asOf, private),
		command(cmdSources, "The documents of the dossier", private),
		digestCommand(),
		command(cmdStatus, "How things stand: the dossier, its revision, and for who manages channels what goes wrong"),
		command(cmdHelp, "What can be asked here, with examples"),
	}
}

func command(name, description string, options ...*discordgo.ApplicationCommandOption) *discordgo.ApplicationCommand {
	w := commandWords[name]
	names, descriptions := w.names(), w.descriptions()
	return &discordgo.ApplicationCommand{
		Type:                     discordgo.ChatApplicationCommand,
		Name:                     name,
		NameLocalizations:        &names,
		Description:              description,
		DescriptionLocalizations: &descriptions,
		Options:                  options,
		Contexts: &[]discordgo.InteractionContextType{
			discordgo.InteractionContextGuild, discordgo.InteractionContextBotDM, discordgo.InteractionContextPrivateChannel,
		},
		IntegrationTypes: &[]discordgo.ApplicationIntegrationType{
			discordgo.ApplicationIntegrationGuildInstall, discordgo.ApplicationIntegrationUserInstall,
		},
	}
}

func commandOption(name, description string, kind discordgo.ApplicationCommandOptionType) *discordgo.ApplicationCommandOption {
	w := optionWords[name]
	return &discordgo.ApplicationCommandOption{
		Type: kind, Name: name, NameLocalizations: w.names(),
		Description: description, DescriptionLocalizations: w.descriptions(),
	}
}

func needed(o *discordgo.ApplicationCommandOption) *discordgo.ApplicationCommandOption {
	o.Required = true
	return o
}

func completed(name, description string) *discordgo.ApplicationCommandOption {
	o := commandOption(name, description, discordgo.ApplicationCommandOptionString)
	o.Autocomplete = true
	return o
}
