"""What the form of some kinds holds beyond the common one: changes, reissue, reason; and which certificate it is about."""

from typing import Any

from tortoise import fields

from models.authorities.names import NamesField
from models.registration.kinds import ReissueReason


class KindColumns:
    """Columns of Registration."""

    original_id: Any = fields.BigIntField(null=True)
    """The certificate that is renewed, changed, reissued or cancelled; certificates name their registration, so
    that no key of the database can lead back."""
    changes: Any = NamesField(default=list)
    """Change items (CHANGE)."""
    reissue_of: Any = NamesField(default=list)
    """Credential kinds (REISSUE)."""
    reissue_reason = fields.CharEnumField(ReissueReason, null=True, max_length=8)
    reason = fields.CharField(500, null=True)
    """Why, in the filer's words (REISSUE, DEREGISTRATION, FORCED_DEREGISTRATION)."""
