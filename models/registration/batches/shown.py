"""What is shown of batches: words, progress, and what a viewer can do with one."""

from collections.abc import Sequence

from models.authorities.kinds import Grade, Profession
from models.authorities.tables import Region
from models.kernel.viewer import Viewer, ViewerKind
from models.kernel.workflow import Available
from models.people.masks import mask_name
from models.professions.words import PROFESSION_WORDS, engineer_title
from models.registration.batches.kinds import BATCH_KIND_WORDS, DEEDS, BatchKind, BatchState
from models.registration.batches.reads import relations_to_batch
from models.registration.batches.rehearsal import Rehearsal, rehearse
from models.registration.batches.tables import Batch
from models.registration.batches.workflow import BATCH
from models.registration.credentials import Certificate

NOT_HERE = {
    BatchKind.FIRST_EXAMINATION: "announce_batch",
    BatchKind.ANNOUNCEMENT: "report_batch",
}
"""A move of the other kind's."""
PROVINCE_DIGITS = 2
TO_COME = (BatchState.OPEN, BatchState.LOCKED)


def batch_title(profession: str, number: str, kind: BatchKind) -> str:
    """注册消防工程师2026-03批次（初审上报）."""
    return f"{PROFESSION_WORDS[Profession(profession)]}{number}批次（{BATCH_KIND_WORDS[kind]}）"


def batch_status(kind: BatchKind, state: BatchState) -> str:
    """What is done with a batch gives its end a word of its own."""
    return f"已{DEEDS[kind]}" if state is BatchState.DONE else BATCH.words[state]


def batch_progress(state: BatchState, carried: int, total: int) -> float | None:
    """0 to 1, once it is running. Entries taken out meanwhile are not missed: done is 1."""
    if state is BatchState.DONE:
        return 1.0
    return carried / max(total, 1) if state is BatchState.RUNNING else None


def batch_options(batch: Batch, viewer: Viewer) -> list[Available]:
    """The viewer's moves from the batch's present state."""
    found = BATCH.available(batch.state, relations_to_batch(batch, viewer))
    return [one for one in found if one.action != NOT_HERE[batch.kind]]


async def rehearsals(viewer: Viewer, rows: Sequence[Batch]) -> list[Rehearsal | None]:
    """For the authority's own reviewers, as long as the batch is to come."""
    return [
        await rehearse(row, viewer.reviewer_id)
        if row.state in TO_COME and relations_to_batch(row, viewer)
        else None
        for row in rows
    ]


def announced_name(name: str) -> str:
    return mask_name(name)


def announced_title(profession: str, grade: str | None) -> str:
    """一级注册消防工程师."""
    return engineer_title(Profession(profession), Grade(grade) if grade else None)


async def certificate_numbers(keys: Sequence[int]) -> dict[int, str]:
    """Cases to the numbers of the certificates they yielded so far."""
    found = Certificate.filter(registration_id__in=list(keys))
    return {row.registration_id: row.number for row in await found}


async def provinces(codes: Sequence[str]) -> list[str]:
    """The names of the provinces in which regions lie, in their order; empty where one is unknown."""
    keys = [f"{code[:PROVINCE_DIGITS]}0000" for code in codes]
    names = dict(await Region.filter(code__in=set(keys)).values_list("code", "name"))
    return [str(names.get(key, "")) for key in keys]


def at_desk(viewer: Viewer) -> bool:
    """May the viewer read what only reviewers see of a batch?"""
    return viewer.kind in (ViewerKind.REVIEWER, ViewerKind.SYSTEM)
