"""One file for each kind of import."""
