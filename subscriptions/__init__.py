"""Delivery of what happened: journal reader, wake-ups, streams, presence. Knows no GraphQL."""
