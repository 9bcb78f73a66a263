"""The words a field is declared with: each says where the value comes from. No resolver, no loader, no SQL.

    @rows(RegistrationRow, visible=visible_to, prefix="reg", description="注册申请")
    class Registration(Subject):
        number: str | None = column(description="申请编号")
        deadline: Deadline | None = computed(deadline_of, description="期限")
        applicant: Person = one(inherits=True, description="申请人")
        stages: list[Stage] = listed("registration", order="place", description="环节")

    @strawberry.type
    class Query:
        registrations: Connection[Registration] = connection(
            filter=RegistrationFilter, order=RegistrationOrder, description="注册申请"
        )

Every word takes `allow` (may this viewer read the field?) and `refuse` ("null", or "error" for Forbidden).
All declarations are checked against the models when the schema is built (`check`).
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from enum import Enum
from inspect import signature
from typing import Any, TypedDict, Unpack

import strawberry
from tortoise.expressions import Q

from models.kernel.viewer import Viewer
from schema.plans import source as sources
from schema.plans.field import PlannedField, argument
from schema.plans.filter import where
from schema.plans.paging import OrderSpec
from schema.plans.source import Only, Refuse

__all__ = [
    "about", "by_id", "by_node_id", "by_node_ids", "column", "computed", "connection", "first_of", "found",
    "global_id", "history", "listed", "loaded", "many", "named", "one", "one_of", "part", "where",
]  # fmt: skip

_FIRST = argument("first", int, "条数，1 至 100")
_AFTER = argument("after", str | None, "从这里之后")


class Access(TypedDict, total=False):
    """Who may read a field, and what the others get."""

    allow: Callable[[Viewer], bool]
    refuse: Refuse


def global_id(*, description: str = "全局标识") -> Any:
    """The row's id with the type's prefix."""
    return PlannedField(sources.GlobalId(), description)


def column(
    name: str | None = None,
    *,
    called: str | None = None,
    description: str | None = None,
    **access: Unpack[Access],
) -> Any:
    """A column of the row; without a name, the one the field is called after.

    :param called: the field's name in the graph, where Python has no such name (`from`).
    """
    field = PlannedField(sources.Column(name=name, **access), description)
    field.graphql_name = called
    return field


def computed(
    function: Callable[..., Any],
    *,
    over: str | None = None,
    description: str | None = None,
    **access: Unpack[Access],
) -> Any:
    """What a function of columns gives. Its parameters' names are the columns; `viewer`, `context`, `moment` (the
    present instant) and `calendar` (the working days) are given.

    It may give a plain object (a dataclass of models) with the attributes that the field's type names.

    :param over: a relation; the columns are those of the row that it names, null where it names none.
    """
    parameters = tuple(signature(function).parameters)
    return PlannedField(
        sources.Computed(function=function, parameters=parameters, over=over, **access), description
    )


def loaded(
    function: Callable[..., Any],
    *,
    needs: tuple[str, ...] | None = None,
    description: str | None = None,
    **access: Unpack[Access],
) -> Any:
    """What needs other rows: `async def f(viewer, rows) -> Sequence[value]`, once for all rows of a level.

    :param needs: the only columns of the rows that it reads: they may then be objects with these attributes alone.
    """
    parameters = tuple(signature(function).parameters)
    return PlannedField(
        sources.Loaded(function=function, parameters=parameters, needs=needs, **access), description
    )


def one(
    name: str | None = None,
    *,
    key: str | None = None,
    inherits: bool = False,
    gives: Callable[[], type] | None = None,
    description: str | None = None,
    **access: Unpack[Access],
) -> Any:
    """The row that `<name>_id` names. Nullable, because it may be hidden, unless it `inherits` visibility.

    :param name: the relation; the field's name when left out.
    :param key: the key column, where it is not called `<name>_id` (`region_code`).
    :param gives: the type of the row, where the field's own type is an interface without rows.
    """
    key = key or (name and f"{name}_id")
    return PlannedField(sources.One(key=key, inherits=inherits, gives=gives, **access), description)


def about(*, description: str | None = None) -> Any:
    """The object that a frame of a subscription is about; `<name>_id` is its key, None where the frame has none.

    Whoever may not see it gets no frame.
    """
    return PlannedField(sources.About(), description)


def found(
    function: Callable[[Sequence[Any]], Awaitable[Mapping[Any, Any]]],
    *,
    description: str | None = None,
    **access: Unpack[Access],
) -> Any:
    """The row whose key is found by other rows: `async def f(keys)` gives this row's key to that row's key."""
    return PlannedField(sources.Found(function=function, **access), description)


def one_of(name: str | None = None, *, description: str | None = None, **members: type) -> Any:
    """A row of one of several types: `<name>_kind` (a member's name, in any case) and `<name>_id` say which."""
    return PlannedField(sources.OneOf(name=name, members=tuple(members.items())), description)


def many(
    keys: str | Callable[..., Sequence[Any]] | None = None,
    *,
    description: str | None = None,
    **access: Unpack[Access],
) -> Any:
    """The rows whose keys a column, or a function of columns, lists; hidden ones are left out."""
    return PlannedField(sources.Many(keys=_origin(keys), **access), description)


def named(id: str | Callable[..., str | None], *, description: str | None = None) -> Any:
    """The Node that a global id names, from an attribute or a function of columns; null when hidden."""
    return PlannedField(sources.Named(id=_origin(id)), description)


def listed(
    link: str,
    *,
    order: OrderSpec = "id",
    only: Only | None = None,
    description: str | None = None,
    **access: Unpack[Access],
) -> Any:
    """All visible rows whose `link` is this row; for lists that stay short."""
    return PlannedField(sources.Listed(link=link, order=order, only=only, **access), description)


def first_of(
    link: str,
    *,
    order: OrderSpec = "id",
    only: Only | None = None,
    description: str | None = None,
    **access: Unpack[Access],
) -> Any:
    """The first visible row whose `link` is this row, or null."""
    return PlannedField(sources.Listed(link=link, order=order, only=only, single=True, **access), description)


def part(*, description: str | None = None) -> Any:
    """A nested object that reads the same row: of a plain strawberry type with declared fields, or of another
    type over the same rows, which whoever sees this object may see.
    """
    return PlannedField(sources.Part(), description)


def connection(  # noqa: PLR0913 the words of one declaration
    link: str | None = None,
    *,
    filter: type | None = None,
    order: OrderSpec | type[Enum] = "-id",
    only: Only | None = None,
    mine: Callable[[Viewer], Q] | None = None,
    description: str | None = None,
    **access: Unpack[Access],
) -> Any:
    """Pages of all visible rows of a type, or of those whose `link` is this row.

    :param filter: an input whose fields are declared with `where`.
    :param mine: those of the visible rows that this list is for (a reviewer's queue).
    :param order: an enum of orders (its first member is used when none is asked for) or one order.
    """
    arguments = [_FIRST, _AFTER]
    if filter:
        arguments.append(argument("filter", filter | None, "筛选"))
    if isinstance(order, type):
        arguments.append(argument("order_by", order | None, "排序"))
    source = sources.Paged(link=link, order=order, filter=filter, only=only, mine=mine, **access)
    return PlannedField(source, description, arguments)


def history(*, description: str | None = None) -> Any:
    """Pages of the journal about this row, what the viewer was told of it, oldest first."""
    source = sources.Paged(link="subject_id", order="tx", subject=True)
    return PlannedField(source, description, [_FIRST, _AFTER])


def by_id(*, description: str | None = None) -> Any:
    """The object of the field's type with the id given; null when hidden or missing."""
    return PlannedField(sources.ById(), description, [argument("id", strawberry.ID, "全局标识")])


def by_node_id(*, description: str = "按标识取对象；看不到的与没有的一样为空") -> Any:
    """The Node with the id given; null when hidden, missing, foreign or malformed."""
    return PlannedField(sources.ByNodeId(), description, [argument("id", strawberry.ID, "全局标识")])


def by_node_ids(*, description: str = "按多个标识取对象，至多 100 个") -> Any:
    """The Nodes with the ids given, in their order, null where `by_node_id` gives null."""
    ids = argument("ids", list[strawberry.ID], "全局标识，至多 100 个")
    return PlannedField(sources.ByNodeIds(), description, [ids])


def _origin(of: str | Callable[..., Any] | None) -> sources.Column | sources.Computed:
    if callable(of):
        return sources.Computed(function=of, parameters=tuple(signature(of).parameters))
    return sources.Column(name=of)
