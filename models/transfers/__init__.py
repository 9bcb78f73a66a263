"""Imports and exports: files of many rows, read and checked before anything is taken over; lists given out as files."""
