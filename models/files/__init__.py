"""Uploaded files: tickets, checks, photos, storage."""
