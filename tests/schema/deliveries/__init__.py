"""Deliveries over GraphQL."""
