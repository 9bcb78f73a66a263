"""A registered engineer, and what becomes of a later application of any kind: by the real steps of everybody."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from models.files.tables import FilePurpose
from models.kernel.rules import blocking
from models.kernel.viewer import Viewer
from models.registration.credentials import Certificate
from models.registration.digest import preview_digest
from models.registration.gather import assess, book_of
from models.registration.kinds import RegistrationKind, StageKind
from models.registration.steps.drafting import (
    accept_pledge,
    choose_authority,
    save_registration,
    start_registration,
)
from models.registration.steps.files import attach_to_registration
from models.registration.steps.filing import submit_registration
from models.registration.tables import Registration
from tests.factories import FIRE, Story, case, passes, picture
from tests.registration_story import finish, issue

MAKING = StageKind.CERTIFICATE_MAKING
ISSUED_AT = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
"""A Monday; valid from that China day to 2029-03-01, to be renewed from 2028-12-01."""
VALID_UNTIL = date(2029, 3, 1)
WINDOW_OPENS = date(2028, 12, 1)


def morning(day: date) -> datetime:
    """Ten o'clock in China."""
    return datetime(day.year, day.month, day.day, 2, 0, tzinfo=UTC)


def midnight(day: date) -> datetime:
    """The first instant of a China day."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC) - timedelta(hours=8)


async def registered(**values: Any) -> tuple[Story, Certificate]:
    """An engineer with a certificate."""
    story = await case(stage=MAKING, **values)
    return story, await issue(story)


async def started(
    story: Story, kind: RegistrationKind, filer: Viewer | None = None, **about: Any
) -> Registration:
    return (await start_registration(filer or story.filer, profession=FIRE, kind=kind, **about)).value


async def filled_in(
    story: Story,
    kind: RegistrationKind,
    changes: Mapping[str, Any] | None = None,
    filer: Viewer | None = None,
    **about: Any,
) -> Story:
    """A draft with what was said, the photo and declaration that its form needs, and every demanded attachment."""
    filer = filer or story.filer
    row = await started(story, kind, filer, **about)
    form = book_of(row).form(kind)
    said: dict[str, Any] = dict(changes or {})
    if "photo_id" in form.required:
        said |= {"photo_id": (await picture(filer, FilePurpose.PHOTO)).id, "capable": True}
    row = (
        await accept_pledge(filer, id=row.id, version=row.version, pledge_edition=form.pledge.edition)
    ).value
    row = (await save_registration(filer, id=row.id, version=row.version, changes=said)).value
    facts = (await assess(row)).facts
    for demand in form.demanded(facts):
        if demand.required:
            file = await picture(filer)
            row = (
                await attach_to_registration(
                    filer, id=row.id, version=row.version, kind=demand.kind, file_id=file.id
                )
            ).value
    key = story.authority.id
    row = (await choose_authority(filer, id=row.id, version=row.version, authority_id=key)).value
    return replace(story, case=row, filer=filer)


async def handed_in(story: Story) -> Story:
    row, digest = story.case, await preview_digest(story.case)
    row = (await submit_registration(story.filer, id=row.id, version=row.version, digest=digest)).value
    return replace(story, case=row)


async def granted(story: Story) -> Certificate | None:
    """Every stage passes the case; gives the certificate it yields, if its route makes one."""
    route = [step.stage for step in book_of(story.case).form(story.case.kind).route]
    for stage in route:
        if stage is not MAKING:
            await passes(story, stage)
    if MAKING not in route:
        return None
    await finish(story)
    return await Certificate.get_or_none(registration_id=story.case.id)


async def unmet(row: Registration) -> dict[str, str]:
    """Rules that stand in the way, with their words."""
    return {one.rule: one.message for one in blocking((await assess(row)).findings)}
