"""What stands around cases, read for many at once: a number of statements that does not grow with the cases."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from tortoise.expressions import Q

from models.agencies.tables import Employer, Employment
from models.authorities.tables import Authority
from models.education.kinds import COUNTING
from models.education.tables import HoursRecord
from models.files.tables import StoredFile
from models.kernel.rows import Row
from models.kernel.statements import picked
from models.people.tables import Person, Qualification
from models.registration.credentials import Certificate
from models.registration.experience import WorkExperience
from models.registration.kinds import CredentialState
from models.registration.originals import Original, originals_of
from models.registration.tables import Attachment, Registration
from models.registration.workflow import ENDED

R = TypeVar("R", bound=Row)
V = TypeVar("V")

Place = tuple[int, str]
"""A person in a profession: row key and profession."""


@dataclass(frozen=True)
class Surrounding:
    """Rows around some cases, by what they are found with."""

    qualifications: dict[int, Qualification]
    files: dict[int, StoredFile]
    """Photos, and the files of the attachments."""
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
    """Some dozen statements, for one case or for a page of them; four more where any is about a certificate."""
    persons = list({case.applicant_id for case in cases})
    attachments = await of_cases(Attachment, [case.id for case in cases])
    employments = await _employments_of(persons)
    return Surrounding(
        qualifications=await by_id(Qualification, (case.qualification_id for case in cases)),
        files=await by_id(
            StoredFile, [*(case.photo_id for case in cases), *(row.file_id for row in attachments)]
        ),
        employers=await by_id(
            Employer, [*(case.employer_id for case in cases), *(row.employer_id for row in employments)]
        ),
        authorities=await picked(Authority, order=("id",)),
        attachments=_grouped(attachments, lambda row: row.registration_id),
        numbers=await _persons_of({case.identity_number for case in cases if case.identity_number}),
        certificates=await newest_certificates(persons),
        originals=await originals_of(case.original_id for case in cases),
        open_cases=await open_cases_of(persons),
        employments=_grouped(employments, lambda row: (row.person_id, row.profession)),
        experience=await experience_of([case.id for case in cases]),
        hours=await hours_of(persons),
    )


async def newest_certificates(persons: Sequence[int]) -> dict[Place, list[Certificate]]:
    """Newest first, without those replaced."""
    there = ~Q(state=CredentialState.REPLACED)
    rows = await picked(Certificate, there, among=("person_id", persons), order=("-issued_at", "-id"))
    return _grouped(rows, lambda row: (row.person_id, row.profession))


async def open_cases_of(persons: Sequence[int]) -> dict[Place, list[Registration]]:
    rows = await picked(Registration, among=("applicant_id", persons), order=("id",))
    return _grouped(
        [row for row in rows if row.state not in ENDED], lambda row: (row.applicant_id, row.profession)
    )


async def experience_of(cases: Sequence[int]) -> dict[int, list[WorkExperience]]:
    """By the cases' row keys, in the order of time."""
    rows = await picked(WorkExperience, among=("registration_id", cases), order=("since", "id"))
    return _grouped(rows, lambda row: row.registration_id)


async def hours_of(persons: Sequence[int]) -> dict[Place, list[HoursRecord]]:
    """Records of class hours that may count, oldest first."""
    rows = await picked(HoursRecord, among=("person_id", persons), order=("since", "id"))
    return _grouped(
        [row for row in rows if row.state in COUNTING], lambda row: (row.person_id, row.profession)
    )


async def of_cases(model: type[R], cases: Sequence[int]) -> list[R]:
    """Rows that belong to cases, in the order in which they were made."""
    return await picked(model, among=("registration_id", cases), order=("id",))


async def _employments_of(persons: Sequence[int]) -> list[Employment]:
    return await picked(Employment, Q(until__isnull=True), among=("person_id", persons), order=("id",))


async def _persons_of(numbers: Collection[str]) -> dict[str, set[int]]:
    found: defaultdict[str, set[int]] = defaultdict(set)
    for row in await picked(Person, among=("identity_number", list(numbers))):
        found[str(row.identity_number)].add(row.id)
    return found


async def by_id(model: type[R], keys: Iterable[int | None]) -> dict[int, R]:
    """Rows by their keys; keys that are none are left out."""
    wanted = {key for key in keys if key}
    return {row.id: row for row in await picked(model, among=("id", list(wanted)))}


def _grouped(rows: Iterable[R], key: Callable[[R], V]) -> dict[V, list[R]]:
    found: defaultdict[V, list[R]] = defaultdict(list)
    for row in rows:
        found[key(row)].append(row)
    return dict(found)
