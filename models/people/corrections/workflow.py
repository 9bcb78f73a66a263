"""The machine of a correction."""

from enum import StrEnum

from models.kernel.viewer import Viewer, ViewerKind
from models.kernel.workflow import Available, Workflow, move
from models.people.corrections import events
from models.people.corrections.kinds import APPLYING, CONFIRMING, CorrectionState
from models.people.corrections.tables import IdentityCorrection


class Relation(StrEnum):
    """What a viewer can be to a correction."""

    OWNER = "OWNER"
    BODY = "BODY"
    """Looks at papers where it waits to be confirmed."""
    CENTRE = "CENTRE"
    """Changes the register where it waits to be applied, and did not confirm it."""


_S = CorrectionState
_OWNER, _BODY, _CENTRE = ({relation} for relation in Relation)

CORRECTION = Workflow(
    "identity_correction",
    "证件信息更正",
    CorrectionState,
    {
        _S.SUBMITTED: "待确认",
        _S.CONFIRMED: "已确认",
        _S.APPLIED: "已更正",
        _S.REFUSED: "未通过",
        _S.WITHDRAWN: "已撤回",
    },
    (
        move(
            "request_identity_correction", "申请更正", (), {_S.SUBMITTED}, _OWNER, events.CorrectionRequested
        ),
        move(
            "confirm_identity_correction",
            "确认更正",
            {_S.SUBMITTED},
            {_S.CONFIRMED},
            _BODY,
            events.CorrectionConfirmed,
        ),
        move(
            "apply_identity_correction",
            "更改登记信息",
            {_S.CONFIRMED},
            {_S.APPLIED},
            _CENTRE,
            events.CorrectionApplied,
        ),
        move(
            "refuse_identity_correction",
            "不通过",
            {_S.SUBMITTED},
            {_S.REFUSED},
            _BODY,
            events.CorrectionRefused,
        ),
        move(
            "refuse_identity_correction",
            "不通过",
            {_S.CONFIRMED},
            {_S.REFUSED},
            _CENTRE,
            events.CorrectionRefused,
        ),
        move(
            "withdraw_identity_correction",
            "撤回",
            {_S.SUBMITTED},
            {_S.WITHDRAWN},
            _OWNER,
            events.CorrectionWithdrawn,
        ),
    ),
)


def correction_actions(viewer: Viewer, row: IdentityCorrection) -> list[Available]:
    """What the viewer can do with a correction now."""
    return CORRECTION.available(row.state, relations_to(row, viewer))


def relations_to(row: IdentityCorrection, viewer: Viewer) -> set[Relation]:
    """By post at the authority where it waits; whoever confirmed does not apply."""
    if viewer.kind is ViewerKind.PERSON and viewer.person_id == row.person_id:
        return {Relation.OWNER}
    if viewer.kind is not ViewerKind.REVIEWER or viewer.authority_id != row.authority_id:
        return set()
    posts = {
        Relation.BODY: (CONFIRMING, {CorrectionState.SUBMITTED}),
        Relation.CENTRE: (APPLYING, {CorrectionState.CONFIRMED}),
    }
    return {
        relation
        for relation, (roles, states) in posts.items()
        if row.state in states
        and any(viewer.has_role(role, row.profession, row.region) for role in roles)
        and not (relation is Relation.CENTRE and row.confirmed_by == viewer.reviewer_id)
    }
