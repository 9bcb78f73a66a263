"""Walks over the program: its modules, their syntax, and the tables in them."""

import ast
import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from models.kernel.workflow import Workflow

ROOT = Path(__file__).parent.parent
PACKAGES = ("models", "subscriptions", "printing", "schema", "api")


def source_files(*packages: str) -> Iterator[Path]:
    """Python files of the program, migrations left out."""
    for package in packages or PACKAGES:
        yield from (p for p in sorted((ROOT / package).rglob("*.py")) if "migrations" not in p.parts)


def syntax(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def modules(package: str) -> Iterator[ModuleType]:
    """Every module of a package, imported."""
    root = importlib.import_module(package)
    for found in pkgutil.walk_packages(root.__path__, f"{package}."):
        if ".migrations" not in found.name:
            yield importlib.import_module(found.name)


def workflows() -> dict[str, Workflow[Any]]:
    """Every workflow table of the domain, by name."""
    return {
        value.name: value
        for module in modules("models")
        for value in vars(module).values()
        if isinstance(value, Workflow)
    }
