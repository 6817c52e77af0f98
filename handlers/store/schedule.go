package store

import "time"

// Schedule says when a subscription is told.
type Schedule struct {
	Every   string       `json:"every,omitempty"` // empty: at once; else "daily" or "weekly"
	Weekday time.Weekday `json:"weekday,omitempty"`
	Hour    int          `json:"hour,omitempty"`
	Minute  int          `json:"minute,omitempty"`
	Zone    string       `json:"zone,omitempty"`
}
