"""Pages that the service renders itself, and the files of the web app."""
