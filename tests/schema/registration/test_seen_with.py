"""Parts of a case and of a certificate are seen by exactly those who see the whole, asked for by it or by themselves."""

from collections.abc import Sequence
from typing import Any

import pytest

from models.kernel.viewer import PUBLIC_VIEWER, Viewer
from models.registration.kinds import StageKind
from schema.plans import reading, statement
from schema.plans.binding import Rows, bound
from schema.plans.paging import order_of
from schema.registration.certificates import Certificate, Seal
from schema.registration.types import Attachment, Registration, RegistrationStage
from tests.factories import case, desk, employer_account, engineer
from tests.registration_story import issue

WHOLES: dict[type, type] = {RegistrationStage: Registration, Attachment: Registration, Seal: Certificate}


async def keys(rows: Rows, viewer: Viewer) -> set[int]:
    level = statement.level(rows, viewer)
    there = [row.pk for row in await rows.model.all()]
    return (
        set()
        if level.is_empty
        else {row.pk for row in await reading.rows(rows.model, statement.by_keys(level, there))}
    )


async def by_whole(rows: Rows, viewer: Viewer, wholes: Sequence[int]) -> set[int]:
    link = rows.seen_with
    assert link
    level = statement.level(rows, viewer, link=link)
    if level.is_empty:
        return set()
    found = statement.listed(level, link, list(wholes), order_of(rows.model, "id"))
    return {row.pk for row in await reading.rows(rows.model, found)}


@pytest.mark.parametrize("part", WHOLES, ids=lambda part: str(part.__name__))
async def test_parts_are_seen_with_their_whole(database: str, part: type) -> None:
    story, draft = await case(stage=StageKind.CERTIFICATE_MAKING), await case(stage=None)
    await issue(story)
    other = await desk(short_name="川", region_code="510000")
    viewers = [
        story.filer, draft.filer, story.desk.head, *other.officers.values(), await engineer(), PUBLIC_VIEWER,
        await employer_account(story.employer),
    ]  # fmt: skip
    rows, whole = bound(part), bound(WHOLES[part])
    everything: list[Any] = await rows.model.all()
    wholes = [row.pk for row in await whole.model.all()]
    seen_by_anybody = set[int]()
    for viewer in viewers:
        visible = await keys(whole, viewer)
        wanted = {row.pk for row in everything if getattr(row, f"{rows.seen_with}_id") in visible}
        assert await keys(rows, viewer) == await by_whole(rows, viewer, wholes) == wanted
        seen_by_anybody |= wanted
    assert seen_by_anybody
