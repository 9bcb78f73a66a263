"""Rows of employers and of who works for them."""

from datetime import date
from enum import StrEnum
from typing import Any

from tortoise import fields

from models.kernel.events import Audience
from models.kernel.rows import Row


class EmployerNature(StrEnum):
    """单位属性"""

    ENTERPRISE = "ENTERPRISE"
    PROFESSIONAL_SERVICE = "PROFESSIONAL_SERVICE"
    INSTITUTION = "INSTITUTION"
    INSTITUTION_CLOSED = "INSTITUTION_CLOSED"
    ADMINISTRATIVE = "ADMINISTRATIVE"


class EmployerState(StrEnum):
    """聘用单位的状态"""

    ON_RECORD = "ON_RECORD"
    MATERIALS = "MATERIALS"
    VERIFYING = "VERIFYING"
    ACTIVE = "ACTIVE"
    SUSPENDED = "SUSPENDED"
    CLOSED = "CLOSED"


EMPLOYER_WORDS = {
    EmployerState.ON_RECORD: "在册",
    EmployerState.MATERIALS: "待上传材料",
    EmployerState.VERIFYING: "认证中",
    EmployerState.ACTIVE: "已开通",
    EmployerState.SUSPENDED: "已停用",
    EmployerState.CLOSED: "已注销",
}


class Employer(Row):
    """Any organisation that employs engineers; a fire technical service agency is one kind."""

    prefix = "emp"

    name = fields.CharField(120)
    credit_code = fields.CharField(18, unique=True)
    nature = fields.CharEnumField(EmployerNature, max_length=24)
    state = fields.CharEnumField(EmployerState, default=EmployerState.ON_RECORD, max_length=16)
    fire_agency = fields.BooleanField(default=False)
    key_unit = fields.BooleanField(default=False)
    """A key unit of fire safety (消防安全重点单位)."""
    region_code = fields.CharField(12)
    address = fields.CharField(200, default="")
    phone = fields.CharField(40, null=True)
    central_body: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "zhiye.Authority", related_name=False, null=True
    )
    """The central enterprise group that it belongs to, where the group itself examines registrations."""

    central_body_id: int | None

    class Meta:
        table = "employer"

    def audience(self) -> Audience:
        return Audience(employer_id=self.id)


class Employment(Row):
    """A registered engineer at an employer, in one profession; opened by a grant, ended by a change."""

    prefix = "ept"

    person: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField("zhiye.Person", related_name=False)
    employer: fields.ForeignKeyRelation[Employer] = fields.ForeignKeyField(
        "zhiye.Employer", related_name=False
    )
    profession = fields.CharField(24)
    since = fields.DateField()
    until: date | None = fields.DateField(null=True)

    person_id: int
    employer_id: int

    def audience(self) -> Audience:
        return Audience(self.person_id, self.employer_id)

    class Meta:
        table = "employment"
