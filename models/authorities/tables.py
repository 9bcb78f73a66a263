"""Rows of authorities: the tree of bodies, their contacts, their reviewers, and regions (GB/T 2260)."""

from typing import Any

from tortoise import fields
from tortoise.models import Model

from models.authorities.kinds import AuthorityKind, ReviewerRole, SiteKey
from models.authorities.names import NamesField
from models.kernel.events import Audience
from models.kernel.rows import Row

CODE_LENGTH = 6


class Region(Model):
    """An administrative region by its GB/T 2260 code of six digits."""

    code = fields.CharField(12, primary_key=True)
    name = fields.CharField(40)
    full_name = fields.CharField(80)
    parent: fields.ForeignKeyNullableRelation["Region"] = fields.ForeignKeyField(
        "zhiye.Region", related_name=False, null=True, db_index=True
    )

    parent_id: str | None

    class Meta:
        table = "region"


class Authority(Row):
    """A body that reviews. `region_code` is the prefix it is responsible for; `professions`, `stages` are names."""

    prefix = "aut"

    name = fields.CharField(80)
    kind = fields.CharEnumField(AuthorityKind, max_length=24)
    parent: fields.ForeignKeyNullableRelation["Authority"] = fields.ForeignKeyField(
        "zhiye.Authority", related_name=False, null=True
    )
    region_code = fields.CharField(12, null=True)
    professions: Any = NamesField()
    stages: Any = NamesField()
    specialties: Any = NamesField(null=True, default=list)
    """Codes of the only specialties that it examines (another ministry's); empty: all."""
    short_name = fields.CharField(8, default="")
    """One or two characters that begin its receipt and certificate numbers (苏)."""
    same_reviewer_may_pass_two_stages = fields.BooleanField(default=False)

    parent_id: int | None

    class Meta:
        table = "authority"

    def audience(self) -> Audience:
        return Audience(authority_id=self.id)


class Contact(Row):
    """How a body is reached; edited by an administrator."""

    prefix = "con"

    authority: fields.ForeignKeyNullableRelation[Authority] = fields.ForeignKeyField(
        "zhiye.Authority", related_name=False, null=True
    )
    label = fields.CharField(80)
    people = fields.JSONField[list[str]]()
    phones = fields.JSONField[list[str]]()
    fax = fields.CharField(40, null=True)
    email = fields.CharField(120, null=True)
    address = fields.CharField(200, null=True)
    hours = fields.CharField(80, null=True)

    authority_id: int | None

    class Meta:
        table = "contact"


class Reviewer(Row):
    """A staff member of an authority. `employer_id`: the unit whose cases this reviewer stays away from."""

    prefix = "rev"

    name = fields.CharField(64)
    authority: fields.ForeignKeyRelation[Authority] = fields.ForeignKeyField(
        "zhiye.Authority", related_name=False
    )
    employer: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "zhiye.Employer", related_name=False, null=True
    )
    person: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "zhiye.Person", related_name=False, null=True
    )

    authority_id: int
    employer_id: int | None
    person_id: int | None

    class Meta:
        table = "reviewer"

    def audience(self) -> Audience:
        return Audience(authority_id=self.authority_id)


class RoleGrant(Row):
    """One role of a reviewer for one profession; `regions` are code prefixes, empty means the whole jurisdiction."""

    prefix = "gra"

    reviewer: fields.ForeignKeyRelation[Reviewer] = fields.ForeignKeyField(
        "zhiye.Reviewer", related_name=False
    )
    role = fields.CharEnumField(ReviewerRole, max_length=24)
    profession = fields.CharField(24)
    regions = fields.JSONField[list[str]]()

    reviewer_id: int

    class Meta:
        table = "role_grant"


class SiteText(Model):
    """A text of the site that an administrator may change; where there is none, the built-in one is shown."""

    key = fields.CharEnumField(SiteKey, primary_key=True, max_length=16)
    text = fields.TextField()

    class Meta:
        table = "site_text"


def jurisdiction(region_code: str | None) -> list[str]:
    """Full codes of the regions an authority is responsible for; none for a national body."""
    return [full_code(region_code)] if region_code else []


def limits(regions: list[str]) -> list[str]:
    """Full codes of the regions that a role grant is limited to."""
    return [full_code(prefix) for prefix in regions]


def full_code(prefix: str) -> str:
    """320000 for 32."""
    return prefix.ljust(CODE_LENGTH, "0")
