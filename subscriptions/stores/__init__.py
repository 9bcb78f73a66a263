"""Where processes keep what they share and may lose."""
