"""One file is one profession: its rulebook as typed data."""
