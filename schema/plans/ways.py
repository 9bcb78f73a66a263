"""How an operation, or a frame of a subscription, was run."""

from collections.abc import Callable
from enum import StrEnum


class Way(StrEnum):
    """By plan, by graphql-core because there is none, or by graphql-core after the plan met something unexpected."""

    PLAN = "plan"
    CORE = "core"
    FALLBACK = "fallback"


Note = Callable[[Way], None]
"""Counts one; must not block."""


def uncounted(_: Way) -> None:
    """Nobody wants to know."""
