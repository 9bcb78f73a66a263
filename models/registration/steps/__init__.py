"""The verbs of registration: one function each, by theme."""
