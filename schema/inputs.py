"""What inputs of several areas are declared with."""

from typing import Any

import strawberry


def optional(description: str) -> Any:
    """A field that may be left out; left out is not the same as null."""
    return strawberry.field(default=strawberry.UNSET, description=description)
