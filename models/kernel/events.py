"""What is recorded when something happens: an event class per name, small facts, and who is told."""

import re
from dataclasses import dataclass, fields
from enum import Flag, auto
from typing import Any, ClassVar


class Told(Flag):
    """Who is told of an event, besides the journal itself."""

    NOBODY = 0
    APPLICANT = auto()
    EMPLOYER = auto()
    QUEUE = auto()
    PUBLIC = auto()
    DUTY = auto()
    ACCOUNT = auto()


@dataclass(frozen=True, slots=True)
class Audience:
    """Whom a subject concerns: row keys, and where its work is addressed."""

    person_id: int | None = None
    employer_id: int | None = None
    authority_id: int | None = None
    profession: str | None = None
    region: str | None = None
    account_id: int | None = None
    """For what concerns a sign-in of any kind: reviewers and administrators are no person or employer."""


@dataclass(frozen=True)
class Event:
    """One thing that happened. Subclasses are named after it; their fields are its small facts (never private text).

    The docstring is the sentence a person reads, with `{fact}` in it. `notifies` puts it into inboxes.
    """

    told: ClassVar[Told] = Told.NOBODY
    notifies: ClassVar[bool] = False
    urgent: ClassVar[bool] = False

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        EVENTS[cls.name()] = cls

    @classmethod
    def name(cls) -> str:
        """`REGISTRATION_SUBMITTED` for RegistrationSubmitted."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).upper()

    def facts(self) -> dict[str, Any]:
        return {field.name: getattr(self, field.name) for field in fields(self)}


EVENTS: dict[str, type[Event]] = {}


def sentence(name: str, facts: dict[str, Any]) -> str:
    """The event as a person reads it; an event of an older release keeps its name."""
    event = EVENTS.get(name)
    if event is None:
        return name
    words = {key: "" if value is None else value for key, value in facts.items()}
    return (event.__doc__ or name).split("\n")[0].format_map(_Lenient(words))


class _Lenient(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return ""
