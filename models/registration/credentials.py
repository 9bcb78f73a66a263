"""Rows that a grant yields: certificates, practice seals and certificate labels."""

from datetime import date
from typing import Any

from tortoise import fields

from models.agencies.tables import Employer
from models.authorities.names import NamesField
from models.authorities.tables import Authority
from models.files.tables import StoredFile
from models.kernel.clock import now
from models.kernel.events import Audience
from models.kernel.rows import Row
from models.people.kinds import Sex
from models.people.tables import Person
from models.registration.kinds import CredentialState
from models.registration.tables import Registration


class Certificate(Row):
    """A registration certificate. What was printed is kept as printed; `state` is the present one.

    EXPIRING and EXPIRED are also true by the clock whenever the row is read.
    """

    prefix = "cer"
    loose = frozenset({"document_id"})

    number = fields.CharField(32, unique=True)
    profession = fields.CharField(24)
    grade = fields.CharField(16, null=True)
    state = fields.CharEnumField(CredentialState, default=CredentialState.VALID, max_length=12)
    state_since = fields.DateField()
    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField("zhiye.Person", related_name=False)
    employer: fields.ForeignKeyRelation[Employer] = fields.ForeignKeyField(
        "zhiye.Employer", related_name=False
    )
    authority: fields.ForeignKeyRelation[Authority] = fields.ForeignKeyField(
        "zhiye.Authority", related_name=False
    )
    registration: fields.ForeignKeyRelation[Registration] = fields.ForeignKeyField(
        "zhiye.Registration", related_name=False
    )
    replaced_by: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "zhiye.Certificate", related_name=False, null=True
    )
    photo: fields.ForeignKeyNullableRelation[StoredFile] = fields.ForeignKeyField(
        "zhiye.StoredFile", related_name=False, null=True
    )
    document: fields.ForeignKeyNullableRelation[StoredFile] = fields.ForeignKeyField(
        "zhiye.StoredFile", related_name=False, null=True
    )
    region = fields.CharField(12)
    printed_name = fields.CharField(64)
    printed_sex = fields.CharEnumField(Sex, null=True, max_length=8)
    printed_identity = fields.CharField(32)
    """Identity number masked, as printed."""
    printed_employer = fields.CharField(120)
    specialties: Any = NamesField(null=True, default=list)
    """Codes of the rulebook, as printed."""
    valid_from = fields.DateField()
    valid_until = fields.DateField()
    issued_at = fields.DatetimeField(default=now)
    verify_code = fields.CharField(200, unique=True)
    reason = fields.CharField(500, null=True)
    reminded: int | None = fields.IntField(null=True)
    """Of how many days before the end the holder was last reminded."""

    person_id: int
    employer_id: int
    authority_id: int
    registration_id: int
    replaced_by_id: int | None
    photo_id: int | None
    document_id: int | None

    class Meta:
        table = "certificate"
        indexes = (
            ("person_id",),
            ("registration_id",),
            ("employer_id", "issued_at", "id"),
            ("authority_id", "issued_at", "id"),
        )

    def audience(self) -> Audience:
        return Audience(self.person_id, self.employer_id, self.authority_id, self.profession, self.region)


class Seal(Row):
    """The practice seal that comes with a certificate; its impression is drawn from the authority's record."""

    prefix = "sea"

    certificate: fields.ForeignKeyRelation[Certificate] = fields.ForeignKeyField(
        "zhiye.Certificate", related_name=False
    )
    number = fields.CharField(32, unique=True)
    state = fields.CharEnumField(CredentialState, default=CredentialState.VALID, max_length=12)
    valid_until: date = fields.DateField()

    certificate_id: int

    class Meta:
        table = "seal"
        indexes = (("certificate_id",),)


class CertificateLabel(Row):
    """The sticker on a certificate that says until when it is valid (标签); not the label of an extinguisher."""

    prefix = "lab"

    certificate: fields.ForeignKeyRelation[Certificate] = fields.ForeignKeyField(
        "zhiye.Certificate", related_name=False
    )
    number = fields.CharField(32, unique=True)
    state = fields.CharEnumField(CredentialState, default=CredentialState.VALID, max_length=12)
    valid_until: date = fields.DateField()

    certificate_id: int

    class Meta:
        table = "certificate_label"
        indexes = (("certificate_id",),)
