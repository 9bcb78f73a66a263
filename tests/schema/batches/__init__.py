"""Batches over GraphQL."""
