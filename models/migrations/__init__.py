"""Written by the ORM; one step per release."""
