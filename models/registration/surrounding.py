"""What stands around cases, read for many at once: a number of statements that does not grow with the cases."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from models.agencies.tables import Employer, Employment
from models.authorities.tables import Authority
from models.education.kinds import COUNTING
from models.education.tables import HoursRecord
from models.files.tables import StoredFile
from models.kernel.rows import Row
from models.people.tables import Person, Qualification
from models.registration.credentials import Certificate
from models.registration.experience import WorkExperience
from models.registration.kinds import CredentialState, RegistrationState
from models.registration.originals import Original, originals_of
from models.registration.tables import Attachment, Registration
from models.registration.workflow import ENDED

R = TypeVar("R", bound=Row)
V = TypeVar("V")

NOT_ENDED = [state for state in RegistrationState if state not in ENDED]
Place = tuple[int, str]
"""A person in a profession: row key and profession."""


@dataclass(frozen=True)
class Surrounding:
    """Rows around some cases, by what they are found with."""

    qualifications: dict[int, Qualification]
    photos: dict[int, StoredFile]
    employers: dict[int, Employer]
    authorities: list[Authority]
    attachments: dict[int, list[Attachment]]
    numbers: dict[str, set[int]]
    """Identity number to the persons who have it."""
    certificates: dict[Place, list[Certificate]]
    """Newest first, without those replaced."""
    originals: dict[int, Original]
    """Certificate to what is known of it."""
    open_cases: dict[Place, list[Registration]]
    employments: dict[Place, list[Employment]]
    experience: dict[int, list[WorkExperience]]
    hours: dict[Place, list[HoursRecord]]


async def surrounding(cases: Sequence[Registration]) -> Surrounding:
    """Eleven statements, for one case or for a page of them; four more where any is about a certificate."""
    persons = list({case.applicant_id for case in cases})
    numbers = list({case.identity_number for case in cases if case.identity_number})
    attached = Attachment.filter(registration_id__in=[case.id for case in cases])
    return Surrounding(
        qualifications=await _by_id(Qualification, (case.qualification_id for case in cases)),
        photos=await _by_id(StoredFile, (case.photo_id for case in cases)),
        employers=await _by_id(Employer, (case.employer_id for case in cases)),
        authorities=await Authority.all().order_by("id"),
        attachments=_grouped(
            await attached.order_by("id").select_related("file"), lambda row: row.registration_id
        ),
        numbers=await _persons_of(numbers),
        certificates=await newest_certificates(persons),
        originals=await originals_of(case.original_id for case in cases),
        open_cases=await open_cases_of(persons),
        employments=await _employments_of(persons),
        experience=await experience_of([case.id for case in cases]),
        hours=await hours_of(persons),
    )


async def newest_certificates(persons: Sequence[int]) -> dict[Place, list[Certificate]]:
    rows = Certificate.filter(person_id__in=persons).exclude(state=CredentialState.REPLACED)
    return _grouped(await rows.order_by("-issued_at", "-id"), lambda row: (row.person_id, row.profession))


async def open_cases_of(persons: Sequence[int]) -> dict[Place, list[Registration]]:
    rows = Registration.filter(applicant_id__in=persons, state__in=NOT_ENDED).order_by("id")
    return _grouped(await rows, lambda row: (row.applicant_id, row.profession))


async def experience_of(cases: Sequence[int]) -> dict[int, list[WorkExperience]]:
    """By the cases' row keys, in the order of time."""
    rows = WorkExperience.filter(registration_id__in=cases).order_by("since", "id")
    return _grouped(await rows, lambda row: row.registration_id)


async def hours_of(persons: Sequence[int]) -> dict[Place, list[HoursRecord]]:
    """Records of class hours that may count, oldest first."""
    rows = HoursRecord.filter(person_id__in=persons, state__in=COUNTING).order_by("since", "id")
    return _grouped(await rows, lambda row: (row.person_id, row.profession))


async def _employments_of(persons: Sequence[int]) -> dict[Place, list[Employment]]:
    rows = Employment.filter(person_id__in=persons, until__isnull=True).order_by("id")
    return _grouped(await rows.select_related("employer"), lambda row: (row.person_id, row.profession))


async def _persons_of(numbers: Sequence[str]) -> dict[str, set[int]]:
    found: defaultdict[str, set[int]] = defaultdict(set)
    for key, number in await Person.filter(identity_number__in=numbers).values_list("id", "identity_number"):
        found[number].add(key)
    return found


async def _by_id(model: type[R], keys: Iterable[int | None]) -> dict[int, R]:
    wanted = {key for key in keys if key}
    return {row.id: row for row in await model.filter(id__in=list(wanted))}


def _grouped(rows: Iterable[R], key: Callable[[R], V]) -> dict[V, list[R]]:
    found: defaultdict[V, list[R]] = defaultdict(list)
    for row in rows:
        found[key(row)].append(row)
    return dict(found)
