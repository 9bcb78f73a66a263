"""Which kinds a person may start now, and why not the others: the doors of the front page."""

from dataclasses import dataclass
from datetime import date

from models.authorities.kinds import Profession
from models.kernel.clock import today
from models.kernel.rules import Finding, blocking
from models.kernel.viewer import Viewer, ViewerKind
from models.professions.facts import CaseFacts, OpenCase, Standing
from models.professions.rulebook import Rulebook
from models.professions.shelf import SHELF, rulebook_on
from models.registration.gather import open_cases, standing_of
from models.registration.kinds import RegistrationKind
from models.registration.words import KIND_WORDS

DOOR_RULES = {"REG-KIND", "REG-ONE"}
NOT_OPEN = "REG-KIND"


@dataclass(frozen=True)
class Door:
    """One kind of registration: may it be started now, and the findings that say so."""

    profession: Profession
    kind: RegistrationKind
    findings: tuple[Finding, ...]

    @property
    def legal(self) -> bool:
        return not blocking(self.findings)


async def startable(viewer: Viewer) -> list[Door]:
    """All doors, as they stand for this viewer; for whoever is not signed in, as for a newcomer."""
    person_id = viewer.person_id if viewer.kind is ViewerKind.PERSON else None
    books = [rulebook_on(profession) for profession in SHELF]
    return [await door(person_id, book, kind, today()) for book in books for kind in book.doors]


async def door(person_id: int | None, book: Rulebook, kind: RegistrationKind, day: date) -> Door:
    """One door, as it stands for a person on a day."""
    if kind not in book.forms:
        return Door(book.profession, kind, (_not_open(kind),))
    others = await open_cases(person_id, book.profession) if person_id else []
    standing = await standing_of(person_id, book.profession, day, book) if person_id else Standing.NEVER
    facts = CaseFacts(
        kind=kind,
        day=day,
        form={},
        standing=standing,
        other_cases=tuple(OpenCase(case.kind, case.number) for case in others),
    )
    findings = [finding for rule in book.rules if rule.id in DOOR_RULES for finding in rule.check(facts)]
    return Door(book.profession, kind, tuple(findings))


def _not_open(kind: RegistrationKind) -> Finding:
    return Finding(
        rule=NOT_OPEN,
        law="网站公告",
        message=f"网上暂未开通{KIND_WORDS[kind]}",
        present="未开通",
        needed="已开通的业务",
        advice="请向注册机构咨询",
    )
