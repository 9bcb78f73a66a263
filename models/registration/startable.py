"""Which kinds a person may start now, and why not the others: the doors of the front page."""

from dataclasses import dataclass
from datetime import date

from models.authorities.kinds import Profession
from models.kernel.clock import today
from models.kernel.rules import Finding, blocking
from models.kernel.viewer import Viewer, ViewerKind
from models.professions.facts import CaseFacts, OpenCase
from models.professions.rulebook import Rulebook
from models.professions.shelf import SHELF, rulebook_on
from models.registration.credentials import Certificate
from models.registration.kinds import RegistrationKind
from models.registration.originals import original_facts, originals_of, standing_by
from models.registration.surrounding import newest_certificates, open_cases_of
from models.registration.tables import Registration
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


@dataclass(frozen=True)
class Footing:
    """What a person has in a profession: certificates (newest first, without those replaced) and open cases."""

    certificates: list[Certificate]
    cases: list[Registration]

    @property
    def newest(self) -> Certificate | None:
        return self.certificates[0] if self.certificates else None

    def hindering(self, kind: RegistrationKind) -> list[Registration]:
        """The cases that may stand in the way of a new one: a draft hinders its own filer only."""
        forced = kind is RegistrationKind.FORCED_DEREGISTRATION
        return [one for one in self.cases if one.submitted_at is not None or one.filed_by_employer == forced]


async def startable(viewer: Viewer) -> list[Door]:
    """All doors, as they stand for this viewer; for whoever is not signed in, as for a newcomer."""
    person_id = viewer.person_id if viewer.kind is ViewerKind.PERSON else None
    found = []
    for book in (rulebook_on(profession) for profession in SHELF):
        on = await footing(person_id, book.profession)
        found += [await door(on, book, kind, today()) for kind in book.doors]
    return found


async def footing(person_id: int | None, profession: str) -> Footing:
    """Of nobody: nothing."""
    if person_id is None:
        return Footing([], [])
    place = person_id, profession
    certificates = await newest_certificates([person_id])
    cases = await open_cases_of([person_id])
    return Footing(certificates.get(place, []), cases.get(place, []))


async def door(on: Footing, book: Rulebook, kind: RegistrationKind, day: date) -> Door:
    """One door, as it stands for a person on a day."""
    if kind not in book.forms:
        return Door(book.profession, kind, (not_open(kind),))
    originals = await originals_of([on.newest.id if on.newest else None])
    original = next(iter(originals.values()), None)
    facts = CaseFacts(
        kind=kind,
        day=day,
        form={},
        standing=standing_by(on.certificates, day, book),
        original=original_facts(original, book) if original else None,
        other_cases=tuple(OpenCase(case.kind, case.number) for case in on.hindering(kind)),
    )
    findings = [finding for rule in book.rules if rule.id in DOOR_RULES for finding in rule.check(facts)]
    return Door(book.profession, kind, tuple(findings))


def not_open(kind: RegistrationKind) -> Finding:
    return Finding(
        rule=NOT_OPEN,
        law="网站公告",
        message=f"网上暂未开通{KIND_WORDS[kind]}",
        present="未开通",
        needed="已开通的业务",
        advice="请向注册机构咨询",
    )
