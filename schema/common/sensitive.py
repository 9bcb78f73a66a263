"""Root fields of which one operation may hold only one, so that aliases cannot multiply guesses."""

from typing import Any

from strawberry.types.field import StrawberryField

SENSITIVE: dict[str, Any] = {"sensitive": True}
"""`@strawberry.mutation(metadata=SENSITIVE)`: sign-in, codes, passwords."""


def is_sensitive(field: StrawberryField) -> bool:
    return bool(field.metadata.get("sensitive"))
