"""Application forms without a case: what anybody may print and read beforehand (S2-23, S4-5)."""

from dataclasses import replace

from models.authorities.kinds import Profession
from models.professions.shelf import SHELF, rulebook_on
from models.registration.kinds import RegistrationKind
from models.registration.papers import ApplicationPaper, application_paper
from models.registration.tables import Registration

NOBODY = 0


def blank_forms() -> list[tuple[Profession, RegistrationKind]]:
    """Every kind of every profession that has a form today, in the rulebooks' order."""
    return [(profession, kind) for profession in SHELF for kind in rulebook_on(profession).forms]


async def blank_paper(profession: Profession, kind: RegistrationKind) -> ApplicationPaper:
    """The form of a case of nobody's. :raises KeyError: the profession has no such kind."""
    book = rulebook_on(profession)
    if kind not in book.forms:
        raise KeyError(kind)
    case = Registration(id=NOBODY, profession=profession, kind=kind, edition=book.id, applicant_id=NOBODY)
    return replace(await application_paper(case), digest="", identity_kind="")
