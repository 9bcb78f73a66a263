"""The digest of a preview: what was confirmed is what is submitted, or the submission is refused."""

from hashlib import sha256

import orjson

from models.registration.form import FIELDS
from models.registration.tables import Attachment, Registration

DIGEST_LENGTH = 32


async def preview_digest(case: Registration) -> str:
    """Hash over every value of the form, the pledge, the kind and the attached files, in hexadecimal."""
    attached = (
        await Attachment.filter(registration_id=case.id)
        .order_by("id")
        .values_list("kind", "file_id", "file__sha256")
    )
    form = {column: getattr(case, column) for column in FIELDS}
    content = [case.id, case.kind, case.pledge_edition, form, attached]
    return sha256(orjson.dumps(content, default=str, option=orjson.OPT_SORT_KEYS)).hexdigest()[:DIGEST_LENGTH]
