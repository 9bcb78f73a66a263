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


def render_pdf(template: str, data: "DataclassInstance", parts: Mapping[str, Part] | None = None) -> bytes:
    """A PDF/A-2u file with tags and language, of one template; `doc` in it is the data.

    Raises:
        UnprintableText: a character of the data is in no installed font.
    """
    from printing.writer import html_to_pdf  # noqa: PLC0415  the server imports documents for their data alone

    refuse_unprintable(data)
    html = environment().get_template(template).render(doc=data)
    return html_to_pdf(html, parts or {})


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
