"""The vault in which files of transfers lie."""

from tests.models.files.conftest import room

__all__ = ["room"]
