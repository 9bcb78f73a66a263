"""退休返聘: an answer that every case has. Left alone it is no; yes and no stand in the paper; nothing is not an answer."""

from typing import Any

import pytest

from models.kernel.errors import Refused, UnmetRequirement
from models.registration.digest import preview_digest
from models.registration.gather import assess
from models.registration.papers import application_paper
from models.registration.steps.drafting import save_registration
from models.registration.steps.filing import submit_registration
from models.registration.tables import Registration
from tests.factories import Story, case, draft

PATH = ("employment", "retired")


async def answered(story: Story, answer: bool | None) -> Registration:
    changes: dict[str, Any] = {"retired": answer}
    on = {"id": story.case.id, "version": story.case.version}
    story.case = (await save_registration(story.filer, **on, changes=changes)).value
    return story.case


async def gaps(row: Registration) -> set[tuple[str, ...] | None]:
    return {one.path for one in (await assess(row)).findings if one.blocks and one.rule == "REG-FORM"}


async def test_left_alone_it_says_no_and_is_no_gap(sqlite: str) -> None:
    row = await draft()
    assert row.retired is False
    assert PATH not in await gaps(row)


@pytest.mark.parametrize("answer", [True, False])
async def test_yes_and_no_are_kept_as_answered(sqlite: str, answer: bool) -> None:
    story = await case(stage=None)
    row = await answered(story, answer)
    assert (await Registration.get(id=row.id)).retired is answer
    assert (await application_paper(row)).retired is answer
    assert PATH not in await gaps(row)


async def test_without_an_answer_nothing_is_handed_in(sqlite: str) -> None:
    story = await case(stage=None)
    row = await answered(story, None)
    assert PATH in await gaps(row)
    with pytest.raises(Refused) as refused:
        await submit_registration(
            story.filer, id=row.id, version=row.version, digest=await preview_digest(row)
        )
    (error,) = refused.value.errors
    assert isinstance(error, UnmetRequirement)
    assert (error.path, error.finding.present, error.finding.needed) == (PATH, "未填写", "必填")


async def test_changing_the_answer_changes_what_is_confirmed(sqlite: str) -> None:
    story = await case(stage=None)
    no = await preview_digest(await answered(story, False))
    assert await preview_digest(await answered(story, True)) != no
