"""The digest of a preview: what was confirmed is what is submitted, or the submission is refused."""

from collections.abc import Sequence
from hashlib import sha256
from typing import Any

import orjson

from models.files.tables import StoredFile
from models.registration.form import FIELDS
from models.registration.surrounding import by_id, experience_of, hours_of, of_cases
from models.registration.tables import Attachment, Registration

DIGEST_LENGTH = 32


async def preview_digest(case: Registration) -> str:
    """Hash over every value of the form, its lists, the pledge, the kind and the attached files, in hexadecimal."""
    return (await preview_digests([case]))[0]


async def preview_digests(cases: Sequence[Registration]) -> list[str]:
    """The same for many cases, in their order."""
    attached: dict[int, list[tuple[str, int, str | None]]] = {case.id: [] for case in cases}
    rows = await of_cases(Attachment, list(attached))
    files = await by_id(StoredFile, (row.file_id for row in rows))
    for row in rows:
        attached[row.registration_id].append((row.kind, row.file_id, files[row.file_id].sha256))
    experience = await experience_of([case.id for case in cases])
    hours = await hours_of([case.applicant_id for case in cases])
    return [
        _digest(
            case,
            attached[case.id],
            [(row.id, row.version) for row in experience.get(case.id, ())],
            [
                (row.id, row.hours, row.specialty)
                for row in hours.get((case.applicant_id, case.profession), ())
            ],
        )
        for case in cases
    ]


def _digest(case: Registration, *lists: Sequence[Any]) -> str:
    form = {column: getattr(case, column) for column in FIELDS}
    content = [case.id, case.kind, case.pledge_edition, form, *lists]
    return sha256(orjson.dumps(content, default=str, option=orjson.OPT_SORT_KEYS)).hexdigest()[:DIGEST_LENGTH]
