"""Filters that people give a name and keep, across their devices."""
