"""Applications for registration, their review, and the certificates they yield."""
