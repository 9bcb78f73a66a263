"""Rows of work experience, as an applicant lists it with an application."""

from datetime import date

from tortoise import fields

from models.kernel.rows import Row
from models.registration.tables import Registration


class WorkExperience(Row):
    """One piece of work. `until` None: it goes on."""

    prefix = "wex"

    registration: fields.ForeignKeyRelation[Registration] = fields.ForeignKeyField(
        "zhiye.Registration", related_name=False
    )
    since = fields.DateField()
    until: date | None = fields.DateField(null=True)
    employer = fields.CharField(120)
    work = fields.CharField(500)

    registration_id: int

    class Meta:
        table = "work_experience"
        indexes = (("registration_id",),)
