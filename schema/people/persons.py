"""Persons and their qualifications."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import strawberry

from models.authorities.kinds import Grade, Profession
from models.kernel.viewer import Viewer, ViewerKind
from models.people import shown
from models.people.kinds import IdentityKind, Sex
from models.people.reads import qualifications_visible_to, visible_to
from models.people.tables import Person as PersonRow
from models.people.tables import Qualification as QualificationRow
from models.people.workflow import person_actions
from models.registration.shown_parts import specialties_shown
from schema.common.findings import AvailableAction, Sensitive, actions
from schema.common.interfaces import Node, Subject
from schema.common.stateless import no_status
from schema.plans.binding import rows
from schema.plans.connection import Connection
from schema.plans.declare import column, computed, connection, listed, one
from schema.regions import Region
from schema.registration_filters import RegistrationFilter, RegistrationOrder
from schema.specialties import Specialty

if TYPE_CHECKING:
    from schema.files import File
    from schema.registration import Certificate, Registration


def self_or_reviewer(viewer: Viewer) -> bool:
    """A person sees nobody but oneself, so whoever is a person and sees the object is that person."""
    return viewer.kind in {ViewerKind.PERSON, ViewerKind.REVIEWER}


def actions_of(id: int, identity_number: str | None, viewer: Viewer) -> list[AvailableAction]:
    return actions(person_actions(viewer, id, identity_number))


@rows(
    QualificationRow,
    visible=qualifications_visible_to,
    prefix=QualificationRow.prefix,
    description="资格证书或考试合格记录",
)
class Qualification(Node):
    profession: Profession = column(description="执业资格")
    grade: Grade | None = column(description="级别")
    certificate_number: str = column(description="资格证书编号")
    management_number: str | None = column(description="证书管理号")
    obtained_on: date = column(description="取得日期")
    region: Region | None = one(key="region_code", description="取得省份")
    specialties: list[Specialty] = computed(specialties_shown, description="考试的专业类别")
    category_choice_used: bool = column("choice_used", description="一次性类别选择是否已用")


@rows(PersonRow, visible=visible_to, prefix=PersonRow.prefix, description="人员")
class Person(Subject):
    title: str = computed(shown.person_title)
    status: str | None = computed(no_status)
    available_actions: list[AvailableAction] = computed(actions_of)
    name: Sensitive = computed(shown.person_name, description="姓名")
    sex: Sex | None = column(description="性别")
    birth_date: date | None = column(allow=self_or_reviewer, description="出生日期")
    identity_kind: IdentityKind = column(description="证件类型")
    identity_number: Sensitive = computed(shown.person_identity, description="证件号码")
    mobile: Sensitive | None = computed(shown.person_mobile, description="手机号")
    email: Sensitive | None = computed(shown.person_email, description="邮箱")
    photo: Annotated["File", strawberry.lazy("schema.files")] | None = one(description="证件照")
    real_name_verified: bool = column(description="是否已实名认证")
    qualifications: list[Qualification] = listed(
        "person", order="obtained_on", description="取得的资格（考试记录）"
    )
    certificates: Connection[Annotated["Certificate", strawberry.lazy("schema.registration")]] = connection(
        "person", description="各执业资格的注册证，现在与以往"
    )
    registrations: Connection[Annotated["Registration", strawberry.lazy("schema.registration")]] = connection(
        "applicant", filter=RegistrationFilter, order=RegistrationOrder, description="历次注册，按时间"
    )
