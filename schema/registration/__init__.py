"""Registrations, their review and certificates."""

from strawberry.tools import merge_types

from models.registration import revealable as _revealable  # noqa: F401 enters the fields of an application
from schema.registration.certificates import Certificate, CertificateLabel, CertificateProof, Seal
from schema.registration.decisions import DecisionMutations
from schema.registration.drafts import DraftMutations
from schema.registration.experience import ExperienceMutations
from schema.registration.filing import FilingMutations
from schema.registration.home import join_home
from schema.registration.live import Subscription as CaseSubscription
from schema.registration.parts import Presence, StartableKind
from schema.registration.ports import PhotoAddress, Verifier
from schema.registration.presence import PresenceMutations
from schema.registration.preview import PreviewQuery
from schema.registration.queries import Query as Lists
from schema.registration.reporting import ReportingMutations
from schema.registration.results import ResultMutations
from schema.registration.revocations import (
    Revocation,
    RevocationQuery,
    RevocationSubscription,
    RevokingMutations,
)
from schema.registration.types import Registration, RegistrationStage, WithdrawalRequest, WorkItem
from schema.registration.withdrawals import WithdrawalMutations
from schema.registration.work import WorkMutations
from schema.registration.workload import WorkloadQuery

__all__ = [
    "Certificate", "CertificateLabel", "CertificateProof", "Mutation", "PhotoAddress", "Presence", "Query", "Registration",
    "RegistrationStage", "Revocation", "Seal", "StartableKind", "Subscription", "Verifier", "WithdrawalRequest", "WorkItem",
]  # fmt: skip

Query = merge_types("RegistrationQuery", (Lists, PreviewQuery, RevocationQuery, WorkloadQuery))
Subscription = merge_types("RegistrationSubscription", (CaseSubscription, RevocationSubscription))
Mutation = merge_types(
    "RegistrationMutation",
    (
        DraftMutations, ExperienceMutations, FilingMutations, ReportingMutations, WorkMutations, DecisionMutations,
        WithdrawalMutations, ResultMutations, RevokingMutations, PresenceMutations,
    ),
)  # fmt: skip

join_home()
