"""Delivery of the journal to listeners: one reader per process, streams that resume, presence. Knows no GraphQL."""
