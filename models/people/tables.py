"""Rows of people: accounts and how they sign in, persons, qualifications, messages sent out."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from tortoise import fields
from tortoise.models import Model

from models.authorities.names import NamesField
from models.kernel.clock import now
from models.kernel.events import Audience
from models.kernel.rows import Row
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


class Person(Row):
    """A human with an account or on record."""

    prefix = "per"

    name = fields.CharField(64, default="")
    sex = fields.CharEnumField(Sex, null=True, max_length=8)
    birth_date: date | None = fields.DateField(null=True)
    identity_kind = fields.CharEnumField(IdentityKind, default=IdentityKind.RESIDENT, max_length=16)
    identity_number = fields.CharField(32, null=True, unique=True)
    mobile = fields.CharField(20, null=True)
    email = fields.CharField(120, null=True)
    photo_id = fields.BigIntField(null=True)
    real_name_verified = fields.BooleanField(default=False)

    class Meta:
        table = "person"

    def audience(self) -> Audience:
        return Audience(person_id=self.id)


class Account(Row):
    """Who can sign in. Exactly one of person, employer, reviewer is set, by kind; administrators have none."""

    prefix = "acc"

    kind = fields.CharEnumField(AccountKind, max_length=16)
    state = fields.CharEnumField(AccountState, max_length=16)
    mobile = fields.CharField(20, null=True, unique=True)
    email = fields.CharField(120, null=True)
    reminders = fields.BooleanField(default=True)
    """Does the owner want to be reminded of what ends soon?"""
    sms_off: Any = NamesField(null=True, default=list)
    """Kinds of news of which the owner wants no SMS; the inbox has them all the same."""
    profile_due = fields.BooleanField(default=False)
    """Opened by somebody whose certificate was there before, and who has not looked through their data yet (S2-19)."""
    password_hash = fields.CharField(200, null=True)
    person: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "zhiye.Person", related_name=False, null=True
    )
    employer: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "zhiye.Employer", related_name=False, null=True
    )
    reviewer: fields.ForeignKeyNullableRelation[Any] = fields.ForeignKeyField(
        "zhiye.Reviewer", related_name=False, null=True
    )

    person_id: int | None
    employer_id: int | None
    reviewer_id: int | None

    class Meta:
        table = "account"

    def audience(self) -> Audience:
        return Audience(person_id=self.person_id, employer_id=self.employer_id, account_id=self.id)


class Session(Row):
    """One sign-in. Only the hash of its token is kept."""

    prefix = "ses"
    loose = frozenset({"last_seen_at"})
    token: str | None = None
    """The token itself: set on the row that was just opened, never stored, so it is given once."""

    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField("zhiye.Account", related_name=False)
    state = fields.CharEnumField(SessionState, default=SessionState.OPEN, max_length=8)
    token_hash = fields.CharField(64, unique=True)
    device = fields.CharField(120, default="")
    address = fields.CharField(64, default="")
    opened_at = fields.DatetimeField(default=now)
    last_seen_at = fields.DatetimeField(default=now)
    ended_at: datetime | None = fields.DatetimeField(null=True)

    account_id: int

    class Meta:
        table = "session"
        indexes = (("account_id", "state"), ("state", "last_seen_at"))

    def audience(self) -> Audience:
        """That of its account, which must have been read with it."""
        return self.account.audience()


class Challenge(Row):
    """One code sent. Only hashes are kept; spent at most once, only for its purpose and target."""

    prefix = "chg"
    secret: str | None = None
    """Stands in place of the guessable key: set on the row that whoever asked for the code gets, never stored."""

    state = fields.CharEnumField(ChallengeState, default=ChallengeState.ISSUED, max_length=12)
    account_id = fields.BigIntField(null=True)
    """Whose forgotten password, or whose new address, a link by mail is for."""
    purpose = fields.CharEnumField(ChallengePurpose, max_length=16)
    channel = fields.CharEnumField(ChallengeChannel, default=ChallengeChannel.SMS, max_length=8)
    target = fields.CharField(120)
    """Where the code went; empty when the login named nobody, which the asker must not learn."""
    sent_to = fields.CharField(40)
    """The target as the asker may see it."""
    secret_hash = fields.CharField(64, unique=True)
    code_hash = fields.CharField(64)
    tries_left = fields.IntField(default=5)
    expires_at = fields.DatetimeField(db_index=True)

    class Meta:
        table = "challenge"

    def audience(self) -> Audience:
        return Audience()


class Slider(Row):
    """A slider puzzle, solved by dragging or by proof of work; good for one use."""

    prefix = "sld"
    loose = frozenset({"used"})

    secret = fields.CharField(43, unique=True)
    offset = fields.IntField()
    puzzle = fields.CharField(64)
    used = fields.BooleanField(default=False)
    expires_at = fields.DatetimeField()

    class Meta:
        table = "slider"


class Attempt(Model):
    """How often something was tried by or against one key within one window of time, for throttling."""

    id = fields.BigIntField(primary_key=True)
    act = fields.CharField(24)
    key = fields.CharField(160)
    window_ends_at = fields.DatetimeField(db_index=True)
    count = fields.IntField(default=0)

    class Meta:
        table = "attempt"
        unique_together = (("act", "key", "window_ends_at"),)


class OutgoingMessage(Row):
    """An SMS or mail for a port to send. Written with the change that causes it, so that no crash loses it.

    A sender leases it until `leased_until`; after `expires_at` it is of no use any more and is given up.
    """

    prefix = "msg"
    loose = frozenset({"sent_at", "failed", "text"})

    entry_id: int | None = fields.BigIntField(null=True, unique=True)
    """The journal's entry that it tells: each is told once."""
    channel = fields.CharEnumField(ChallengeChannel, max_length=8)
    target = fields.CharField(120)
    text = fields.CharField(500)
    expires_at = fields.DatetimeField()
    leased_until: datetime | None = fields.DatetimeField(null=True)
    tries = fields.IntField(default=0)
    sent_at: datetime | None = fields.DatetimeField(null=True)
    failed = fields.CharField(200, null=True)

    class Meta:
        table = "outgoing_message"
        indexes = (("sent_at", "expires_at"),)


