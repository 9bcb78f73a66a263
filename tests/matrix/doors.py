"""The doors of the graph, found in the schema itself: objects by id, lists with their counts, searches."""

from dataclasses import dataclass
from functools import cache
from typing import Any

import orjson
from graphql import (
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    get_named_type,
    is_leaf_type,
    parse,
)

from models.kernel.cursor import Cursors
from models.kernel.journal import START
from models.kernel.viewer import Viewer
from models.registration.signer import Signer
from schema.common.context import Context
from schema.plans.answering import answered
from schema.plans.variants import Operation
from schema.registration import Verifier
from schema.root import build_schema
from tests.matrix.table import GROUPS, Answer
from tests.registration_story import SIGNER, signed

SCHEMA = build_schema()
MOST = 100
DEPTH = 3
COSTLY = {"authorityAdvice", "downloadUrl", "previewUrl", "pageUrls", "coverPdf", "coverSheet"}
"""Advice is of bodies, which are public; addresses of files are doors of their own."""
Json = dict[str, Any]


@dataclass(frozen=True)
class Door:
    """A list at the root: its name, what it lists, and whether it can be searched."""

    name: str
    type: str
    searched: bool


@cache
def lists() -> tuple[Door, ...]:
    """Every list at the root that gives objects of a case."""
    query = SCHEMA._schema.query_type
    assert query is not None
    found = []
    for name, field in query.fields.items():
        listed = _listed(get_named_type(field.type))
        if listed in GROUPS:
            found.append(Door(name, listed, _searched(field)))
    return tuple(found)


def _listed(type_: GraphQLNamedType) -> str:
    if not isinstance(type_, GraphQLObjectType) or not type_.name.endswith("Connection"):
        return ""
    return str(get_named_type(type_.fields["nodes"].type).name)


def _searched(field: Any) -> bool:
    asked = field.args.get("filter")
    kind = get_named_type(asked.type) if asked else None
    return isinstance(kind, GraphQLInputObjectType) and "text" in kind.fields


@cache
def everything() -> str:
    """All objects by their ids with everything that can be said of each, and all lists with their counts."""
    about = " ".join(f"... on {name} {{ {' '.join(_fields(_type(name), DEPTH))} }}" for name in GROUPS)
    told = " ".join(f"{door.name}(first: {MOST}) {{ totalCount nodes {{ id }} }}" for door in lists())
    return f"query ($ids: [ID!]!) {{ nodes(ids: $ids) {{ __typename id {about} }} {told} }}"


@cache
def search(terms: int) -> str:
    """So many terms at once, in every list that can be searched; the answers under `list_0` and so on."""
    asked = [door for door in lists() if door.searched]
    given = ", ".join(f"$t{place}: String" for place in range(terms))
    found = " ".join(
        f"{door.name}_{place}: {door.name}(first: {MOST}, filter: {{ text: $t{place} }}) "
        "{ totalCount nodes { id } }"
        for door in asked
        for place in range(terms)
    )
    return f"query ({given}) {{ {found} }}"


def _type(name: str) -> GraphQLObjectType:
    found = SCHEMA._schema.type_map[name]
    assert isinstance(found, GraphQLObjectType)
    return found


def _fields(type_: GraphQLObjectType, depth: int) -> list[str]:
    """What can be asked without arguments: values, objects without a rule of their own, the ids of those that have
    one; the history, and lists of other objects. Fields of one name differ between types, so each gets its own."""
    found = []
    for name, field in type_.fields.items():
        kind, alias = get_named_type(field.type), f"{type_.name}_{name}: {name}"
        if name in COSTLY:
            continue
        if name == "events":
            found.append("events(first: 50) { totalCount nodes { name summary facts { name value } } }")
        elif _listed(kind) in GROUPS:
            found.append(f"{alias}(first: {MOST}) {{ totalCount nodes {{ id }} }}")
        elif field.args or name == "id":
            continue
        elif is_leaf_type(kind):
            found.append(alias)
        elif kind.name in GROUPS:
            found.append(f"{alias} {{ id }}")
        elif depth and isinstance(kind, GraphQLObjectType) and not _own(kind):
            inner = _fields(kind, depth - 1)
            found += [f"{alias} {{ {' '.join(inner)} }}"] if inner else []
    return found


def _own(kind: GraphQLObjectType) -> bool:
    """Is it seen by a rule of its own?"""
    return any(isinstance(one, GraphQLInterfaceType) and one.name == "Node" for one in kind.interfaces)


def context(viewer: Viewer) -> Context:
    return Context(
        viewer=viewer,
        cursors=Cursors(b"secret of the tests", epoch=1, horizon=START),
        services={Signer: SIGNER, Verifier: Verifier(signed)},
    )


@cache
def _operation(document: str) -> Operation:
    return Operation(SCHEMA, parse(document), None)


async def ask(viewer: Viewer, document: str, **variables: Any) -> Json:
    """By the plan, as the service answers it. :raises Unplanned, Unexpected: it cannot, and that is a fault."""
    found: Json = orjson.loads(
        orjson.dumps(await answered(_operation(document), variables, context(viewer)), default=str)
    )
    return found


def shown_of(shown: Json | None) -> tuple[Answer, bool]:
    """How much of an object was shown; and whether it has anything to hide at all."""
    if shown is None:
        return Answer.NOTHING, False
    hidden = list(_sensitive(shown, ""))
    if not hidden:
        return Answer.MASKED, False
    names = [full for name, full in hidden if name.endswith("_name")]
    others = [full for name, full in hidden if not name.endswith("_name")]
    if all(names) and all(others):
        return Answer.WHOLE if others else Answer.NAMED, True
    return (Answer.NAMED if names and all(names) and not any(others) else Answer.MASKED), True


def _sensitive(shown: Any, name: str) -> Any:
    """(field, full text) of everything that can be masked."""
    if isinstance(shown, dict):
        if "Sensitive_masked" in shown:
            yield name, shown.get("Sensitive_full")
        for key, value in shown.items():
            yield from _sensitive(value, key)
    elif isinstance(shown, list):
        for one in shown:
            yield from _sensitive(one, name)
