"""Enumerations of continuing education in the graph."""

from models.education.kinds import SOURCE_WORDS, HoursSource, HoursState
from models.education.workflow import HOURS
from schema.common.enums import expose


def show() -> None:
    """Give each its words; before a schema is built."""
    expose(HoursSource, SOURCE_WORDS)
    expose(HoursState, HOURS.words)
