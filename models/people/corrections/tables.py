"""Rows of corrections."""

from datetime import date
from typing import Any

from tortoise import fields

from models.kernel.events import Audience
from models.kernel.rows import Row
from models.people.corrections.kinds import CorrectionState
from models.people.kinds import IdentityKind
from models.people.tables import Person


class IdentityCorrection(Row):
    """What a person's record should say instead; columns left empty stay as they are.

    `body` confirms; `authority` is where it waits now: the body, then the centre. `was` keeps what was changed.
    """

    prefix = "idc"

    state = fields.CharEnumField(CorrectionState, default=CorrectionState.SUBMITTED, max_length=12)
    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField("zhiye.Person", related_name=False)
    body: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField("zhiye.Authority", related_name=False)
    authority: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField("zhiye.Authority", related_name=False)
    profession = fields.CharField(24)
    region = fields.CharField(12)
    name = fields.CharField(64, null=True)
    identity_kind = fields.CharEnumField(IdentityKind, null=True, max_length=16)
    identity_number = fields.CharField(32, null=True)
    birth_date: date | None = fields.DateField(null=True)
    proof_ids = fields.JSONField[list[int]](default=list)
    """Files that prove it."""
    was = fields.JSONField[dict[str, str]](default=dict)
    confirmed_by: int | None = fields.BigIntField(null=True)
    """The reviewer who confirmed: another one changes the register."""
    reason = fields.CharField(500, null=True)

    person_id: int
    body_id: int
    authority_id: int

    class Meta:
        table = "identity_correction"
        indexes = (("person_id", "state"), ("authority_id", "state"), ("body_id", "state"))

    def audience(self) -> Audience:
        return Audience(
            person_id=self.person_id,
            authority_id=self.authority_id,
            profession=self.profession,
            region=self.region,
        )
