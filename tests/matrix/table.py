"""The permission matrix: what somebody is to an object, and what that lets through any door.

What is not written here is nothing: no row, no count, no file, no frame.
"""

from enum import IntEnum, StrEnum


class Seer(StrEnum):
    """What a viewer is to a case, or to an object of one body."""

    APPLICANT = "the applicant"
    EMPLOYER = "the employer that the case names"
    FILING_EMPLOYER = "the employer that files it"
    IN_TURN = "the body whose turn it is"
    BEFORE = "a body that has handled it"
    CHOSEN = "the body that the case names, before its turn"
    AFTER = "a body whose turn is still to come"
    ITS_MAKER = "whoever sends certificates at the object's own body"
    ITS_BODY = "a reviewer of the object's own body"
    BODY_ON_THE_WAY = "a reviewer of another body that has handled the certificate's case"
    OTHER_BODY = "a reviewer of another body"
    OUTSIDE = "a reviewer without a role for its profession and region"
    STRANGER = "anybody else: person, employer, administrator, station, public"


class Group(StrEnum):
    """Objects that are seen alike."""

    DRAFT = "a case not handed in, and all that belongs to it"
    CASE = "a case handed in, and all that belongs to it"
    WORK = "work items"
    CERTIFICATE = "certificates, seals, labels"
    DELIVERY = "deliveries"
    ENTRY = "entries of batches"
    BATCH = "batches"
    PUBLISHED = "batches that were announced, and whom they announced"
    UNPUBLISHED = "whom a batch will announce"


class Answer(IntEnum):
    """How much is seen."""

    NOTHING = 0
    MASKED = 1
    NAMED = 2
    """The name whole, all else masked."""
    WHOLE = 3


_S, _G, _A = Seer, Group, Answer
_REVIEWER_OF_CASE = {_G.CASE: _A.NAMED}

MATRIX: dict[Seer, dict[Group, Answer]] = {
    _S.APPLICANT: {
        _G.DRAFT: _A.WHOLE, _G.CASE: _A.WHOLE, _G.WORK: _A.WHOLE, _G.CERTIFICATE: _A.WHOLE,
        _G.DELIVERY: _A.WHOLE, _G.ENTRY: _A.NAMED,
    },
    _S.EMPLOYER: {_G.CASE: _A.NAMED, _G.CERTIFICATE: _A.NAMED},
    _S.FILING_EMPLOYER: {_G.DRAFT: _A.NAMED, _G.CASE: _A.NAMED, _G.CERTIFICATE: _A.NAMED},
    _S.IN_TURN: _REVIEWER_OF_CASE,
    _S.BEFORE: _REVIEWER_OF_CASE,
    _S.CHOSEN: _REVIEWER_OF_CASE,
    _S.AFTER: {},
    _S.ITS_MAKER: {
        _G.WORK: _A.NAMED, _G.CERTIFICATE: _A.NAMED, _G.DELIVERY: _A.WHOLE, _G.ENTRY: _A.NAMED,
        _G.BATCH: _A.NAMED,
    },
    _S.ITS_BODY: {
        _G.WORK: _A.NAMED, _G.CERTIFICATE: _A.NAMED, _G.DELIVERY: _A.MASKED, _G.ENTRY: _A.NAMED,
        _G.BATCH: _A.NAMED,
    },
    _S.BODY_ON_THE_WAY: {_G.CERTIFICATE: _A.MASKED},
    _S.OTHER_BODY: {},
    _S.OUTSIDE: {},
    _S.STRANGER: {},
}  # fmt: skip

GROUPS: dict[str, Group] = {
    "Registration": Group.CASE,
    "RegistrationStage": Group.CASE,
    "Attachment": Group.CASE,
    "File": Group.CASE,
    "WithdrawalRequest": Group.CASE,
    "WorkItem": Group.WORK,
    "Certificate": Group.CERTIFICATE,
    "Seal": Group.CERTIFICATE,
    "CertificateLabel": Group.CERTIFICATE,
    "Revocation": Group.CERTIFICATE,
    "Delivery": Group.DELIVERY,
    "BatchEntry": Group.ENTRY,
    "Batch": Group.BATCH,
    "AnnouncedPerson": Group.PUBLISHED,
}
"""By type of the graph; a new type about a case has no place here yet, and a test says so."""


def expected(seer: Seer, group: Group) -> Answer:
    """:returns: how much of an object of the group somebody sees, whatever the door."""
    if group is Group.PUBLISHED:
        return Answer.MASKED
    return MATRIX[seer].get(group, Answer.NOTHING)
