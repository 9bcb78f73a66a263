"""Wake-ups between processes: that something happened, never what. Each may be lost, doubled or late."""