class RecoveryRequest(Row):
    """Somebody without mobile and mail asks the authority in charge for a new password (D-9).

    `login` is what was typed; the one-time code goes to `contact_mobile`, and only its hash is kept.
    """

    prefix = "rcv"

    state = fields.CharEnumField(RecoveryState, default=RecoveryState.OPEN, max_length=8)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField("zhiye.Account", related_name=False)
    authority: fields.ForeignKeyRelation[Any] = fields.ForeignKeyField("zhiye.Authority", related_name=False)
    login = fields.CharField(40)
    contact_mobile = fields.CharField(20)
    profession = fields.CharField(24, null=True)
    """None for a reviewer's own account: administrators decide, because colleagues may not."""
    region = fields.CharField(12)
    papers_seen = fields.JSONField[list[str]](default=list)
    reason = fields.CharField(200, default="")
    code_hash = fields.CharField(64, null=True)
    expires_at = fields.DatetimeField(db_index=True)

    account_id: int
    authority_id: int

    class Meta:
        table = "recovery_request"
        indexes = (("account_id", "state"), ("authority_id", "state"))

    def audience(self) -> Audience:
        """The account must have been read with it."""
        return replace(
            self.account.audience(),
            authority_id=self.authority_id,
            profession=self.profession,
            region=self.region,
        )


class Qualification(Row):
    """A qualification certificate or examination record of a person (source: examination records)."""

    prefix = "qua"
    loose = frozenset({"found_for"})

    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField("zhiye.Person", related_name=False)
    profession = fields.CharField(24)
    grade = fields.CharField(16, null=True)
    certificate_number = fields.CharField(40)
    management_number = fields.CharField(40, null=True)
    obtained_on = fields.DateField()
    region_code = fields.CharField(12, null=True)
    specialties: Any = NamesField(null=True, default=list)
    """Codes of the specialties that were examined; empty: an examination without specialties."""
    choice_used = fields.BooleanField(default=False)
    """Has the one free choice of a specialty been used (qualified before examinations had them)?"""
    found_for = fields.CharField(32, null=True)
    """The identity number under which the records were asked; None for one that was entered otherwise."""

    person_id: int

    class Meta:
        table = "qualification"
        indexes = (("person_id",),)


class ExaminationResult(Model):
    """A pass as the examining body reported it: one line of an imported file.

    The number of the person's paper is kept as a keyed hash only: most of those who passed never come here.
    """

    id = fields.BigIntField(primary_key=True)
    profession = fields.CharField(24)
    certificate_number = fields.CharField(40)
    person_hash = fields.CharField(64, db_index=True)
    """Of name, kind of paper and number together, under the service's secret."""
    grade = fields.CharField(16, null=True)
    management_number = fields.CharField(40, null=True)
    obtained_on = fields.DateField()
    region_code = fields.CharField(12)
    specialties: Any = NamesField(null=True, default=list)
    source = fields.CharField(120)
    """Name of the file it came from."""
    imported_at = fields.DatetimeField(default=now)
    imported_by = fields.CharField(64, default="")

    class Meta:
        table = "examination_result"
        unique_together = (("profession", "certificate_number"),)
