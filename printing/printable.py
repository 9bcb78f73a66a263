"""Every text of a document's data, with the words that name its field, checked before anything is drawn."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, get_args, get_origin, get_type_hints

from printing.errors import UnprintableText
from printing.fonts import missing_characters

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


class Text(NamedTuple):
    """One text: the field's name in code, its Chinese label, what stands in it."""

    field: str
    label: str
    text: str


def refuse_unprintable(data: "DataclassInstance") -> None:
    """Check all texts of a document's data, nested ones included.

    Raises:
        UnprintableText: for the first field with a character that no installed font has.
    """
    for field, label, text in texts(data):
        if missing := missing_characters(text):
            characters = "".join(dict.fromkeys(one for one in text if one in missing))
            raise UnprintableText(field=field, label=label, text=text, characters=characters)


def texts(data: "DataclassInstance") -> Iterator[Text]:
    """The texts of a dataclass, in the order of its fields."""
    labels = _labels(type(data))
    for field in fields(data):
        yield from _texts_in(field.name, labels[field.name], getattr(data, field.name))


def _texts_in(field: str, label: str, value: Any) -> Iterator[Text]:
    if isinstance(value, str):
        yield Text(field, label, value)
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts_in(field, label, part)
    elif is_dataclass(value) and not isinstance(value, type):
        yield from texts(value)


@lru_cache(maxsize=64)
def _labels(kind: type) -> dict[str, str]:
    """The Chinese labels of a dataclass: the second half of `Annotated[str, "姓名"]`."""
    hints = get_type_hints(kind, include_extras=True)
    return {name: _label(hint, name) for name, hint in hints.items()}


def _label(hint: Any, name: str) -> str:
    return str(get_args(hint)[1]) if get_origin(hint) is Annotated else name
