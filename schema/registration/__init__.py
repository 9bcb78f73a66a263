"""Registrations, their review and certificates."""

from strawberry.tools import merge_types

from models.registration import revealable as _revealable  # noqa: F401 enters the fields of an application
from schema.registration.certificates import Certificate, CertificateProof, Seal
from schema.registration.decisions import DecisionMutations
from schema.registration.drafts import DraftMutations
from schema.registration.filing import FilingMutations
from schema.registration.home import join_home
from schema.registration.live import Subscription
from schema.registration.parts import Presence, StartableKind
from schema.registration.ports import PhotoAddress, Verifier
from schema.registration.presence import PresenceMutations
from schema.registration.queries import Query
from schema.registration.results import ResultMutations
from schema.registration.revoking import RevokingMutations
from schema.registration.types import Registration, RegistrationStage, WithdrawalRequest, WorkItem
from schema.registration.withdrawals import WithdrawalMutations
from schema.registration.work import WorkMutations

__all__ = [
    "Certificate", "CertificateProof", "Mutation", "PhotoAddress", "Presence", "Query", "Registration",
    "RegistrationStage", "Seal", "StartableKind", "Subscription", "Verifier", "WithdrawalRequest", "WorkItem",
]  # fmt: skip

Mutation = merge_types(
    "RegistrationMutation",
    (
        DraftMutations, FilingMutations, WorkMutations, DecisionMutations, WithdrawalMutations,
        ResultMutations, RevokingMutations, PresenceMutations,
    ),
)  # fmt: skip

join_home()
