"""From a template and its data to a PDF. Only worker processes and tests call this."""

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from printing.parts import Part
from printing.printable import refuse_unprintable
from printing.templates import TEMPLATES
from printing.words import day, moment

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


DENSITIES = ("", "close", "closer", "closest")
"""Classes of the body, from the loosest to the closest print."""


def render_pdf(template: str, data: "DataclassInstance", parts: Mapping[str, Part] | None = None) -> bytes:
    """A PDF/A-2u file with tags and language, of one template; `doc` in it is the data.

    Raises:
        UnprintableText: a character of the data is in no installed font.
    """
    return render_fitting(template, data, parts or {}, None)


def render_fitting(
    template: str, data: "DataclassInstance", parts: Mapping[str, Part], pages: int | None
) -> bytes:
    """The same, printed as loosely as it fits so many pages; as closely as can be where it does not fit at all.

    Raises:
        UnprintableText: a character of the data is in no installed font.
    """
    from printing.writer import laid_out, written  # noqa: PLC0415  the server imports documents for their data alone

    refuse_unprintable(data)
    found = environment().get_template(template)
    for density in DENSITIES:
        document = laid_out(found.render(doc=data, density=density), parts)
        if pages is None or len(document.pages) <= pages:
            break
    return written(document)


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates: all autoescaped; a name that is not there is an error."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(day=day, moment=moment)
    return made
