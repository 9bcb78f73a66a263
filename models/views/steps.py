"""Keeping a filter under a name, and letting go of it."""

from models.kernel.errors import InvalidField, LimitReached, Refused, Unauthenticated
from models.kernel.rows import for_change
from models.kernel.unit import Unit, unit_of_work
from models.views.events import ViewRemoved, ViewSaved
from models.views.reads import visible_to
from models.views.tables import SavedView

LONGEST = {"name": 20, "page": 60, "query": 1000}
"""Characters."""
MOST = 30
"""Of one account on one page."""
WORDS = {"name": "名称", "page": "页面", "query": "筛选条件"}


@unit_of_work
async def save_view(unit: Unit, *, name: str, page: str, query: str) -> SavedView:
    """Keep a filter; one of the same name on the page is written over.

    :raises Refused: no name, something too long, or too many already.
    """
    if unit.viewer.account_id is None:
        raise Unauthenticated
    given = {"name": name.strip(), "page": page.strip(), "query": query.strip()}
    _require_fitting(given)
    own = SavedView.filter(account_id=unit.viewer.account_id, page=given["page"])
    row = await own.filter(name=given["name"]).select_for_update().first()
    if row is None:
        if await own.count() >= MOST:
            raise Refused(
                LimitReached(
                    path=("input", "name"), message=f"最多保存{MOST}个筛选，请先删除不用的", limit=MOST
                )
            )
        row = await SavedView.create(
            account_id=unit.viewer.account_id, name=given["name"], page=given["page"], query=given["query"]
        )
    else:
        row.query = given["query"]
        await row.store("query")
    unit.record(ViewSaved(row.name), row)
    return row


@unit_of_work
async def remove_view(unit: Unit, *, id: int) -> SavedView:
    """:raises NotFound: it is not one's own, or gone already."""
    row = await for_change(SavedView, visible_to(unit.viewer), id)
    unit.record(ViewRemoved(row.name), row)
    await row.delete()
    return row


def _require_fitting(given: dict[str, str]) -> None:
    wrong = [
        InvalidField(
            path=("input", name),
            message=f"{WORDS[name]}为1至{LONGEST[name]}个字"
            if not text
            else f"{WORDS[name]}最多{LONGEST[name]}个字",
            received=f"{len(text)}个字",
            wanted=f"1至{LONGEST[name]}个字",
        )
        for name, text in given.items()
        if len(text) > LONGEST[name] or (not text and name != "query")
    ]
    if wrong:
        raise Refused(*wrong)
