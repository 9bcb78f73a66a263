"""Where things are."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / ".cache" / "dev"
VENV = Path(sys.prefix)
VENV_PROGRAMS = VENV / "bin"
WEB = ROOT / "web"
WEB_PACKAGES = WEB / "node_modules"
WEB_OUTPUT = WEB / "dist"
SCHEMA_FILE = ROOT / "schema.graphql"
REQUIREMENT_LINES = ROOT / "docs" / "requirements.md"
REQUIREMENT_RESULTS = CACHE / "requirements.json"
PYTHON_PACKAGES = ("api", "schema", "models", "subscriptions", "printing", "tests", "bench")
