from tortoise import migrations
from tortoise.migrations import operations as ops
from models.agencies.tables import EmployerNature, EmployerState
from models.authorities.kinds import AuthorityKind, Profession, ReviewerRole, SiteKey
from models.authorities.names import NamesField
from models.education.kinds import HoursSource, HoursState
from models.files.tables import FilePurpose, FileState
from models.kernel.clock import now
from models.noticeboard.kinds import NoticeKind, NoticeState
from models.people.corrections.kinds import CorrectionState
from models.people.kinds import (
    AccountKind,
    AccountState,
    ChallengeChannel,
    ChallengePurpose,
    ChallengeState,
    IdentityKind,
    RecoveryState,
    SessionState,
    Sex,
)
from models.registration.batches.kinds import BatchEntryState, BatchKind, BatchState
from models.registration.deliveries.kinds import DeliveryState
from models.registration.kinds import (
    AttachmentKind,
    ClaimState,
    CredentialState,
    DeliveryMethod,
    RegistrationKind,
    RegistrationState,
    ReissueReason,
    StageKind,
    StageState,
    TermKind,
    WithdrawalState,
)
from models.registration.made import PaperKind
from models.registration.revocations.kinds import RevocationState
from models.transfers.kinds import ExportFormat, ExportKind, ExportState, ImportKind, ImportState, RowOutcome
from orjson import loads
from tortoise.fields.base import OnDelete
from tortoise.fields.data import JSON_DUMPS
from tortoise import fields
from tortoise.indexes import Index


