"""The inbox: what the journal told a person or an employer, and what of it was read."""
