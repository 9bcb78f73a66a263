"""The digest of a preview: what was confirmed is what is submitted, or the submission is refused."""

from collections.abc import Sequence
from hashlib import sha256

import orjson

from models.registration.form import FIELDS
from models.registration.tables import Attachment, Registration

DIGEST_LENGTH = 32


async def preview_digest(case: Registration) -> str:
    """Hash over every value of the form, the pledge, the kind and the attached files, in hexadecimal."""
    return (await preview_digests([case]))[0]


async def preview_digests(cases: Sequence[Registration]) -> list[str]:
    """The same for many cases, in their order."""
    attached: dict[int, list[tuple[str, int, str]]] = {case.id: [] for case in cases}
    rows = Attachment.filter(registration_id__in=list(attached)).order_by("id")
    for key, *file in await rows.values_list("registration_id", "kind", "file_id", "file__sha256"):
        attached[key].append((file[0], file[1], file[2]))
    return [_digest(case, attached[case.id]) for case in cases]


def _digest(case: Registration, attached: Sequence[tuple[str, int, str]]) -> str:
    form = {column: getattr(case, column) for column in FIELDS}
    content = [case.id, case.kind, case.pledge_edition, form, attached]
    return sha256(orjson.dumps(content, default=str, option=orjson.OPT_SORT_KEYS)).hexdigest()[:DIGEST_LENGTH]
