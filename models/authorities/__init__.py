"""Authorities, their reviewers, regions and contacts."""
