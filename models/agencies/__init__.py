"""Employers and agencies, and who works for them."""
