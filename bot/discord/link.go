package discord

import "dossierbot/handlers"

// link is a link to an address under a label of ours, or nothing where the
// address is none that a reader can safely follow or is so long that it would
// take the place of the words.
func link(label, address string) string {
	safe, ok := handlers.WebAddress(address)
	if !ok || len(safe) > maxLink {
		return ""
	}
	return "[" + label + "](<" + safe + ">)"
}
