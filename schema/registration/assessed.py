"""What the rules say of cases: gathered once for all rows and all fields of an operation."""

import asyncio
from collections.abc import Sequence

from models.kernel.rules import Finding
from models.registration.gather import Assessment, assess_all
from models.registration.shown import AdviceShown, DemandShown, advice_shown, demands_shown
from models.registration.shown_parts import HoursShown, hours_shown
from models.registration.surrounding import by_id
from models.registration.tables import Registration, WorkItem
from schema.common.context import Context


async def case_findings(context: Context, rows: Sequence[Registration]) -> list[list[Finding]]:
    return [one.findings for one in await _assessed(context, rows)]


async def work_findings(context: Context, rows: Sequence[WorkItem]) -> list[list[Finding]]:
    cases = await by_id(Registration, (row.registration_id for row in rows))
    return await case_findings(context, [cases[row.registration_id] for row in rows])


async def case_advice(context: Context, rows: Sequence[Registration]) -> list[AdviceShown]:
    return [advice_shown(one.advice) for one in await _assessed(context, rows)]


async def case_demands(context: Context, rows: Sequence[Registration]) -> list[list[DemandShown]]:
    return [demands_shown(one) for one in await _assessed(context, rows)]


async def case_hours(context: Context, rows: Sequence[Registration]) -> list[HoursShown]:
    return [hours_shown(one) for one in await _assessed(context, rows)]


async def _assessed(context: Context, rows: Sequence[Registration]) -> list[Assessment]:
    loader = context.loaders.of(_assessed, _fetch)
    return await asyncio.gather(*(loader.load(row) for row in rows))


async def _fetch(rows: Sequence[Registration]) -> dict[Registration, Assessment]:
    return dict(zip(rows, await assess_all(rows), strict=True))
