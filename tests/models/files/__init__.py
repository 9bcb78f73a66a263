"""Files: checks, storage, tickets, the photo tool."""
