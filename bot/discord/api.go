package discord

import (
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"time"
)

// The API of Discord that is used. discordgo asks for version 9; Discord's own
// description and Components V2 are of version 10, and for the calls made here
// the two differ in nothing else.
// https://discord.com/developers/docs/reference#api-versioning
const (
	discordAPI  = "https://discord.com/api/v10"
	apiVersion  = "v10"
	restTimeout = 20 * time.Second
)

var (
	versionedPath = regexp.MustCompile(`^/api(/v[0-9]+)?/*`)     // of a call of discordgo's
	versionedEnd  = regexp.MustCompile(`/api(/v[0-9]+)?/*$|/*$`) // of an address that is set
)

// parseAPI reads the address of the API: with or without a path, which may
// end in /api or /api/v10.
func parseAPI(address string) (*url.URL, error) {
	if strings.TrimSpace(address) == "" {
		address = discordAPI
	}
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return nil, fmt.Errorf("discord.api_url is %q: want an address such as %s", address, discordAPI)
	}
	u.Path = versionedEnd.ReplaceAllString(u.Path, "") + "/api/" + apiVersion
	return u, nil
}

// transport sends every call to the API that is set. discordgo's addresses
// are fixed when it is loaded.
type transport struct {
	api  *url.URL
	next http.RoundTripper
}

func (t transport) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	r.URL.Scheme, r.URL.Host, r.Host = t.api.Scheme, t.api.Host, ""
	rest := versionedPath.ReplaceAllString(r.URL.Path, "")
	r.URL.Path, r.URL.RawPath = t.api.Path+"/"+rest, ""
	return t.next.RoundTrip(r)
}

func newClient(api *url.URL) *http.Client {
	return &http.Client{Timeout: restTimeout, Transport: transport{api, http.DefaultTransport}}
}
