"""Accounts, sign-in, persons and their qualifications."""
