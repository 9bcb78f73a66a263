"""Rows of continuing education."""

from typing import Any

from tortoise import fields

from models.education.kinds import HoursSource, HoursState
from models.files.tables import StoredFile
from models.kernel.events import Audience
from models.kernel.rows import Row
from models.people.tables import Person


class HoursRecord(Row):
    """Class hours of one course. `counted_in`: the granted registration in whose period they were used up."""

    prefix = "hrs"
    loose = frozenset({"counted_in_id"})

    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField("zhiye.Person", related_name=False)
    profession = fields.CharField(24)
    specialty = fields.CharField(24, null=True)
    """Code of the rulebook."""
    source = fields.CharEnumField(HoursSource, max_length=12)
    state = fields.CharEnumField(HoursState, max_length=12)
    provider_name = fields.CharField(120)
    course_name = fields.CharField(120)
    hours = fields.FloatField()
    """In steps of half an hour."""
    since = fields.DateField()
    until = fields.DateField()
    proof: fields.ForeignKeyNullableRelation[StoredFile] = fields.ForeignKeyField(
        "zhiye.StoredFile", related_name=False, null=True
    )
    joined_to: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "zhiye.HoursRecord", related_name=False, null=True
    )
    counted_in: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "zhiye.Registration", related_name=False, null=True
    )
    reason = fields.CharField(500, null=True)
    """Why it was rejected."""

    person_id: int
    proof_id: int | None
    joined_to_id: int | None
    counted_in_id: int | None

    class Meta:
        table = "hours_record"
        indexes = (("person_id", "profession"),)

    def audience(self) -> Audience:
        return Audience(self.person_id)
