"""Accounts, persons, signing in."""

import strawberry
from strawberry.tools import merge_types

from schema.people.accounts import Account, Session
from schema.people.codes import Challenge, CodeMutations, Slider
from schema.people.corrections import CorrectionMutations, CorrectionQuery, IdentityCorrection
from schema.people.holders import HolderMutations
from schema.people.passwords import PasswordMutations
from schema.people.persons import Person, Qualification
from schema.people.recovery import RecoveryMutations, RecoveryQuery, RecoveryRequest
from schema.people.reminders import ReminderMutations
from schema.people.sign_in import SignInMutations
from schema.people.viewer import PARTS, Viewer, ViewerParts, viewer

__all__ = [
    "PARTS", "Account", "Challenge", "IdentityCorrection", "Mutation", "Person", "Qualification", "Query", "RecoveryRequest", "Session",
    "Slider", "Viewer", "ViewerParts",
]  # fmt: skip

Mutation = merge_types(
    "PeopleMutation",
    (
        CodeMutations,
        SignInMutations,
        HolderMutations,
        PasswordMutations,
        ReminderMutations,
        RecoveryMutations,
        CorrectionMutations,
    ),
)


@strawberry.type
class Query(RecoveryQuery, CorrectionQuery):
    """Root fields about whoever asks, and what they decide on."""

    viewer: Viewer = strawberry.field(resolver=viewer, description="正在查看的人")
