"""Uploads and downloads over HTTP."""
