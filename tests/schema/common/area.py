"""A small schema with the shared interfaces: persons as subjects, two steps, the feed to poll."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Annotated

import strawberry
from tortoise.expressions import Q

from models.kernel.errors import Duplicate, InvalidField, LimitReached, Refused, UnmetRequirement, WrongState
from models.kernel.events import EVENTS, Told
from models.kernel.events import Event as Recorded
from models.kernel.journal import last_of
from models.kernel.rows import for_change
from models.kernel.rules import Finding as RuleFinding
from models.kernel.unit import Unit, unit_of_work
from models.kernel.viewer import Viewer, ViewerKind
from models.kernel.workflow import Available
from models.people.tables import Person as PersonRow
from schema.common.context import Info, signed_in, viewer_of
from schema.common.event_names import EventName
from schema.common.events import EventPage, event_page
from schema.common.findings import AvailableAction, actions
from schema.common.interfaces import Node, Subject
from schema.common.mutations import INPUT, Payload, payload, run
from schema.common.scalars import Cursor
from schema.plans.binding import rows
from schema.plans.build import PlannedSchema
from schema.plans.declare import by_node_id, computed, global_id
from schema.plans.objects import one
from tests.schema.stand_ins import stand_in


def persons_visible_to(viewer: Viewer) -> Q:
    if viewer.kind is ViewerKind.ADMINISTRATOR:
        return Q()
    return Q(id=viewer.person_id or 0)


stand_in()

KNOWN_EVENTS = dict(EVENTS)


@dataclass(frozen=True)
class PasswordChanged(Recorded):
    """改了名"""

    told = Told.APPLICANT

    length: int
    nothing: str | None = None


# The area that owns the name keeps it: this class is only recorded.
EVENTS.clear()
EVENTS.update(KNOWN_EVENTS)


@unit_of_work
async def rename(unit: Unit, *, id: int, name: str) -> PersonRow:
    person = await for_change(PersonRow, persons_visible_to(unit.viewer), id)
    if name == "王":
        raise Refused(
            InvalidField(path=("input", "name"), received=name, wanted="至少两个字"),
            UnmetRequirement(finding=RuleFinding(rule="R1", law="第一条", message="名字太短")),
            WrongState(event=await last_of(person)),
            Duplicate(existing=person.global_id),
            LimitReached(limit=3),
        )
    person.name = name
    unit.record(PasswordChanged(len(name)), person)
    return await person.store("name")


def person_actions(id: int) -> list[AvailableAction]:
    finding = RuleFinding(rule="R2", law="第二条", message="还差一项")
    return actions(
        [Available("sign_out", "退出", ready=True), Available("set_password", "设密码", ready=False)],
        [finding],
    )


@rows(PersonRow, visible=persons_visible_to, prefix="per", description="人员")
class Somebody(Subject):
    id: strawberry.ID = global_id()
    title: str = computed(lambda name: f"{name}先生")
    status: str | None = computed(lambda: None)
    available_actions: list[AvailableAction] = computed(person_actions)


@strawberry.input(description="改名：输入")
class RenameInput:
    id: strawberry.ID = strawberry.field(description="对象")
    name: str = strawberry.field(description="名字")
    idempotency_key: str = strawberry.field(description="幂等键")


@payload("改名：结果")
class RenamePayload(Payload):
    person: Somebody | None = strawberry.field(default=None, description="人员")


@payload("改名：结果，按名")
class MeasurePayload(Payload):
    length: int | None = strawberry.field(default=None, description="长度")
    people: list[Somebody] | None = strawberry.field(default=None, description="人员")


@strawberry.type(description="查询")
class Query:
    node: Node | None = by_node_id()

    @strawberry.field(description="此后的事")
    async def events(
        self, info: Info, first: int, after: Cursor | None = None, names: list[EventName] | None = None
    ) -> EventPage:
        return await event_page(info, after, first, names)

    @strawberry.field(description="登录后才有")
    def secret(self, info: Info) -> str:
        signed_in(viewer_of(info))
        raise ValueError("a detail that nobody must read")


@strawberry.type(description="操作")
class Mutation:
    @strawberry.mutation(description="改名")
    async def rename(self, info: Info, input: Annotated[RenameInput, INPUT]) -> RenamePayload:
        step = rename.once(input.idempotency_key)
        return await run(
            info, RenamePayload, step(viewer_of(info), id=int(input.id.removeprefix("per_")), name=input.name)
        )

    @strawberry.mutation(description="改名，看长度")
    async def measure(self, info: Info, input: Annotated[RenameInput, INPUT]) -> MeasurePayload:
        step = rename(viewer_of(info), id=int(input.id.removeprefix("per_")), name=input.name)
        return await run(
            info, MeasurePayload, step, length=lambda person: len(person.name), people=lambda person: [person]
        )


@strawberry.type(description="订阅")
class Subscription:
    @strawberry.subscription(description="改几次名，每次给出人员")
    async def renamed(self, info: Info, id: strawberry.ID, names: list[str]) -> AsyncIterator[Somebody]:
        key = int(id.removeprefix("per_"))
        for name in names:
            await rename(viewer_of(info), id=key, name=name)
            yield await one(Somebody, key, info.context)


SCHEMA = PlannedSchema(Query, Mutation, Subscription)
