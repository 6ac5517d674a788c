"""The Kibana pack: `pack` says what analysts find there, `check` proves it against the mapping, `install` brings it in."""
