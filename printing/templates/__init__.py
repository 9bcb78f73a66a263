"""Templates of documents and their one style sheet."""

from pathlib import Path

TEMPLATES = Path(__file__).parent
