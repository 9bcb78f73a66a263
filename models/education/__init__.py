"""Continuing education: the class hours of persons."""
