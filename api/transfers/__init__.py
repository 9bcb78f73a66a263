"""Imports and exports: lists made as files, templates of imports."""
