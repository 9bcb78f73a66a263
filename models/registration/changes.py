"""What differs between a registration and what an application says now, item by item."""

from collections.abc import Mapping
from typing import Any

from models.registration.kinds import ChangeItem

ITEM_COLUMNS: Mapping[ChangeItem, tuple[str, ...]] = {
    ChangeItem.EMPLOYER: ("employer_code",),
    ChangeItem.EMPLOYER_NAME: ("employer_name",),
    ChangeItem.SPECIALTY: ("specialties",),
    ChangeItem.PERSONAL: ("name", "sex", "birth_date", "identity_kind", "identity_number"),
}
"""Columns of the form by which an item is seen to be changed."""


def changed_items(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[ChangeItem]:
    """The items in which two forms (column to value) differ; another employer is no change of the employer's name."""
    found = [item for item, columns in ITEM_COLUMNS.items() if changed_columns(columns, old, new)]
    if ChangeItem.EMPLOYER in found and ChangeItem.EMPLOYER_NAME in found:
        found.remove(ChangeItem.EMPLOYER_NAME)
    return found


def changed_columns(columns: tuple[str, ...], old: Mapping[str, Any], new: Mapping[str, Any]) -> list[str]:
    """Those of the columns whose values differ; an empty text and no text are the same."""
    return [column for column in columns if (old.get(column) or None) != (new.get(column) or None)]
