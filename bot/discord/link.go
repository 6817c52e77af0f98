package discord

import (
	"fmt"
	"net/url"
	"strings"
)

// link is a link to an address under a label of ours, or nothing where the
// address is none that a reader can safely follow or is so long that it would
// take the place of the words. An address comes from a
// document and is not trusted: only web addresses, no name and password in
// them (they make one host look like another), and no sign that could end the
// link early.
func link(label, address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.User != nil || u.Opaque != "" {
		return ""
	}
	if u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	if u.Hostname() == "" || strings.ContainsFunc(u.Host, func(r rune) bool { return !inHost(r) }) {
		return ""
	}
	var b strings.Builder
	for _, c := range []byte(u.String()) {
		if c <= ' ' || c >= 0x7F || strings.IndexByte("()<>[]\\\"'`*|^{}", c) >= 0 {
			fmt.Fprintf(&b, "%%%02X", c)
			continue
		}
		b.WriteByte(c)
	}
	if b.Len() > maxLink {
		return ""
	}
	return "[" + label + "](<" + b.String() + ">)"
}

func inHost(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' || r == '.' || r == ':'
}