class Migration(migrations.Migration):
    initial = True

    operations = [
        ops.CreateModel(
            name="Attempt",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True, description=""
                    ),
                ),
                ("act", fields.CharField(description="", max_length=24)),
                ("key", fields.CharField(description="", max_length=160)),
                (
                    "window_ends_at",
                    fields.DatetimeField(db_index=True, description="", auto_now=False, auto_now_add=False),
                ),
                ("count", fields.IntField(default=0, description="")),
            ],
            options={
                "table": "attempt",
                "app": "zhiye",
                "unique_together": (("act", "key", "window_ends_at"),),
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Authority",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True, description=""
                    ),
                ),
                ("version", fields.IntField(default=1, description="")),
                (
                    "created_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "updated_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                ("name", fields.CharField(description="", max_length=80)),
                ("kind", fields.CharEnumField(description="", enum_type=AuthorityKind, max_length=24)),
                (
                    "parent",
                    fields.ForeignKeyField(
                        "zhiye.Authority",
                        source_field="parent_id",
                        null=True,
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("region_code", fields.CharField(null=True, description="", max_length=12)),
                ("professions", NamesField(description="", unique=False)),
                ("stages", NamesField(description="", unique=False)),
                ("specialties", NamesField(null=True, default=list, description="", unique=False)),
                ("short_name", fields.CharField(default="", description="", max_length=8)),
                ("same_reviewer_may_pass_two_stages", fields.BooleanField(default=False, description="")),
            ],
            options={"table": "authority", "app": "zhiye", "pk_attr": "id"},
            bases=["Row"],
        ),
        ops.CreateModel(
            name="Challenge",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True, description=""
                    ),
                ),
                ("version", fields.IntField(default=1, description="")),
                (
                    "created_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "updated_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "state",
                    fields.CharEnumField(
                        default=ChallengeState.ISSUED, description="", enum_type=ChallengeState, max_length=12
                    ),
                ),
                ("account_id", fields.BigIntField(null=True, description="")),
                ("purpose", fields.CharEnumField(description="", enum_type=ChallengePurpose, max_length=16)),
                (
                    "channel",
                    fields.CharEnumField(
                        default=ChallengeChannel.SMS, description="", enum_type=ChallengeChannel, max_length=8
                    ),
                ),
                ("target", fields.CharField(description="", max_length=120)),
                ("sent_to", fields.CharField(description="", max_length=40)),
                ("secret_hash", fields.CharField(unique=True, description="", max_length=64)),
                ("code_hash", fields.CharField(description="", max_length=64)),
                ("tries_left", fields.IntField(default=5, description="")),
                (
                    "expires_at",
                    fields.DatetimeField(db_index=True, description="", auto_now=False, auto_now_add=False),
                ),
            ],
            options={"table": "challenge", "app": "zhiye", "pk_attr": "id"},
            bases=["Row"],
        ),
        ops.CreateModel(
            name="Contact",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True, description=""
                    ),
                ),
                ("version", fields.IntField(default=1, description="")),
                (
                    "created_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "updated_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "authority",
                    fields.ForeignKeyField(
                        "zhiye.Authority",
                        source_field="authority_id",
                        null=True,
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("label", fields.CharField(description="", max_length=80)),
                ("people", fields.JSONField(description="", encoder=JSON_DUMPS, decoder=loads)),
                ("phones", fields.JSONField(description="", encoder=JSON_DUMPS, decoder=loads)),
                ("fax", fields.CharField(null=True, description="", max_length=40)),
                ("email", fields.CharField(null=True, description="", max_length=120)),
                ("address", fields.CharField(null=True, description="", max_length=200)),
                ("hours", fields.CharField(null=True, description="", max_length=80)),
            ],
            options={"table": "contact", "app": "zhiye", "pk_attr": "id"},
            bases=["Row"],
        ),
        ops.CreateModel(
            name="Employer",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True, description=""
                    ),
                ),
                ("version", fields.IntField(default=1, description="")),
                (
                    "created_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "updated_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                ("name", fields.CharField(description="", max_length=120)),
                ("credit_code", fields.CharField(unique=True, description="", max_length=18)),
                ("nature", fields.CharEnumField(description="", enum_type=EmployerNature, max_length=24)),
                (
                    "state",
                    fields.CharEnumField(
                        default=EmployerState.ON_RECORD,
                        description="",
                        enum_type=EmployerState,
                        max_length=16,
                    ),
                ),
                ("fire_agency", fields.BooleanField(default=False, description="")),
                ("key_unit", fields.BooleanField(default=False, description="")),
                ("region_code", fields.CharField(description="", max_length=12)),
                ("address", fields.CharField(default="", description="", max_length=200)),
                ("phone", fields.CharField(null=True, description="", max_length=40)),
                (
                    "central_body",
                    fields.ForeignKeyField(
                        "zhiye.Authority",
                        source_field="central_body_id",
                        null=True,
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
            ],
            options={"table": "employer", "app": "zhiye", "pk_attr": "id"},
            bases=["Row"],
        ),
        ops.CreateModel(
            name="ExaminationResult",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True, description=""
                    ),
                ),
                ("profession", fields.CharField(description="", max_length=24)),
                ("certificate_number", fields.CharField(description="", max_length=40)),
                ("person_hash", fields.CharField(db_index=True, description="", max_length=64)),
                ("grade", fields.CharField(null=True, description="", max_length=16)),
                ("management_number", fields.CharField(null=True, description="", max_length=40)),
                ("obtained_on", fields.DateField(description="")),
                ("region_code", fields.CharField(description="", max_length=12)),
                ("specialties", NamesField(null=True, default=list, description="", unique=False)),
                ("source", fields.CharField(description="", max_length=120)),
                (
                    "imported_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                ("imported_by", fields.CharField(default="", description="", max_length=64)),
            ],
            options={
                "table": "examination_result",
                "app": "zhiye",
                "unique_together": (("profession", "certificate_number"),),
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="IdempotentAnswer",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True, description=""
                    ),
                ),
                ("scope", fields.CharField(description="", max_length=40)),
                ("key", fields.CharField(description="", max_length=80)),
                ("fingerprint", fields.CharField(description="", max_length=64)),
                ("prefix", fields.CharField(null=True, description="", max_length=3)),
                ("row_id", fields.BigIntField(null=True, description="")),
                ("tx", fields.BigIntField(null=True, description="")),
                ("entry_id", fields.BigIntField(null=True, description="")),
                ("at", fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "idempotent_answer",
                "app": "zhiye",
                "unique_together": (("scope", "key"),),
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="JobLease",
            fields=[
                (
                    "job",
                    fields.CharField(
                        primary_key=True, unique=True, db_index=True, description="", max_length=40
                    ),
                ),
                ("holder", fields.CharField(description="", max_length=40)),
                ("until", fields.DatetimeField(description="", auto_now=False, auto_now_add=False)),
            ],
            options={"table": "job_lease", "app": "zhiye", "pk_attr": "job"},
            bases=["Model"],
        ),
        ops.CreateModel(
            name="JournalEpoch",
            fields=[
                (
                    "id",
                    fields.IntField(
                        generated=True, primary_key=True, unique=True, db_index=True, description=""
                    ),
                ),
                ("epoch", fields.BigIntField(description="")),
                (
                    "started_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                ("horizon_tx", fields.BigIntField(default=0, description="")),
                ("horizon_id", fields.BigIntField(default=0, description="")),
            ],
            options={"table": "journal_epoch", "app": "zhiye", "pk_attr": "id"},
            bases=["Model"],
        ),
        ops.CreateModel(
            name="JournalReader",
            fields=[
                (
                    "name",
                    fields.CharField(
                        primary_key=True, unique=True, db_index=True, description="", max_length=40
                    ),
                ),
                ("tx", fields.BigIntField(description="")),
                ("entry_id", fields.BigIntField(description="")),
            ],
            options={"table": "journal_reader", "app": "zhiye", "pk_attr": "name"},
            bases=["Model"],
        ),
        ops.CreateModel(
            name="JournalRow",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True, description=""
                    ),
                ),
                ("tx", fields.BigIntField(description="")),
                ("at", fields.DatetimeField(description="", auto_now=False, auto_now_add=False)),
                ("name", fields.CharField(description="", max_length=48)),
                ("subject", fields.CharField(description="", max_length=3)),
                ("subject_id", fields.BigIntField(description="")),
                ("subject_version", fields.IntField(description="")),
                ("actor_kind", fields.CharField(description="", max_length=16)),
                ("actor_id", fields.BigIntField(null=True, description="")),
                ("actor_authority_id", fields.BigIntField(null=True, description="")),
                ("person_id", fields.BigIntField(null=True, description="")),
                ("employer_id", fields.BigIntField(null=True, description="")),
                ("account_id", fields.BigIntField(null=True, description="")),
                ("authority_id", fields.BigIntField(null=True, description="")),
                ("profession", fields.CharField(null=True, description="", max_length=24)),
                ("region", fields.CharField(null=True, description="", max_length=12)),
                ("public", fields.BooleanField(default=False, description="")),
                ("notifies", fields.BooleanField(default=False, description="")),
                ("facts", fields.JSONField(description="", encoder=JSON_DUMPS, decoder=loads)),
            ],
            options={
                "table": "journal",
                "app": "zhiye",
                "indexes": [
                    Index(fields=["tx", "id"]),
                    Index(fields=["subject", "subject_id", "tx", "id"]),
                    Index(fields=["person_id", "tx", "id"]),
                    Index(fields=["employer_id", "tx", "id"]),
                    Index(fields=["authority_id", "tx", "id"]),
                    Index(fields=["account_id", "tx", "id"]),
                ],
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Notice",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True, description=""
                    ),
                ),
                ("version", fields.IntField(default=1, description="")),
                (
                    "created_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "updated_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                ("kind", fields.CharEnumField(description="", enum_type=NoticeKind, max_length=16)),
                (
                    "state",
                    fields.CharEnumField(
                        default=NoticeState.DRAFT, description="", enum_type=NoticeState, max_length=16
                    ),
                ),
                (
                    "profession",
                    fields.CharEnumField(null=True, description="", enum_type=Profession, max_length=24),
                ),
                ("heading", fields.CharField(description="", max_length=120)),
                ("body", fields.TextField(description="", unique=False)),
                (
                    "published_at",
                    fields.DatetimeField(
                        default=now, db_index=True, description="", auto_now=False, auto_now_add=False
                    ),
                ),
                (
                    "authority",
                    fields.ForeignKeyField(
                        "zhiye.Authority",
                        source_field="authority_id",
                        null=True,
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
            ],
            options={"table": "notice", "app": "zhiye", "pk_attr": "id"},
            bases=["Row"],
        ),
        ops.CreateModel(
            name="NumberSequence",
            fields=[
                (
                    "series",
                    fields.CharField(
                        primary_key=True, unique=True, db_index=True, description="", max_length=60
                    ),
                ),
                ("value", fields.IntField(default=0, description="")),
            ],
            options={"table": "number_sequence", "app": "zhiye", "pk_attr": "series"},
            bases=["Model"],
        ),
        ops.CreateModel(
            name="OutgoingMessage",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True, description=""
                    ),
                ),
                ("version", fields.IntField(default=1, description="")),
                (
                    "created_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "updated_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                ("entry_id", fields.BigIntField(null=True, unique=True, description="")),
                ("channel", fields.CharEnumField(description="", enum_type=ChallengeChannel, max_length=8)),
                ("target", fields.CharField(description="", max_length=120)),
                ("text", fields.CharField(description="", max_length=500)),
                ("expires_at", fields.DatetimeField(description="", auto_now=False, auto_now_add=False)),
                (
                    "leased_until",
                    fields.DatetimeField(null=True, description="", auto_now=False, auto_now_add=False),
                ),
                ("tries", fields.IntField(default=0, description="")),
                (
                    "sent_at",
                    fields.DatetimeField(null=True, description="", auto_now=False, auto_now_add=False),
                ),
                ("failed", fields.CharField(null=True, description="", max_length=200)),
            ],
            options={
                "table": "outgoing_message",
                "app": "zhiye",
                "indexes": [Index(fields=["sent_at", "expires_at"])],
                "pk_attr": "id",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="Person",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True, description=""
                    ),
                ),
                ("version", fields.IntField(default=1, description="")),
                (
                    "created_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "updated_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                ("name", fields.CharField(default="", description="", max_length=64)),
                ("sex", fields.CharEnumField(null=True, description="", enum_type=Sex, max_length=8)),
                ("birth_date", fields.DateField(null=True, description="")),
                (
                    "identity_kind",
                    fields.CharEnumField(
                        default=IdentityKind.RESIDENT, description="", enum_type=IdentityKind, max_length=16
                    ),
                ),
                ("identity_number", fields.CharField(null=True, unique=True, description="", max_length=32)),
                ("mobile", fields.CharField(null=True, description="", max_length=20)),
                ("email", fields.CharField(null=True, description="", max_length=120)),
                ("photo_id", fields.BigIntField(null=True, description="")),
                ("real_name_verified", fields.BooleanField(default=False, description="")),
            ],
            options={"table": "person", "app": "zhiye", "pk_attr": "id"},
            bases=["Row"],
        ),
        ops.CreateModel(
            name="Employment",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True, description=""
                    ),
                ),
                ("version", fields.IntField(default=1, description="")),
                (
                    "created_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "updated_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "person",
                    fields.ForeignKeyField(
                        "zhiye.Person",
                        source_field="person_id",
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "employer",
                    fields.ForeignKeyField(
                        "zhiye.Employer",
                        source_field="employer_id",
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("profession", fields.CharField(description="", max_length=24)),
                ("since", fields.DateField(description="")),
                ("until", fields.DateField(null=True, description="")),
            ],
            options={"table": "employment", "app": "zhiye", "pk_attr": "id"},
            bases=["Row"],
        ),
        ops.CreateModel(
            name="IdentityCorrection",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True, description=""
                    ),
                ),
                ("version", fields.IntField(default=1, description="")),
                (
                    "created_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "updated_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "state",
                    fields.CharEnumField(
                        default=CorrectionState.SUBMITTED,
                        description="",
                        enum_type=CorrectionState,
                        max_length=12,
                    ),
                ),
                (
                    "person",
                    fields.ForeignKeyField(
                        "zhiye.Person",
                        source_field="person_id",
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "body",
                    fields.ForeignKeyField(
                        "zhiye.Authority",
                        source_field="body_id",
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "authority",
                    fields.ForeignKeyField(
                        "zhiye.Authority",
                        source_field="authority_id",
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("profession", fields.CharField(description="", max_length=24)),
                ("region", fields.CharField(description="", max_length=12)),
                ("name", fields.CharField(null=True, description="", max_length=64)),
                (
                    "identity_kind",
                    fields.CharEnumField(null=True, description="", enum_type=IdentityKind, max_length=16),
                ),
                ("identity_number", fields.CharField(null=True, description="", max_length=32)),
                ("birth_date", fields.DateField(null=True, description="")),
                (
                    "proof_ids",
                    fields.JSONField(default=list, description="", encoder=JSON_DUMPS, decoder=loads),
                ),
                ("was", fields.JSONField(default=dict, description="", encoder=JSON_DUMPS, decoder=loads)),
                ("confirmed_by", fields.BigIntField(null=True, description="")),
                ("reason", fields.CharField(null=True, description="", max_length=500)),
            ],
            options={
                "table": "identity_correction",
                "app": "zhiye",
                "indexes": [
                    Index(fields=["person_id", "state"]),
                    Index(fields=["authority_id", "state"]),
                    Index(fields=["body_id", "state"]),
                ],
                "pk_attr": "id",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="PresentRow",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True, description=""
                    ),
                ),
                ("subject", fields.CharField(description="", max_length=24)),
                ("subject_id", fields.BigIntField(description="")),
                ("who", fields.BigIntField(description="")),
                ("label", fields.CharField(description="", max_length=120)),
                ("editing", fields.BooleanField(description="")),
                ("since", fields.DatetimeField(description="", auto_now=False, auto_now_add=False)),
                (
                    "until",
                    fields.DatetimeField(db_index=True, description="", auto_now=False, auto_now_add=False),
                ),
            ],
            options={
                "table": "presence",
                "app": "zhiye",
                "unique_together": (("subject", "subject_id", "who"),),
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Profile",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True, description=""
                    ),
                ),
                ("version", fields.IntField(default=1, description="")),
                (
                    "created_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "updated_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "person",
                    fields.ForeignKeyField(
                        "zhiye.Person",
                        source_field="person_id",
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("profession", fields.CharField(description="", max_length=24)),
                ("specialties", NamesField(null=True, default=list, description="", unique=False)),
                (
                    "employer_nature",
                    fields.CharEnumField(null=True, description="", enum_type=EmployerNature, max_length=24),
                ),
            ],
            options={
                "table": "profile",
                "app": "zhiye",
                "unique_together": (("person_id", "profession"),),
                "pk_attr": "id",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="Qualification",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True, description=""
                    ),
                ),
                ("version", fields.IntField(default=1, description="")),
                (
                    "created_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "updated_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "person",
                    fields.ForeignKeyField(
                        "zhiye.Person",
                        source_field="person_id",
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("profession", fields.CharField(description="", max_length=24)),
                ("grade", fields.CharField(null=True, description="", max_length=16)),
                ("certificate_number", fields.CharField(description="", max_length=40)),
                ("management_number", fields.CharField(null=True, description="", max_length=40)),
                ("obtained_on", fields.DateField(description="")),
                ("region_code", fields.CharField(null=True, description="", max_length=12)),
                ("specialties", NamesField(null=True, default=list, description="", unique=False)),
                ("choice_used", fields.BooleanField(default=False, description="")),
                ("found_for", fields.CharField(null=True, description="", max_length=32)),
            ],
            options={
                "table": "qualification",
                "app": "zhiye",
                "indexes": [Index(fields=["person_id"])],
                "pk_attr": "id",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="ReadMark",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True, description=""
                    ),
                ),
                ("account_id", fields.BigIntField(description="")),
                ("entry_id", fields.BigIntField(description="")),
                (
                    "read_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
            ],
            options={
                "table": "read_mark",
                "app": "zhiye",
                "unique_together": (("account_id", "entry_id"),),
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Region",
            fields=[
                (
                    "code",
                    fields.CharField(
                        primary_key=True, unique=True, db_index=True, description="", max_length=12
                    ),
                ),
                ("name", fields.CharField(description="", max_length=40)),
                ("full_name", fields.CharField(description="", max_length=80)),
                (
                    "parent",
                    fields.ForeignKeyField(
                        "zhiye.Region",
                        source_field="parent_id",
                        null=True,
                        db_index=True,
                        description="",
                        db_constraint=True,
                        to_field="code",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
            ],
            options={"table": "region", "app": "zhiye", "pk_attr": "code"},
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Reviewer",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True, description=""
                    ),
                ),
                ("version", fields.IntField(default=1, description="")),
                (
                    "created_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "updated_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                ("name", fields.CharField(description="", max_length=64)),
                (
                    "authority",
                    fields.ForeignKeyField(
                        "zhiye.Authority",
                        source_field="authority_id",
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "employer",
                    fields.ForeignKeyField(
                        "zhiye.Employer",
                        source_field="employer_id",
                        null=True,
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "person",
                    fields.ForeignKeyField(
                        "zhiye.Person",
                        source_field="person_id",
                        null=True,
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
            ],
            options={"table": "reviewer", "app": "zhiye", "pk_attr": "id"},
            bases=["Row"],
        ),
        ops.CreateModel(
            name="Account",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True, description=""
                    ),
                ),
                ("version", fields.IntField(default=1, description="")),
                (
                    "created_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "updated_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                ("kind", fields.CharEnumField(description="", enum_type=AccountKind, max_length=16)),
                ("state", fields.CharEnumField(description="", enum_type=AccountState, max_length=16)),
                ("mobile", fields.CharField(null=True, unique=True, description="", max_length=20)),
                ("email", fields.CharField(null=True, description="", max_length=120)),
                ("reminders", fields.BooleanField(default=True, description="")),
                ("sms_off", NamesField(null=True, default=list, description="", unique=False)),
                ("profile_due", fields.BooleanField(default=False, description="")),
                ("password_hash", fields.CharField(null=True, description="", max_length=200)),
                (
                    "person",
                    fields.ForeignKeyField(
                        "zhiye.Person",
                        source_field="person_id",
                        null=True,
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "employer",
                    fields.ForeignKeyField(
                        "zhiye.Employer",
                        source_field="employer_id",
                        null=True,
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "reviewer",
                    fields.ForeignKeyField(
                        "zhiye.Reviewer",
                        source_field="reviewer_id",
                        null=True,
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
            ],
            options={"table": "account", "app": "zhiye", "pk_attr": "id"},
            bases=["Row"],
        ),
        ops.CreateModel(
            name="Batch",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True, description=""
                    ),
                ),
                ("version", fields.IntField(default=1, description="")),
                (
                    "created_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "updated_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                ("kind", fields.CharEnumField(description="", enum_type=BatchKind, max_length=24)),
                (
                    "state",
                    fields.CharEnumField(
                        default=BatchState.OPEN, description="", enum_type=BatchState, max_length=12
                    ),
                ),
                ("slot", fields.CharField(null=True, unique=True, description="", max_length=80)),
                ("number", fields.CharField(description="", max_length=24)),
                ("profession", fields.CharField(description="", max_length=24)),
                ("region", fields.CharField(default="", description="", max_length=12)),
                (
                    "authority",
                    fields.ForeignKeyField(
                        "zhiye.Authority",
                        source_field="authority_id",
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("day", fields.DateField(description="")),
                ("postponed_from", fields.DateField(null=True, description="")),
                ("postponed_reason", fields.CharField(null=True, description="", max_length=40)),
                ("lock_at", fields.DatetimeField(description="", auto_now=False, auto_now_add=False)),
                ("taken", fields.IntField(default=0, description="")),
                (
                    "officer",
                    fields.ForeignKeyField(
                        "zhiye.Reviewer",
                        source_field="officer_id",
                        null=True,
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("stamp_number", fields.CharField(null=True, description="", max_length=40)),
                ("stamped_on", fields.DateField(null=True, description="")),
                ("notice", fields.CharField(null=True, description="", max_length=2000)),
                (
                    "announced_at",
                    fields.DatetimeField(null=True, description="", auto_now=False, auto_now_add=False),
                ),
                ("total", fields.IntField(default=0, description="")),
                ("carried", fields.IntField(default=0, description="")),
                ("reason", fields.CharField(null=True, description="", max_length=500)),
            ],
            options={
                "table": "batch",
                "app": "zhiye",
                "indexes": [
                    Index(fields=["authority_id", "day", "id"]),
                    Index(fields=["state", "day"]),
                    Index(fields=["kind", "announced_at", "id"]),
                ],
                "pk_attr": "id",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="RecoveryRequest",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True, description=""
                    ),
                ),
                ("version", fields.IntField(default=1, description="")),
                (
                    "created_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "updated_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "state",
                    fields.CharEnumField(
                        default=RecoveryState.OPEN, description="", enum_type=RecoveryState, max_length=8
                    ),
                ),
                (
                    "account",
                    fields.ForeignKeyField(
                        "zhiye.Account",
                        source_field="account_id",
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "authority",
                    fields.ForeignKeyField(
                        "zhiye.Authority",
                        source_field="authority_id",
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("login", fields.CharField(description="", max_length=40)),
                ("contact_mobile", fields.CharField(description="", max_length=20)),
                ("profession", fields.CharField(null=True, description="", max_length=24)),
                ("region", fields.CharField(description="", max_length=12)),
                (
                    "papers_seen",
                    fields.JSONField(default=list, description="", encoder=JSON_DUMPS, decoder=loads),
                ),
                ("reason", fields.CharField(default="", description="", max_length=200)),
                ("code_hash", fields.CharField(null=True, description="", max_length=64)),
                (
                    "expires_at",
                    fields.DatetimeField(db_index=True, description="", auto_now=False, auto_now_add=False),
                ),
            ],
            options={
                "table": "recovery_request",
                "app": "zhiye",
                "indexes": [Index(fields=["account_id", "state"]), Index(fields=["authority_id", "state"])],
                "pk_attr": "id",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="RoleGrant",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True, description=""
                    ),
                ),
                ("version", fields.IntField(default=1, description="")),
                (
                    "created_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "updated_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "reviewer",
                    fields.ForeignKeyField(
                        "zhiye.Reviewer",
                        source_field="reviewer_id",
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("role", fields.CharEnumField(description="", enum_type=ReviewerRole, max_length=24)),
                ("profession", fields.CharField(description="", max_length=24)),
                ("regions", fields.JSONField(description="", encoder=JSON_DUMPS, decoder=loads)),
            ],
            options={"table": "role_grant", "app": "zhiye", "pk_attr": "id"},
            bases=["Row"],
        ),
        ops.CreateModel(
            name="SavedView",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True, description=""
                    ),
                ),
                ("version", fields.IntField(default=1, description="")),
                (
                    "created_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "updated_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                ("account_id", fields.BigIntField(description="")),
                ("name", fields.CharField(description="", max_length=20)),
                ("page", fields.CharField(description="", max_length=60)),
                ("query", fields.CharField(default="", description="", max_length=1000)),
            ],
            options={
                "table": "saved_view",
                "app": "zhiye",
                "unique_together": (("account_id", "page", "name"),),
                "pk_attr": "id",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="SealedBlock",
            fields=[
                (
                    "height",
                    fields.IntField(
                        generated=True, primary_key=True, unique=True, db_index=True, description=""
                    ),
                ),
                ("last_tx", fields.BigIntField(description="")),
                ("last_id", fields.BigIntField(description="")),
                ("entries", fields.IntField(description="")),
                ("hash", fields.CharField(description="", max_length=64)),
                (
                    "sealed_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
            ],
            options={"table": "journal_block", "app": "zhiye", "pk_attr": "height"},
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Session",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True, description=""
                    ),
                ),
                ("version", fields.IntField(default=1, description="")),
                (
                    "created_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "updated_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "account",
                    fields.ForeignKeyField(
                        "zhiye.Account",
                        source_field="account_id",
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "state",
                    fields.CharEnumField(
                        default=SessionState.OPEN, description="", enum_type=SessionState, max_length=8
                    ),
                ),
                ("token_hash", fields.CharField(unique=True, description="", max_length=64)),
                ("device", fields.CharField(default="", description="", max_length=120)),
                ("address", fields.CharField(default="", description="", max_length=64)),
                (
                    "opened_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "last_seen_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "ended_at",
                    fields.DatetimeField(null=True, description="", auto_now=False, auto_now_add=False),
                ),
            ],
            options={
                "table": "session",
                "app": "zhiye",
                "indexes": [Index(fields=["account_id", "state"]), Index(fields=["state", "last_seen_at"])],
                "pk_attr": "id",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="SiteText",
            fields=[
                (
                    "key",
                    fields.CharEnumField(
                        primary_key=True,
                        unique=True,
                        db_index=True,
                        description="",
                        enum_type=SiteKey,
                        max_length=16,
                    ),
                ),
                ("text", fields.TextField(description="", unique=False)),
            ],
            options={"table": "site_text", "app": "zhiye", "pk_attr": "key"},
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Slider",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True, description=""
                    ),
                ),
                ("version", fields.IntField(default=1, description="")),
                (
                    "created_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "updated_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                ("secret", fields.CharField(unique=True, description="", max_length=43)),
                ("offset", fields.IntField(description="")),
                ("puzzle", fields.CharField(description="", max_length=64)),
                ("used", fields.BooleanField(default=False, description="")),
                ("expires_at", fields.DatetimeField(description="", auto_now=False, auto_now_add=False)),
            ],
            options={"table": "slider", "app": "zhiye", "pk_attr": "id"},
            bases=["Row"],
        ),
        ops.CreateModel(
            name="StoredFile",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True, description=""
                    ),
                ),
                ("version", fields.IntField(default=1, description="")),
                (
                    "created_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "updated_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                ("owner_id", fields.BigIntField(null=True, description="")),
                ("purpose", fields.CharEnumField(description="", enum_type=FilePurpose, max_length=16)),
                (
                    "state",
                    fields.CharEnumField(
                        default=FileState.EXPECTED, description="", enum_type=FileState, max_length=12
                    ),
                ),
                ("name", fields.CharField(description="", max_length=160)),
                ("announced_bytes", fields.IntField(default=0, description="")),
                ("ticket_hash", fields.CharField(null=True, unique=True, description="", max_length=64)),
                (
                    "ticket_expires_at",
                    fields.DatetimeField(null=True, description="", auto_now=False, auto_now_add=False),
                ),
                ("storage_key", fields.CharField(null=True, description="", max_length=120)),
                ("media_type", fields.CharField(null=True, description="", max_length=100)),
                ("bytes", fields.IntField(null=True, description="")),
                ("pages", fields.IntField(null=True, description="")),
                ("width", fields.IntField(null=True, description="")),
                ("height", fields.IntField(null=True, description="")),
                ("sha256", fields.CharField(null=True, description="", max_length=64)),
                ("plain_background", fields.BooleanField(null=True, description="")),
                ("refusals", fields.JSONField(description="", encoder=JSON_DUMPS, decoder=loads)),
                ("subject", fields.CharField(null=True, description="", max_length=3)),
                ("subject_id", fields.BigIntField(null=True, description="")),
            ],
            options={
                "table": "stored_file",
                "app": "zhiye",
                "indexes": [Index(fields=["subject", "subject_id"]), Index(fields=["owner_id"])],
                "pk_attr": "id",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="Export",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True, description=""
                    ),
                ),
                ("version", fields.IntField(default=1, description="")),
                (
                    "created_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "updated_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                ("kind", fields.CharEnumField(description="", enum_type=ExportKind, max_length=24)),
                ("format", fields.CharEnumField(description="", enum_type=ExportFormat, max_length=8)),
                (
                    "state",
                    fields.CharEnumField(
                        default=ExportState.QUEUED, description="", enum_type=ExportState, max_length=12
                    ),
                ),
                (
                    "account",
                    fields.ForeignKeyField(
                        "zhiye.Account",
                        source_field="account_id",
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "file",
                    fields.ForeignKeyField(
                        "zhiye.StoredFile",
                        source_field="file_id",
                        null=True,
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.SET_NULL,
                    ),
                ),
                (
                    "criteria",
                    fields.JSONField(default=dict, description="", encoder=JSON_DUMPS, decoder=loads),
                ),
                ("row_count", fields.IntField(null=True, description="")),
                ("reason", fields.CharField(null=True, description="", max_length=500)),
                (
                    "expires_at",
                    fields.DatetimeField(null=True, description="", auto_now=False, auto_now_add=False),
                ),
            ],
            options={
                "table": "export",
                "app": "zhiye",
                "indexes": [Index(fields=["account_id", "id"]), Index(fields=["state", "id"])],
                "pk_attr": "id",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="Import",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True, description=""
                    ),
                ),
                ("version", fields.IntField(default=1, description="")),
                (
                    "created_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "updated_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                ("kind", fields.CharEnumField(description="", enum_type=ImportKind, max_length=24)),
                (
                    "state",
                    fields.CharEnumField(
                        default=ImportState.CHECKING, description="", enum_type=ImportState, max_length=12
                    ),
                ),
                (
                    "account",
                    fields.ForeignKeyField(
                        "zhiye.Account",
                        source_field="account_id",
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "file",
                    fields.ForeignKeyField(
                        "zhiye.StoredFile",
                        source_field="file_id",
                        null=True,
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.SET_NULL,
                    ),
                ),
                ("name", fields.CharField(description="", max_length=160)),
                (
                    "headings",
                    fields.JSONField(default=list, description="", encoder=JSON_DUMPS, decoder=loads),
                ),
                ("row_count", fields.IntField(null=True, description="")),
                ("looked_at", fields.IntField(default=0, description="")),
                ("faulty", fields.IntField(default=0, description="")),
                (
                    "outcomes",
                    fields.JSONField(default=dict, description="", encoder=JSON_DUMPS, decoder=loads),
                ),
                ("leave_out", fields.BooleanField(default=False, description="")),
                ("reason", fields.CharField(null=True, description="", max_length=500)),
                (
                    "ended_at",
                    fields.DatetimeField(null=True, description="", auto_now=False, auto_now_add=False),
                ),
            ],
            options={
                "table": "import",
                "app": "zhiye",
                "indexes": [Index(fields=["account_id", "id"]), Index(fields=["state", "id"])],
                "pk_attr": "id",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="ImportRow",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True, description=""
                    ),
                ),
                (
                    "job",
                    fields.ForeignKeyField(
                        "zhiye.Import",
                        source_field="job_id",
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("number", fields.IntField(description="")),
                ("cells", fields.JSONField(description="", encoder=JSON_DUMPS, decoder=loads)),
                ("faulty", fields.BooleanField(default=False, description="")),
                ("wrong", fields.JSONField(default=list, description="", encoder=JSON_DUMPS, decoder=loads)),
                (
                    "outcome",
                    fields.CharEnumField(null=True, description="", enum_type=RowOutcome, max_length=8),
                ),
            ],
            options={
                "table": "import_row",
                "app": "zhiye",
                "indexes": [Index(fields=["job_id", "number"]), Index(fields=["job_id", "faulty", "number"])],
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Registration",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True, description=""
                    ),
                ),
                ("version", fields.IntField(default=1, description="")),
                (
                    "created_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "updated_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                ("original_id", fields.BigIntField(null=True, description="")),
                ("changes", NamesField(default=list, description="", unique=False)),
                ("reissue_of", NamesField(default=list, description="", unique=False)),
                (
                    "reissue_reason",
                    fields.CharEnumField(null=True, description="", enum_type=ReissueReason, max_length=8),
                ),
                ("reason", fields.CharField(null=True, description="", max_length=500)),
                ("profession", fields.CharField(description="", max_length=24)),
                ("grade", fields.CharField(null=True, description="", max_length=16)),
                ("kind", fields.CharEnumField(description="", enum_type=RegistrationKind, max_length=24)),
                (
                    "state",
                    fields.CharEnumField(
                        default=RegistrationState.DRAFT,
                        description="",
                        enum_type=RegistrationState,
                        max_length=16,
                    ),
                ),
                ("edition", fields.CharField(description="", max_length=24)),
                ("number", fields.CharField(null=True, unique=True, description="", max_length=32)),
                ("sort_number", fields.CharField(default="", description="", max_length=32)),
                (
                    "submitted_at",
                    fields.DatetimeField(null=True, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "filed_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "resubmitted_at",
                    fields.DatetimeField(null=True, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "decided_at",
                    fields.DatetimeField(null=True, description="", auto_now=False, auto_now_add=False),
                ),
                ("region", fields.CharField(null=True, description="", max_length=12)),
                ("pledge_edition", fields.CharField(null=True, description="", max_length=24)),
                (
                    "field_versions",
                    fields.JSONField(default=dict, description="", encoder=JSON_DUMPS, decoder=loads),
                ),
                (
                    "applicant",
                    fields.ForeignKeyField(
                        "zhiye.Person",
                        source_field="applicant_id",
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "employer",
                    fields.ForeignKeyField(
                        "zhiye.Employer",
                        source_field="employer_id",
                        null=True,
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "authority",
                    fields.ForeignKeyField(
                        "zhiye.Authority",
                        source_field="authority_id",
                        null=True,
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "standing_at",
                    fields.ForeignKeyField(
                        "zhiye.Authority",
                        source_field="standing_at_id",
                        null=True,
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "photo",
                    fields.ForeignKeyField(
                        "zhiye.StoredFile",
                        source_field="photo_id",
                        null=True,
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "qualification",
                    fields.ForeignKeyField(
                        "zhiye.Qualification",
                        source_field="qualification_id",
                        null=True,
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("name", fields.CharField(null=True, description="", max_length=64)),
                ("spelled", fields.CharField(default="", description="", max_length=300)),
                ("sex", fields.CharEnumField(null=True, description="", enum_type=Sex, max_length=8)),
                ("birth_date", fields.DateField(null=True, description="")),
                (
                    "identity_kind",
                    fields.CharEnumField(
                        default=IdentityKind.RESIDENT, description="", enum_type=IdentityKind, max_length=16
                    ),
                ),
                ("identity_number", fields.CharField(null=True, description="", max_length=32)),
                ("mobile", fields.CharField(null=True, description="", max_length=20)),
                ("email", fields.CharField(null=True, description="", max_length=120)),
                ("education", fields.CharField(null=True, description="", max_length=80)),
                ("address", fields.CharField(null=True, description="", max_length=200)),
                ("capable", fields.BooleanField(null=True, description="")),
                ("qualification_number", fields.CharField(null=True, description="", max_length=40)),
                ("qualified_on", fields.DateField(null=True, description="")),
                ("employer_name", fields.CharField(null=True, description="", max_length=120)),
                ("employer_code", fields.CharField(null=True, description="", max_length=18)),
                (
                    "employer_nature",
                    fields.CharEnumField(null=True, description="", enum_type=EmployerNature, max_length=24),
                ),
                ("employer_address", fields.CharField(null=True, description="", max_length=200)),
                ("employer_postcode", fields.CharField(null=True, description="", max_length=12)),
                ("employer_phone", fields.CharField(null=True, description="", max_length=40)),
                ("employer_fax", fields.CharField(null=True, description="", max_length=40)),
                ("department", fields.CharField(null=True, description="", max_length=80)),
                ("post", fields.CharField(null=True, description="", max_length=80)),
                ("term", fields.CharEnumField(null=True, description="", enum_type=TermKind, max_length=12)),
                ("term_from", fields.DateField(null=True, description="")),
                ("term_until", fields.DateField(null=True, description="")),
                ("retired", fields.BooleanField(null=True, description="")),
                ("specialties", NamesField(null=True, default=list, description="", unique=False)),
                (
                    "delivery_method",
                    fields.CharEnumField(null=True, description="", enum_type=DeliveryMethod, max_length=16),
                ),
                ("delivery_receiver", fields.CharField(null=True, description="", max_length=64)),
                ("delivery_phone", fields.CharField(null=True, description="", max_length=40)),
                ("delivery_region", fields.CharField(null=True, description="", max_length=12)),
                ("delivery_address", fields.CharField(null=True, description="", max_length=200)),
            ],
            options={
                "table": "registration",
                "app": "zhiye",
                "indexes": [
                    Index(fields=["applicant_id", "updated_at", "id"]),
                    Index(fields=["applicant_id", "filed_at", "id"]),
                    Index(fields=["authority_id", "updated_at", "id"]),
                    Index(fields=["authority_id", "state", "updated_at", "id"]),
                    Index(fields=["employer_id", "updated_at", "id"]),
                ],
                "pk_attr": "id",
            },
            bases=["Row", "KindColumns"],
        ),
        ops.CreateModel(
            name="Attachment",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True, description=""
                    ),
                ),
                ("version", fields.IntField(default=1, description="")),
                (
                    "created_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "updated_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "registration",
                    fields.ForeignKeyField(
                        "zhiye.Registration",
                        source_field="registration_id",
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("kind", fields.CharEnumField(description="", enum_type=AttachmentKind, max_length=24)),
                (
                    "file",
                    fields.ForeignKeyField(
                        "zhiye.StoredFile",
                        source_field="file_id",
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
            ],
            options={
                "table": "attachment",
                "app": "zhiye",
                "indexes": [Index(fields=["registration_id"])],
                "pk_attr": "id",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="Certificate",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True, description=""
                    ),
                ),
                ("version", fields.IntField(default=1, description="")),
                (
                    "created_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "updated_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                ("number", fields.CharField(unique=True, description="", max_length=32)),
                ("profession", fields.CharField(description="", max_length=24)),
                ("grade", fields.CharField(null=True, description="", max_length=16)),
                (
                    "state",
                    fields.CharEnumField(
                        default=CredentialState.VALID,
                        description="",
                        enum_type=CredentialState,
                        max_length=12,
                    ),
                ),
                ("state_since", fields.DateField(description="")),
                (
                    "person",
                    fields.ForeignKeyField(
                        "zhiye.Person",
                        source_field="person_id",
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "employer",
                    fields.ForeignKeyField(
                        "zhiye.Employer",
                        source_field="employer_id",
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "authority",
                    fields.ForeignKeyField(
                        "zhiye.Authority",
                        source_field="authority_id",
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "registration",
                    fields.ForeignKeyField(
                        "zhiye.Registration",
                        source_field="registration_id",
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "replaced_by",
                    fields.ForeignKeyField(
                        "zhiye.Certificate",
                        source_field="replaced_by_id",
                        null=True,
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "photo",
                    fields.ForeignKeyField(
                        "zhiye.StoredFile",
                        source_field="photo_id",
                        null=True,
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "document",
                    fields.ForeignKeyField(
                        "zhiye.StoredFile",
                        source_field="document_id",
                        null=True,
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("region", fields.CharField(description="", max_length=12)),
                ("printed_name", fields.CharField(description="", max_length=64)),
                ("printed_sex", fields.CharEnumField(null=True, description="", enum_type=Sex, max_length=8)),
                ("printed_identity", fields.CharField(description="", max_length=32)),
                ("printed_employer", fields.CharField(description="", max_length=120)),
                ("specialties", NamesField(null=True, default=list, description="", unique=False)),
                ("valid_from", fields.DateField(description="")),
                ("valid_until", fields.DateField(description="")),
                (
                    "issued_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                ("verify_code", fields.CharField(unique=True, description="", max_length=200)),
                ("reason", fields.CharField(null=True, description="", max_length=500)),
                ("reminded", fields.IntField(null=True, description="")),
            ],
            options={
                "table": "certificate",
                "app": "zhiye",
                "indexes": [
                    Index(fields=["person_id"]),
                    Index(fields=["registration_id"]),
                    Index(fields=["employer_id", "issued_at", "id"]),
                    Index(fields=["authority_id", "issued_at", "id"]),
                ],
                "pk_attr": "id",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="CertificateLabel",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True, description=""
                    ),
                ),
                ("version", fields.IntField(default=1, description="")),
                (
                    "created_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "updated_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "certificate",
                    fields.ForeignKeyField(
                        "zhiye.Certificate",
                        source_field="certificate_id",
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("number", fields.CharField(unique=True, description="", max_length=32)),
                (
                    "state",
                    fields.CharEnumField(
                        default=CredentialState.VALID,
                        description="",
                        enum_type=CredentialState,
                        max_length=12,
                    ),
                ),
                ("valid_until", fields.DateField(description="")),
            ],
            options={
                "table": "certificate_label",
                "app": "zhiye",
                "indexes": [Index(fields=["certificate_id"])],
                "pk_attr": "id",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="Delivery",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True, description=""
                    ),
                ),
                ("version", fields.IntField(default=1, description="")),
                (
                    "created_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "updated_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "registration",
                    fields.ForeignKeyField(
                        "zhiye.Registration",
                        source_field="registration_id",
                        unique=True,
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "authority",
                    fields.ForeignKeyField(
                        "zhiye.Authority",
                        source_field="authority_id",
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("applicant_id", fields.BigIntField(description="")),
                ("employer_id", fields.BigIntField(null=True, description="")),
                ("profession", fields.CharField(description="", max_length=24)),
                ("region", fields.CharField(default="", description="", max_length=12)),
                ("certificate_number", fields.CharField(default="", description="", max_length=60)),
                (
                    "state",
                    fields.CharEnumField(
                        default=DeliveryState.PENDING, description="", enum_type=DeliveryState, max_length=12
                    ),
                ),
                ("method", fields.CharEnumField(description="", enum_type=DeliveryMethod, max_length=16)),
                ("receiver", fields.CharField(null=True, description="", max_length=64)),
                ("phone", fields.CharField(null=True, description="", max_length=40)),
                ("region_code", fields.CharField(null=True, description="", max_length=12)),
                ("address", fields.CharField(null=True, description="", max_length=200)),
                ("courier", fields.CharField(null=True, description="", max_length=40)),
                ("courier_number", fields.CharField(null=True, description="", max_length=40)),
                (
                    "sent_at",
                    fields.DatetimeField(null=True, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "received_at",
                    fields.DatetimeField(null=True, description="", auto_now=False, auto_now_add=False),
                ),
                ("reason", fields.CharField(null=True, description="", max_length=500)),
            ],
            options={
                "table": "delivery",
                "app": "zhiye",
                "indexes": [
                    Index(fields=["authority_id", "state", "created_at", "id"]),
                    Index(fields=["applicant_id"]),
                    Index(fields=["state", "sent_at"]),
                ],
                "pk_attr": "id",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="HoursRecord",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True, description=""
                    ),
                ),
                ("version", fields.IntField(default=1, description="")),
                (
                    "created_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "updated_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "person",
                    fields.ForeignKeyField(
                        "zhiye.Person",
                        source_field="person_id",
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("profession", fields.CharField(description="", max_length=24)),
                ("specialty", fields.CharField(null=True, description="", max_length=24)),
                ("source", fields.CharEnumField(description="", enum_type=HoursSource, max_length=12)),
                ("state", fields.CharEnumField(description="", enum_type=HoursState, max_length=12)),
                ("provider_name", fields.CharField(description="", max_length=120)),
                ("course_name", fields.CharField(description="", max_length=120)),
                ("hours", fields.FloatField(description="")),
                ("since", fields.DateField(description="")),
                ("until", fields.DateField(description="")),
                (
                    "proof",
                    fields.ForeignKeyField(
                        "zhiye.StoredFile",
                        source_field="proof_id",
                        null=True,
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "joined_to",
                    fields.ForeignKeyField(
                        "zhiye.HoursRecord",
                        source_field="joined_to_id",
                        null=True,
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "counted_in",
                    fields.ForeignKeyField(
                        "zhiye.Registration",
                        source_field="counted_in_id",
                        null=True,
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("reason", fields.CharField(null=True, description="", max_length=500)),
            ],
            options={
                "table": "hours_record",
                "app": "zhiye",
                "indexes": [Index(fields=["person_id", "profession"])],
                "pk_attr": "id",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="Paper",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True, description=""
                    ),
                ),
                ("version", fields.IntField(default=1, description="")),
                (
                    "created_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "updated_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "registration",
                    fields.ForeignKeyField(
                        "zhiye.Registration",
                        source_field="registration_id",
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("kind", fields.CharEnumField(description="", enum_type=PaperKind, max_length=24)),
                ("entry_id", fields.BigIntField(description="")),
                (
                    "file",
                    fields.ForeignKeyField(
                        "zhiye.StoredFile",
                        source_field="file_id",
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
            ],
            options={
                "table": "paper",
                "app": "zhiye",
                "unique_together": (("registration_id", "kind", "entry_id"),),
                "pk_attr": "id",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="PaperOrder",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True, description=""
                    ),
                ),
                ("version", fields.IntField(default=1, description="")),
                (
                    "created_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "updated_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "registration",
                    fields.ForeignKeyField(
                        "zhiye.Registration",
                        source_field="registration_id",
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("kind", fields.CharEnumField(description="", enum_type=PaperKind, max_length=24)),
                ("case_version", fields.IntField(description="")),
                ("facts", fields.JSONField(description="", encoder=JSON_DUMPS, decoder=loads)),
            ],
            options={
                "table": "paper_order",
                "app": "zhiye",
                "unique_together": (("registration_id", "kind", "case_version"),),
                "pk_attr": "id",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="RegistrationStage",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True, description=""
                    ),
                ),
                ("version", fields.IntField(default=1, description="")),
                (
                    "created_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "updated_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "registration",
                    fields.ForeignKeyField(
                        "zhiye.Registration",
                        source_field="registration_id",
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("place", fields.IntField(description="")),
                ("kind", fields.CharEnumField(description="", enum_type=StageKind, max_length=24)),
                (
                    "state",
                    fields.CharEnumField(
                        default=StageState.WAITING, description="", enum_type=StageState, max_length=12
                    ),
                ),
                (
                    "authority",
                    fields.ForeignKeyField(
                        "zhiye.Authority",
                        source_field="authority_id",
                        null=True,
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "officer",
                    fields.ForeignKeyField(
                        "zhiye.Reviewer",
                        source_field="officer_id",
                        null=True,
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("opinion", fields.CharField(null=True, description="", max_length=2000)),
                (
                    "opened_at",
                    fields.DatetimeField(null=True, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "closed_at",
                    fields.DatetimeField(null=True, description="", auto_now=False, auto_now_add=False),
                ),
                ("rules", fields.JSONField(default=list, description="", encoder=JSON_DUMPS, decoder=loads)),
                ("workdays", fields.IntField(null=True, description="")),
                (
                    "clock_from",
                    fields.DatetimeField(null=True, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "due_at",
                    fields.DatetimeField(null=True, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "paused_at",
                    fields.DatetimeField(null=True, description="", auto_now=False, auto_now_add=False),
                ),
                ("minutes_left", fields.IntField(null=True, description="")),
                ("extended", fields.BooleanField(default=False, description="")),
                ("escalated", fields.BooleanField(default=False, description="")),
            ],
            options={
                "table": "registration_stage",
                "app": "zhiye",
                "unique_together": (("registration_id", "place"),),
                "indexes": [Index(fields=["authority_id", "opened_at"]), Index(fields=["state", "due_at"])],
                "pk_attr": "id",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="BatchEntry",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True, description=""
                    ),
                ),
                ("version", fields.IntField(default=1, description="")),
                (
                    "created_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "updated_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "batch",
                    fields.ForeignKeyField(
                        "zhiye.Batch",
                        source_field="batch_id",
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "registration",
                    fields.ForeignKeyField(
                        "zhiye.Registration",
                        source_field="registration_id",
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "stage",
                    fields.ForeignKeyField(
                        "zhiye.RegistrationStage",
                        source_field="stage_id",
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "state",
                    fields.CharEnumField(
                        default=BatchEntryState.WAITING,
                        description="",
                        enum_type=BatchEntryState,
                        max_length=12,
                    ),
                ),
                ("place", fields.IntField(description="")),
                ("reason", fields.CharField(null=True, description="", max_length=500)),
                ("applicant_id", fields.BigIntField(description="")),
                (
                    "registration_kind",
                    fields.CharEnumField(description="", enum_type=RegistrationKind, max_length=24),
                ),
                ("profession", fields.CharField(description="", max_length=24)),
                ("grade", fields.CharField(null=True, description="", max_length=16)),
                ("number", fields.CharField(description="", max_length=32)),
                ("name", fields.CharField(description="", max_length=64)),
                ("employer_name", fields.CharField(default="", description="", max_length=120)),
                ("region", fields.CharField(default="", description="", max_length=12)),
            ],
            options={
                "table": "batch_entry",
                "app": "zhiye",
                "indexes": [
                    Index(fields=["batch_id", "state", "place"]),
                    Index(fields=["registration_id"]),
                    Index(fields=["stage_id"]),
                    Index(fields=["name"]),
                ],
                "pk_attr": "id",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="ReviewRemark",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True, description=""
                    ),
                ),
                ("version", fields.IntField(default=1, description="")),
                (
                    "created_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "updated_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "registration",
                    fields.ForeignKeyField(
                        "zhiye.Registration",
                        source_field="registration_id",
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "stage",
                    fields.ForeignKeyField(
                        "zhiye.RegistrationStage",
                        source_field="stage_id",
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("stage_kind", fields.CharEnumField(description="", enum_type=StageKind, max_length=24)),
                ("path", fields.JSONField(null=True, description="", encoder=JSON_DUMPS, decoder=loads)),
                (
                    "attachment_kind",
                    fields.CharEnumField(null=True, description="", enum_type=AttachmentKind, max_length=24),
                ),
                ("attachment_id", fields.BigIntField(null=True, description="")),
                ("page", fields.IntField(null=True, description="")),
                ("box", fields.JSONField(null=True, description="", encoder=JSON_DUMPS, decoder=loads)),
                ("rule", fields.CharField(null=True, description="", max_length=32)),
                ("text", fields.CharField(description="", max_length=1000)),
                ("made_at_version", fields.IntField(description="")),
                ("answered", fields.BooleanField(default=False, description="")),
            ],
            options={
                "table": "review_remark",
                "app": "zhiye",
                "indexes": [Index(fields=["registration_id"]), Index(fields=["attachment_id"])],
                "pk_attr": "id",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="Revocation",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True, description=""
                    ),
                ),
                ("version", fields.IntField(default=1, description="")),
                (
                    "created_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "updated_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "certificate",
                    fields.ForeignKeyField(
                        "zhiye.Certificate",
                        source_field="certificate_id",
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("slot", fields.BigIntField(null=True, unique=True, description="")),
                (
                    "state",
                    fields.CharEnumField(
                        default=RevocationState.PROPOSED,
                        description="",
                        enum_type=RevocationState,
                        max_length=12,
                    ),
                ),
                (
                    "authority",
                    fields.ForeignKeyField(
                        "zhiye.Authority",
                        source_field="authority_id",
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("profession", fields.CharField(description="", max_length=24)),
                ("region", fields.CharField(default="", description="", max_length=12)),
                ("certificate_number", fields.CharField(description="", max_length=32)),
                ("law", fields.CharField(description="", max_length=200)),
                ("reason", fields.CharField(description="", max_length=500)),
                (
                    "proposed_by",
                    fields.ForeignKeyField(
                        "zhiye.Reviewer",
                        source_field="proposed_by_id",
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "decided_by",
                    fields.ForeignKeyField(
                        "zhiye.Reviewer",
                        source_field="decided_by_id",
                        null=True,
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "decided_at",
                    fields.DatetimeField(null=True, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "document_ids",
                    fields.JSONField(default=list, description="", encoder=JSON_DUMPS, decoder=loads),
                ),
                ("answer", fields.CharField(null=True, description="", max_length=500)),
            ],
            options={
                "table": "revocation",
                "app": "zhiye",
                "indexes": [
                    Index(fields=["authority_id", "state", "created_at", "id"]),
                    Index(fields=["certificate_id"]),
                ],
                "pk_attr": "id",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="Seal",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True, description=""
                    ),
                ),
                ("version", fields.IntField(default=1, description="")),
                (
                    "created_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "updated_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "certificate",
                    fields.ForeignKeyField(
                        "zhiye.Certificate",
                        source_field="certificate_id",
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("number", fields.CharField(unique=True, description="", max_length=32)),
                (
                    "state",
                    fields.CharEnumField(
                        default=CredentialState.VALID,
                        description="",
                        enum_type=CredentialState,
                        max_length=12,
                    ),
                ),
                ("valid_until", fields.DateField(description="")),
            ],
            options={
                "table": "seal",
                "app": "zhiye",
                "indexes": [Index(fields=["certificate_id"])],
                "pk_attr": "id",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="WithdrawalRequest",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True, description=""
                    ),
                ),
                ("version", fields.IntField(default=1, description="")),
                (
                    "created_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "updated_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "registration",
                    fields.ForeignKeyField(
                        "zhiye.Registration",
                        source_field="registration_id",
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "state",
                    fields.CharEnumField(
                        default=WithdrawalState.OPEN, description="", enum_type=WithdrawalState, max_length=12
                    ),
                ),
                ("reason", fields.CharField(description="", max_length=500)),
                ("answer", fields.CharField(null=True, description="", max_length=500)),
            ],
            options={
                "table": "withdrawal_request",
                "app": "zhiye",
                "indexes": [Index(fields=["registration_id"])],
                "pk_attr": "id",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="WorkExperience",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True, description=""
                    ),
                ),
                ("version", fields.IntField(default=1, description="")),
                (
                    "created_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "updated_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "registration",
                    fields.ForeignKeyField(
                        "zhiye.Registration",
                        source_field="registration_id",
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("since", fields.DateField(description="")),
                ("until", fields.DateField(null=True, description="")),
                ("employer", fields.CharField(description="", max_length=120)),
                ("work", fields.CharField(description="", max_length=500)),
            ],
            options={
                "table": "work_experience",
                "app": "zhiye",
                "indexes": [Index(fields=["registration_id"])],
                "pk_attr": "id",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="WorkItem",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True, description=""
                    ),
                ),
                ("version", fields.IntField(default=1, description="")),
                (
                    "created_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "updated_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                (
                    "registration",
                    fields.ForeignKeyField(
                        "zhiye.Registration",
                        source_field="registration_id",
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "stage",
                    fields.ForeignKeyField(
                        "zhiye.RegistrationStage",
                        source_field="stage_id",
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("stage_kind", fields.CharEnumField(description="", enum_type=StageKind, max_length=24)),
                ("role", fields.CharField(description="", max_length=24)),
                ("profession", fields.CharField(description="", max_length=24)),
                ("region", fields.CharField(description="", max_length=12)),
                (
                    "registration_kind",
                    fields.CharEnumField(description="", enum_type=RegistrationKind, max_length=24),
                ),
                ("applicant_id", fields.BigIntField(description="")),
                (
                    "authority",
                    fields.ForeignKeyField(
                        "zhiye.Authority",
                        source_field="authority_id",
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "state",
                    fields.CharEnumField(
                        default=ClaimState.FREE, description="", enum_type=ClaimState, max_length=8
                    ),
                ),
                ("open", fields.BooleanField(default=True, description="")),
                (
                    "held_by",
                    fields.ForeignKeyField(
                        "zhiye.Reviewer",
                        source_field="held_by_id",
                        null=True,
                        description="",
                        db_constraint=True,
                        to_field="id",
                        related_name=False,
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "held_until",
                    fields.DatetimeField(null=True, description="", auto_now=False, auto_now_add=False),
                ),
                ("fence", fields.IntField(default=0, description="")),
                ("due_at", fields.DatetimeField(description="", auto_now=False, auto_now_add=False)),
                (
                    "added_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
                ("resubmitted", fields.BooleanField(default=False, description="")),
                ("search", fields.CharField(default="", description="", max_length=300)),
            ],
            options={
                "table": "work_item",
                "app": "zhiye",
                "indexes": [
                    Index(fields=["authority_id", "open", "due_at", "id"]),
                    Index(fields=["authority_id", "open", "added_at", "id"]),
                    Index(fields=["registration_id"]),
                    Index(fields=["stage_id"]),
                    Index(fields=["held_by_id", "state"]),
                    Index(fields=["state", "held_until"]),
                ],
                "pk_attr": "id",
            },
            bases=["Row"],
        ),
        ops.CreateModel(
            name="Workday",
            fields=[
                ("day", fields.DateField(primary_key=True, unique=True, db_index=True, description="")),
                ("working", fields.BooleanField(description="")),
                ("label", fields.CharField(default="", description="", max_length=40)),
            ],
            options={"table": "workday", "app": "zhiye", "pk_attr": "day"},
            bases=["Model"],
        ),
        ops.CreateModel(
            name="WorkdayYear",
            fields=[
                (
                    "year",
                    fields.IntField(
                        generated=True, primary_key=True, unique=True, db_index=True, description=""
                    ),
                ),
                (
                    "entered_at",
                    fields.DatetimeField(default=now, description="", auto_now=False, auto_now_add=False),
                ),
            ],
            options={"table": "workday_year", "app": "zhiye", "pk_attr": "year"},
            bases=["Model"],
        ),
    ]
