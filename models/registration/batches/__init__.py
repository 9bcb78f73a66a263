"""Half-monthly batches: cases that are reported up, or announced, together."""
