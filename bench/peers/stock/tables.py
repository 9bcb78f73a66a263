"""The slice's tables as Tortoise models of this peer's own, over the same database."""

from tortoise import fields
from tortoise.models import Model


class Person(Model):
    id = fields.BigIntField(primary_key=True)
    name = fields.CharField(64)
    sex = fields.CharField(8, null=True)
    identity_kind = fields.CharField(16)
    real_name_verified = fields.BooleanField()

    class Meta:
        table = "person"


class Employer(Model):
    id = fields.BigIntField(primary_key=True)
    name = fields.CharField(120)
    credit_code = fields.CharField(18)
    state = fields.CharField(16)
    address = fields.CharField(200)

    class Meta:
        table = "employer"


class Registration(Model):
    id = fields.BigIntField(primary_key=True)
    version = fields.IntField()
    created_at = fields.DatetimeField()
    updated_at = fields.DatetimeField()
    number = fields.CharField(32, null=True)
    kind = fields.CharField(24)
    profession = fields.CharField(24)
    grade = fields.CharField(16, null=True)
    state = fields.CharField(16)
    submitted_at = fields.DatetimeField(null=True)
    region = fields.CharField(12, null=True)
    applicant_id = fields.BigIntField()
    employer_id = fields.BigIntField(null=True)
    authority_id = fields.BigIntField(null=True)

    class Meta:
        table = "registration"


class Stage(Model):
    id = fields.BigIntField(primary_key=True)
    registration_id = fields.BigIntField()
    place = fields.IntField()
    kind = fields.CharField(24)
    state = fields.CharField(12)
    officer_id = fields.BigIntField(null=True)
    opened_at = fields.DatetimeField(null=True)
    closed_at = fields.DatetimeField(null=True)
    opinion = fields.CharField(2000, null=True)

    class Meta:
        table = "registration_stage"


class WorkItem(Model):
    id = fields.BigIntField(primary_key=True)
    version = fields.IntField()
    updated_at = fields.DatetimeField()
    registration_id = fields.BigIntField()
    stage_kind = fields.CharField(24)
    role = fields.CharField(24)
    profession = fields.CharField(24)
    region = fields.CharField(12)
    applicant_id = fields.BigIntField()
    authority_id = fields.BigIntField()
    state = fields.CharField(8)
    held_by_id = fields.BigIntField(null=True)
    held_until = fields.DatetimeField(null=True)
    fence = fields.IntField()
    added_at = fields.DatetimeField()

    class Meta:
        table = "work_item"


class Reviewer(Model):
    id = fields.BigIntField(primary_key=True)
    authority_id = fields.BigIntField()
    person_id = fields.BigIntField(null=True)
    employer_id = fields.BigIntField(null=True)

    class Meta:
        table = "reviewer"


class RoleGrant(Model):
    id = fields.BigIntField(primary_key=True)
    reviewer_id = fields.BigIntField()
    role = fields.CharField(24)
    profession = fields.CharField(24)
    regions = fields.JSONField[list[str]]()

    class Meta:
        table = "role_grant"


class Account(Model):
    id = fields.BigIntField(primary_key=True)
    state = fields.CharField(16)
    reviewer_id = fields.BigIntField(null=True)

    class Meta:
        table = "account"


class Session(Model):
    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField("stock.Account", related_name=False)
    token_hash = fields.CharField(64)
    state = fields.CharField(8)
    last_seen_at = fields.DatetimeField()

    class Meta:
        table = "session"


class Journal(Model):
    id = fields.BigIntField(primary_key=True)
    tx = fields.BigIntField(default=0)
    at = fields.DatetimeField()
    name = fields.CharField(48)
    subject = fields.CharField(3)
    subject_id = fields.BigIntField()
    subject_version = fields.IntField()
    actor_kind = fields.CharField(16)
    actor_id = fields.BigIntField(null=True)
    actor_authority_id = fields.BigIntField(null=True)
    authority_id = fields.BigIntField(null=True)
    profession = fields.CharField(24, null=True)
    region = fields.CharField(12, null=True)
    public = fields.BooleanField(default=False)
    notifies = fields.BooleanField(default=False)
    facts = fields.JSONField[dict[str, object]]()

    class Meta:
        table = "journal"


class IdempotentAnswer(Model):
    id = fields.BigIntField(primary_key=True)
    scope = fields.CharField(40)
    key = fields.CharField(80)
    fingerprint = fields.CharField(64)
    row_id = fields.BigIntField(null=True)
    entry_id = fields.BigIntField(null=True)
    at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "idempotent_answer"
