"""The vault in which files of imports lie."""

from tests.models.files.conftest import room

__all__ = ["room"]
