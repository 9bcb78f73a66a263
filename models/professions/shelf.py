"""All rulebooks. A new profession is a file and a line here."""

from collections.abc import Iterable
from datetime import date

from models.authorities.kinds import Profession
from models.kernel.clock import today
from models.kernel.errors import NotFound
from models.kernel.rules import edition_on
from models.professions import fire_engineer, safety_engineer, supervision_engineer
from models.professions.rulebook import Rulebook

SHELF: dict[Profession, tuple[Rulebook, ...]] = {
    Profession.FIRE_ENGINEER: fire_engineer.EDITIONS,
    Profession.SAFETY_ENGINEER: safety_engineer.EDITIONS,
    Profession.SUPERVISION_ENGINEER: supervision_engineer.EDITIONS,
}


def rulebook_on(profession: Profession, day: date | None = None) -> Rulebook:
    """The edition in force on a China day, today if none is given.

    :raises NotFound: the profession has no rulebook, or none was in force then.
    """
    try:
        found = edition_on(SHELF.get(profession, ()), day or today())
    except LookupError:
        raise NotFound("没有找到这一天施行的规则") from None
    assert isinstance(found, Rulebook)
    return found


def rulebook_of(profession: str, edition: str) -> Rulebook:
    """The edition that a case was filed under. :raises LookupError: no such edition was ever printed."""
    for book in SHELF[Profession(profession)]:
        if book.id == edition:
            return book
    raise LookupError(f"{profession} has no edition {edition}")


def specialty_words(profession: str, codes: Iterable[str] | None) -> tuple[str, ...]:
    """Names of specialties, by the newest edition that has them."""
    return SHELF[Profession(profession)][-1].specialty_words(codes or ())


def has_seal(profession: str) -> bool:
    return SHELF[Profession(profession)][-1].numbers.seal is not None
