"""Visibility as conditions: which rows of a type a viewer may see, said of the rows or of the row they are seen with."""

from functools import lru_cache
from typing import NamedTuple

from models.kernel.conditions import kept_condition
from models.kernel.dialect import Dialect, dialect
from models.kernel.orm import Condition, column, key_column, related, table_of
from models.kernel.scope import Shared
from models.kernel.viewer import Viewer
from schema.plans.binding import Rows

WHOLE = "w"
"""Alias of the row that others are seen with."""
KEPT_CONDITIONS = 4096


class Parents(NamedTuple):
    """The visible rows that others are seen with: `keys` selects their keys, `key` names the column of these."""

    keys: str
    key: str
    held: Condition


def visible(rows: Rows, viewer: Viewer, alias: str) -> Condition:
    """The condition on rows under an alias."""
    return _texts(rows, alias, dialect()).of(viewer, lambda facts: _condition(rows, facts, alias))


def parents_of(rows: Rows, viewer: Viewer) -> Parents:
    """For rows that are asked for by the row they are seen with: the rule is looked at once for each of those,
    not once for each of their parts.
    """
    return _parents(rows, dialect()).of(viewer, lambda facts: _whole(rows, facts))


def _condition(rows: Rows, viewer: Viewer, alias: str) -> Condition:
    if rows.seen_with is None:
        return kept_condition(rows.model, rows.visible(viewer), alias)
    whole = _whole(rows, viewer)
    if whole.held.text in ("", "(1=0)"):
        return whole.held
    own = f'"{alias}"."{column(rows.model, rows.seen_with)}"'
    return Condition(f"exists ({whole.keys} and {whole.key} = {own})", whole.held.values)


def _whole(rows: Rows, viewer: Viewer) -> Parents:
    assert rows.seen_with
    model = related(rows.model, rows.seen_with)
    held, key = kept_condition(model, rows.visible(viewer), WHOLE), f'"{WHOLE}"."{key_column(model)}"'
    text = f'select {key} from "{table_of(model)}" "{WHOLE}" where {held.text or "1=1"}'  # noqa: S608 names only
    return Parents(text, key, held)


@lru_cache(maxsize=KEPT_CONDITIONS)
def _texts(rows: Rows, alias: str, _: Dialect) -> Shared[Condition]:
    """A type's conditions under an alias, shared by viewers who are equal in what its rule reads of them."""
    return Shared()


@lru_cache(maxsize=KEPT_CONDITIONS)
def _parents(rows: Rows, _: Dialect) -> Shared[Parents]:
    return Shared()
