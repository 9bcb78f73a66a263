"""What is shown of an application's lists and choices: specialties, delivery, hours."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.authorities.kinds import Profession
from models.kernel.viewer import Viewer
from models.people.masks import mask_address, mask_mobile, mask_name
from models.people.shown import own_person
from models.professions.hours_rules import Counted, counted, doubles
from models.professions.rulebook import HoursNeed
from models.professions.shelf import SHELF, rulebook_of, rulebook_on
from models.registration.gather import Assessment
from models.registration.kinds import FormSection, RegistrationKind
from models.registration.shown import Shown

NO_NEED = HoursNeed(total=0, own=0)


@dataclass(frozen=True)
class SpecialtyShown:
    """One category of a profession."""

    id: str
    profession: Profession
    name: str


@dataclass(frozen=True)
class DoubleShown:
    """Two records that may be one, by row keys."""

    declared_id: int
    imported_id: int


@dataclass(frozen=True)
class HoursShown:
    """Hours that count for an application, beside what is needed; records by row keys."""

    present: float
    needed: float
    own_specialty: float
    own_specialty_needed: float
    record_ids: tuple[int, ...]
    doubles: tuple[DoubleShown, ...]


def specialties_shown(profession: str, specialties: Sequence[str] | None) -> list[SpecialtyShown]:
    book = SHELF[Profession(profession)][-1]
    chosen = specialties or ()
    return [
        SpecialtyShown(code, book.profession, name)
        for code, name in zip(chosen, book.specialty_words(chosen), strict=True)
    ]


def offered_specialties(profession: Profession) -> list[SpecialtyShown]:
    """Those of the edition in force."""
    return [SpecialtyShown(one.code, profession, one.name) for one in rulebook_on(profession).specialties]


def case_sections(profession: str, edition: str, kind: RegistrationKind) -> list[FormSection]:
    """The pages of the wizard, in the order of the rulebook."""
    form = rulebook_of(profession, edition).forms.get(kind)
    return list(form.sections) if form else []


def hours_shown(assessment: Assessment) -> HoursShown:
    facts, need = assessment.facts, assessment.form.hours or NO_NEED
    found: Counted = counted(facts, assessment.book.validity_years)
    return HoursShown(
        present=found.total,
        needed=need.total,
        own_specialty=found.own,
        own_specialty_needed=need.own,
        record_ids=tuple(one.id for one in facts.hours),
        doubles=tuple(DoubleShown(declared.id, imported.id) for declared, imported in doubles(facts.hours)),
    )


def shown_receiver(delivery_receiver: str | None, applicant_id: int, viewer: Viewer) -> Shown | None:
    return _shown(delivery_receiver, mask_name(delivery_receiver or ""), applicant_id, viewer)


def shown_phone(delivery_phone: str | None, applicant_id: int, viewer: Viewer) -> Shown | None:
    return _shown(delivery_phone, mask_mobile(delivery_phone or ""), applicant_id, viewer)


def shown_delivery_address(delivery_address: str | None, applicant_id: int, viewer: Viewer) -> Shown | None:
    return _shown(delivery_address, mask_address(delivery_address or ""), applicant_id, viewer)


def _shown(text: str | None, masked: str, applicant_id: int, viewer: Viewer) -> Shown | None:
    return Shown(masked, text if own_person(applicant_id, viewer) else None) if text else None
