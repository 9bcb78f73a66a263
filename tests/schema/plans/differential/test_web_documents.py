"""Every query of the web app has a plan, for everybody, and answers as graphql-core does."""

from collections.abc import Sequence
from datetime import UTC, datetime
from random import Random
from typing import Any

import pytest
from graphql import OperationDefinitionNode, OperationType, get_operation_ast, parse
from graphql.execution.values import VariableValues

from models.kernel.clock import freeze
from models.kernel.ids import parse_global_id
from models.kernel.viewer import PUBLIC_VIEWER, SYSTEM_VIEWER, Grant, Viewer, ViewerKind
from models.kernel.workday_seed import seed_workdays
from schema.plans.variants import Operation
from tests.schema.plans.differential.both import SCHEMA, Both, Counted, compare
from tests.schema.plans.differential.test_differential import all_settled
from tests.schema.plans.differential.world import populated
from tests.schema.plans.web_documents import web_documents
from tests.waiting import until

NOON = datetime(2026, 11, 20, 4, tzinfo=UTC)
FILTERS: dict[str, list[Any]] = {
    "WorkFilter": [
        None,
        {"states": ["FREE", "HELD"], "dueToday": True},
        {"text": "王", "resubmitted": False},
    ],
    "DeliveryFilter": [None, {"states": ["PENDING", "CAME_BACK"]}],
    "NotificationFilter": [None, {"unread": True}],
    "RegistrationFilter": [
        None,
        {"states": ["IN_REVIEW"], "stages": ["EMPLOYER"], "specialtyId": "HOUSING"},
        {"stages": ["PRE_EXAMINATION", "ACCEPTANCE"], "kinds": ["INITIAL"], "submittedFrom": "2026-01-01"},
    ],
    "CertificateFilter": [None, {"text": "王"}],
    "ImportRowFilter": [None, {"withErrors": True}],
    "CorrectionFilter": [None, {"states": ["SUBMITTED", "CONFIRMED"]}],
    "RevocationFilter": [None, {"states": ["PROPOSED"]}],
    "PreviewInput": [{"profession": "FIRE_ENGINEER", "kind": "INITIAL", "on": "2026-12-01"}],
}
PLAIN: dict[str, list[Any]] = {
    "first": [50],
    "after": [None],
    "text": ["", "苏"],
    "orderBy": [None, "NEWEST"],
    "parent": [None, "320000"],
}
PREFIXES = {"OneCertificate": "cer", "Import": "imp"}


def is_query(text: str) -> bool:
    node = get_operation_ast(parse(text))
    assert isinstance(node, OperationDefinitionNode)
    return node.operation is OperationType.QUERY


VIEWERS = (
    PUBLIC_VIEWER,
    Viewer(ViewerKind.PERSON, 1, 1, person_id=1),
    Viewer(ViewerKind.EMPLOYER, 2, 2, employer_id=1),
    Viewer(
        ViewerKind.REVIEWER, 3, 3, reviewer_id=1, authority_id=1, grants=(Grant("DECIDER", "FIRE_ENGINEER"),)
    ),
    Viewer(ViewerKind.ADMINISTRATOR, 4, 4),
)
QUERIES = {name: text for name, text in web_documents().items() if is_query(text)}


@pytest.mark.usefixtures("vault")
async def test_every_query_of_the_web_app_is_planned_for_every_role(sqlite: str) -> None:
    with freeze(NOON):
        await seed_workdays(SYSTEM_VIEWER, first=2025, last=2027)
        viewers, ids, _ = await populated(Random(1))
        await until(all_settled)
        counted = Counted()
        for name, text in QUERIES.items():
            both = Both(text, counted)
            for viewer in askers(name, viewers):
                for variables in asked_with(name, both.operation, ids):
                    await compare(both, variables, viewer)
    assert not counted.wrong, f"{len(counted.wrong)} of {counted.runs}\n{counted.wrong[0]}"
    assert not counted.unplanned, counted.unplanned
    assert counted.planned > 0
    assert counted.fallbacks == 0


def askers(name: str, viewers: Sequence[Viewer]) -> Sequence[Viewer]:
    """Strangers may not search; what if is asked for oneself."""
    if name == "WhatIf":
        return [viewer for viewer in viewers if viewer.kind is ViewerKind.PERSON]
    return viewers[1:] if name == "FindEmployers" else viewers


@pytest.mark.usefixtures("sqlite")
@pytest.mark.parametrize("name", [name for name, text in web_documents().items() if not is_query(text)])
def test_every_payload_and_every_frame_of_the_web_app_is_planned_for_every_role(name: str) -> None:
    operation = Operation(SCHEMA, parse(web_documents()[name]), None)
    for viewer in VIEWERS:
        for switched in (True, False):
            switches = VariableValues({}, dict.fromkeys(operation.switches, switched))
            plan = operation.plan(switches, viewer)
            assert len(plan.roots) == 1
            assert bool(plan.about) is operation.is_subscription


def asked_with(name: str, operation: Operation, ids: list[str]) -> list[dict[str, Any]]:
    """Variables as the pages set them: each value of each variable at least once."""
    assert operation.node
    values = {
        one.variable.name.value: _values(name, one.variable.name.value, _type(one), ids)
        for one in operation.node.variable_definitions or ()
    }
    most = max([len(found) for found in values.values()], default=1)
    return [{key: found[at % len(found)] for key, found in values.items()} for at in range(most)]


def _type(definition: Any) -> str:
    type_ = definition.type
    while hasattr(type_, "type"):
        type_ = type_.type
    return str(type_.name.value)


def _values(document: str, name: str, type_: str, ids: list[str]) -> list[Any]:
    if name == "id":
        wanted = PREFIXES.get(document, "reg")
        return [one for one in sorted(ids) if (parse_global_id(one) or ("",))[0] == wanted][:4]
    if type_ == "Profession":
        return ["FIRE_ENGINEER"]
    return FILTERS.get(type_) or PLAIN[name]
