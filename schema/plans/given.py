"""What functions of columns may ask for besides columns, by the names of their parameters."""

from collections.abc import Iterable
from typing import Any

from models.kernel.clock import now
from models.kernel.workdays import work_calendar
from schema.common.context import Context

GIVEN = frozenset({"viewer", "context", "moment", "calendar"})
"""`moment`: the present instant; `calendar`: the working days. No model has a column of these names."""
WAITED = frozenset({"calendar"})


def given_now(context: Context) -> dict[str, Any]:
    """Those that need not be waited for."""
    return {"viewer": context.viewer, "context": context, "moment": now()}


async def given(context: Context, names: Iterable[str]) -> dict[str, Any]:
    """At least those of these names."""
    waited = {"calendar": await work_calendar()} if WAITED & set(names) else {}
    return given_now(context) | waited
