"""Saved filters: one's own on every device, nobody else's."""

from typing import Any

import pytest

from models.kernel.viewer import PUBLIC_VIEWER, Viewer
from models.views.steps import MOST
from schema.root import build_schema
from tests.factories import desk
from tests.schema.registration.asking import context

LIST = "query ($page: String) { savedViews(first: 50, filter: { page: $page }) { nodes { id name page query } } }"
SAVE = """mutation ($input: SaveViewInput!) { saveView(input: $input) {
    view { id name query } userErrors { code message path } cursor } }"""
REMOVE = (
    """mutation ($input: RemoveViewInput!) { removeView(input: $input) { removedId userErrors { code } } }"""
)
SCHEMA = build_schema()


async def ask(viewer: Viewer, document: str, **variables: Any) -> Any:
    result = await SCHEMA.execute(document, variables, context(viewer))
    assert result.errors is None, result.errors
    assert result.data is not None
    return next(iter(result.data.values()))


async def save(
    viewer: Viewer, name: str, query: str = "kind=INITIAL", page: str = "/desk", key: str = ""
) -> Any:
    given = {
        "name": name,
        "page": page,
        "query": query,
        "idempotencyKey": key or f"{name}/{page}/{query}"[:60],
    }
    return await ask(viewer, SAVE, input=given)


async def names(viewer: Viewer, page: str | None = "/desk") -> list[tuple[str, str]]:
    return [(one["name"], one["query"]) for one in (await ask(viewer, LIST, page=page))["nodes"]]


async def test_a_filter_is_kept_renewed_and_let_go(database: str) -> None:
    at = await desk()
    head = at.head
    kept = await save(head, "初始")
    assert kept["userErrors"] == []
    assert kept["cursor"]
    again = await save(head, "初始", "kind=INITIAL&tab=due")
    assert again["view"] == {"id": kept["view"]["id"], "name": "初始", "query": "kind=INITIAL&tab=due"}
    await save(head, "别页", page="/desk/mine")
    assert await names(head) == [("初始", "kind=INITIAL&tab=due")]
    assert len(await names(head, None)) == 2
    gone = await ask(head, REMOVE, input={"viewId": kept["view"]["id"], "idempotencyKey": "r"})
    assert gone == {"removedId": kept["view"]["id"], "userErrors": []}
    assert await names(head) == []


async def test_nobody_sees_or_removes_anothers(database: str) -> None:
    at = await desk()
    kept = (await save(at.head, "初始"))["view"]
    for viewer in (PUBLIC_VIEWER, *at.officers.values()):
        assert await names(viewer) == []
        result = await SCHEMA.execute(
            REMOVE, {"input": {"viewId": kept["id"], "idempotencyKey": "x"}}, context(viewer)
        )
        assert result.errors is not None
        assert (result.errors[0].extensions or {})["code"] == "NOT_FOUND"
    assert len(await names(at.head)) == 1


@pytest.mark.parametrize(
    ("name", "query", "path"), [(" ", "", "name"), ("名" * 21, "", "name"), ("长", "x" * 1001, "query")]
)
async def test_what_does_not_fit_is_refused(sqlite: str, name: str, query: str, path: str) -> None:
    at = await desk()
    refused = await save(at.head, name, query)
    assert [one["path"] for one in refused["userErrors"]] == [["input", path]]
    assert await names(at.head) == []


async def test_there_is_an_end_to_them(sqlite: str) -> None:
    at = await desk()
    for number in range(MOST):
        await save(at.head, f"第{number}个")
    assert [one["code"] for one in (await save(at.head, "再一个"))["userErrors"]] == ["LIMIT_REACHED"]
    assert (await save(at.head, "第0个", "tab=free"))["userErrors"] == []
