"""Rows of revocations."""

from datetime import datetime

from tortoise import fields

from models.authorities.tables import Authority, Reviewer
from models.kernel.events import Audience
from models.kernel.rows import Row
from models.registration.credentials import Certificate
from models.registration.revocations.kinds import RevocationState


class Revocation(Row):
    """One proposal to revoke a certificate. `slot`: the certificate's key while it waits for the second reviewer,
    empty afterwards: unique, so that no certificate has two proposals at a time.
    """

    prefix = "rvk"

    certificate: fields.ForeignKeyRelation[Certificate] = fields.ForeignKeyField(
        "zhiye.Certificate", related_name=False
    )
    slot: int | None = fields.BigIntField(null=True, unique=True)
    state = fields.CharEnumField(RevocationState, default=RevocationState.PROPOSED, max_length=12)
    authority: fields.ForeignKeyRelation[Authority] = fields.ForeignKeyField(
        "zhiye.Authority", related_name=False
    )
    profession = fields.CharField(24)
    region = fields.CharField(12, default="")
    certificate_number = fields.CharField(32)
    law = fields.CharField(200)
    reason = fields.CharField(500)
    proposed_by: fields.ForeignKeyRelation[Reviewer] = fields.ForeignKeyField(
        "zhiye.Reviewer", related_name=False
    )
    decided_by: fields.ForeignKeyNullableRelation[Reviewer] = fields.ForeignKeyField(
        "zhiye.Reviewer", related_name=False, null=True
    )
    """The second reviewer, who confirmed it or turned it down."""
    decided_at: datetime | None = fields.DatetimeField(null=True)
    document_ids = fields.JSONField[list[int]](default=list)
    """Files handed in with it."""
    answer = fields.CharField(500, null=True)
    """Why it was turned down, or taken back."""

    certificate_id: int
    authority_id: int
    proposed_by_id: int
    decided_by_id: int | None

    class Meta:
        table = "revocation"
        indexes = (("authority_id", "state", "created_at", "id"), ("certificate_id",))

    def audience(self) -> Audience:
        return Audience(authority_id=self.authority_id, profession=self.profession, region=self.region)
