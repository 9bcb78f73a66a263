"""Lists are assessed as a whole: a page of fifty takes as many statements as a page of one, and says the same."""

from collections.abc import Callable
from typing import Any

import pytest
from tortoise import Tortoise

from models.kernel.database import READER
from models.kernel.viewer import Viewer
from models.kernel.workdays import work_calendar
from models.registration.kinds import RegistrationState, StageKind
from models.registration.tables import RegistrationStage, WorkItem
from tests.factories import Story, case, made
from tests.registration_story import claimed, returned
from tests.schema.registration.asking import ask

SIZES = (1, 10, 50)
PRE = StageKind.PRE_EXAMINATION
CASES = """query ($first: Int!) { registrations(first: $first) { nodes { id title deadline { workdaysLeft } previewDigest
  availableActions { action ready reason findings { rule message } } findings { rule met present needed }
  demands { kind met } authorityAdvice { rule advised { id } choices { id } } withdrawalRequest { state }
  receipt { id } stages { id kind officer { name } deadline { dueAt } } } } }"""
WORK = """query ($first: Int!) { workQueue(first: $first) { nodes { id deadline { dueAt } findings { rule met }
  subject { id title availableActions { action ready reason } } } } }"""


async def crowd(story: Story, count: int) -> None:
    """More cases like the story's one, with stage and work where it has them."""
    for number in range(count):
        case = await copied(story.case, number=None, sort_number=f"copy {number:03d}")
        for stage in await RegistrationStage.filter(registration_id=story.case.id).order_by("place"):
            await copied(stage, registration_id=case.id)
        item = await WorkItem.filter(registration_id=story.case.id).first()
        if item:
            stage = await RegistrationStage.get(registration_id=case.id, place=1)
            await copied(item, registration_id=case.id, stage_id=stage.id)


async def copied(row: Any, **other: Any) -> Any:
    known = {name: getattr(row, name) for name in row._meta.db_fields if name != "id"}
    return await made(type(row), **known | other)


async def statements(patch: pytest.MonkeyPatch, viewer: Viewer, document: str, first: int) -> tuple[int, Any]:
    """How many were read for a page, and what it says."""
    connection, texts = Tortoise.get_connection(READER), list[str]()

    def counting(real: Callable[..., Any]) -> Callable[..., Any]:
        def counted(query: str, *values: Any) -> Any:
            texts.append(query)
            return real(query, *values)

        return counted

    with patch.context() as patched:
        for way in ("execute_query_dict", "execute_query", "at_once"):
            patched.setattr(connection, way, counting(getattr(connection, way)))
        (page,) = (await ask(viewer, document, first=first)).values()
    assert len(page["nodes"]) == first
    return len(texts), page["nodes"]


@pytest.mark.parametrize(
    "state", [RegistrationState.DRAFT, RegistrationState.IN_REVIEW, RegistrationState.RETURNED]
)
async def test_the_filers_list(
    sqlite: str, monkeypatch: pytest.MonkeyPatch, state: RegistrationState
) -> None:
    story = await case(stage=None if state is RegistrationState.DRAFT else PRE)
    if state is RegistrationState.RETURNED:
        await returned(story, PRE)
    await crowd(story, max(SIZES) - 1)
    await work_calendar()
    pages = [await statements(monkeypatch, story.filer, CASES, size) for size in SIZES]
    assert len({count for count, _ in pages}) == 1, [count for count, _ in pages]
    assert all(node["availableActions"] and node["findings"] for node in pages[-1][1])
    (mine,) = [node for node in pages[-1][1] if node["id"] == story.case.global_id]
    assert any(one["met"] for one in mine["findings"])


async def test_the_reviewers_lists(sqlite: str, monkeypatch: pytest.MonkeyPatch) -> None:
    story = await case()
    officer = story.desk.officers[PRE]
    await claimed(story, officer)
    await crowd(story, max(SIZES) - 1)
    await work_calendar()
    for document in (CASES, WORK):
        pages = [await statements(monkeypatch, officer, document, size) for size in SIZES]
        assert len({count for count, _ in pages}) == 1, [count for count, _ in pages]


async def test_a_page_says_of_each_case_what_is_said_of_it_alone(database: str) -> None:
    """Different cases on one page do not mix: each reads as if it were alone."""
    draft = await case(stage=None)
    held, free = await case(at=draft.desk), await case(at=draft.desk)
    away = await case(at=draft.desk)
    await returned(away, PRE)
    await claimed(held, draft.desk.officers[PRE])
    fields = CASES[CASES.index("nodes {") + len("nodes {") : -len("} } }") - 1]
    alone = f"query ($id: ID!) {{ node(id: $id) {{ ... on Registration {{ {fields} }} }} }}"
    for viewer, first in ((draft.desk.officers[PRE], 3), (free.filer, 1), (away.filer, 1)):
        for node in (await ask(viewer, CASES, first=first))["registrations"]["nodes"]:
            assert (await ask(viewer, alone, id=node["id"]))["node"] == node
