"""Whatever text stands in an input, the answer is data or a fault with a code: never that the service failed.

The inputs are found in the schema itself, so that a new operation is walked too.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    get_named_type,
)

from models.authorities.kinds import ReviewerRole
from models.files.scan import TestVirusScanner
from models.files.storage import FolderStorage
from models.files.vault import Vault, close_vault, open_vault
from models.kernel.viewer import PUBLIC_VIEWER, Viewer
from models.people.tables import RecoveryRequest
from schema.authorities import Site
from schema.common.context import Context
from schema.registration import PhotoAddress
from schema.root import build_schema
from subscriptions.presence import Presence
from tests.factories import corps, draft, engineer, made, reviewer
from tests.schema.registration.asking import context

SCHEMA = build_schema()
GRAPH = SCHEMA._schema
TEXTS = {
    "long": "长" * 10_000,
    "digits": "1" * 10_000,
    "25": "X" * 25,
    "70": "X" * 70,
    "150": "X" * 150,
    "empty": "",
    "control": "\x1f\u202e\u200b\r\n\t",
    "quotes": "' or 1=1 -- %_\\",
    "id": "reg_999999999999999999",
    "nul": "a\x00b",
    "surrogate": "\ud800",
}
USUAL = {"ID": "reg_1", "String": "甲", "Int": 1, "Boolean": True, "Float": 1.0, "Date": "2026-01-02"}
Path = tuple[str, ...]


@dataclass(frozen=True)
class Operation:
    """One root field, with the document that asks for it."""

    kind: str
    name: str
    field: GraphQLField

    @property
    def document(self) -> str:
        declared = ", ".join(f"${name}: {argument.type}" for name, argument in self.field.args.items())
        given = ", ".join(f"{name}: ${name}" for name in self.field.args)
        named = isinstance(get_named_type(self.field.type), GraphQLEnumType)
        inner = "" if named or not hasattr(get_named_type(self.field.type), "fields") else "{ __typename }"
        if self.kind == "mutation":
            inner = "{ userErrors { code message } }"
        return f"{self.kind} ({declared}) {{ {self.name}({given}) {inner} }}"

    def texts(self) -> Iterator[Path]:
        """Paths of all texts and ids in its input."""
        for name, argument in self.field.args.items():
            yield from _texts(argument.type, (name,), ())

    def variables(self, path: Path, text: str) -> dict[str, Any]:
        return {
            name: _value(argument.type, path[1:] if path[0] == name else None, text)
            for name, argument in self.field.args.items()
            if path[0] == name or isinstance(argument.type, GraphQLNonNull)
        }


def operations() -> list[Operation]:
    roots: list[tuple[str, GraphQLObjectType | None]] = [
        ("query", GRAPH.query_type),
        ("mutation", GRAPH.mutation_type),
    ]
    return [
        Operation(kind, name, field) for kind, root in roots if root for name, field in root.fields.items()
    ]


def _texts(type_: GraphQLInputType, path: Path, above: tuple[str, ...]) -> Iterator[Path]:
    named = get_named_type(type_)
    if isinstance(named, GraphQLInputObjectType):
        for name, field in named.fields.items() if named.name not in above else ():
            yield from _texts(field.type, (*path, name), (*above, named.name))
    elif named.name in {"String", "ID", "Cursor"}:
        yield path


def _value(type_: GraphQLInputType, path: Path | None, text: str) -> Any:
    """The usual value; along the path, all that leads to the text."""
    if isinstance(type_, GraphQLNonNull):
        return _value(type_.of_type, path, text)
    if isinstance(type_, GraphQLList):
        return [_value(type_.of_type, path, text)]
    if isinstance(type_, GraphQLInputObjectType):
        return {
            name: _value(field.type, path[1:] if path and path[0] == name else None, text)
            for name, field in type_.fields.items()
            if (path and path[0] == name) or isinstance(field.type, GraphQLNonNull)
        }
    if path is not None:
        return text
    named = get_named_type(type_)
    return next(iter(named.values)) if isinstance(named, GraphQLEnumType) else USUAL.get(named.name, "甲")


@pytest.fixture
def room(tmp_path: FilePath) -> Iterator[None]:
    """An open vault for uploads."""
    open_vault(Vault(FolderStorage(tmp_path / "files"), TestVirusScanner(), tmp_path / "passing", b"secret"))
    yield
    close_vault()


def test_the_walk_reaches_every_kind_of_input() -> None:
    found = {(operation.name, *path) for operation in operations() for path in operation.texts()}
    assert {
        ("node", "id"),
        ("regions", "parentCode"),
        ("authorities", "filter", "regionCode"),
        ("signIn", "input", "slider", "proof"),
        ("saveRegistration", "input", "basic", "name"),
        ("grantRecovery", "input", "papersSeen"),
        ("events", "after"),
    } <= found
    assert len(found) > 100


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
async def test_no_text_makes_the_service_fail(database: str, room: None, text: str) -> None:
    failed = []
    for viewer in await _viewers():
        for operation in operations():
            for path in operation.texts():
                result = await SCHEMA.execute(
                    operation.document, operation.variables(path, text), _context(viewer)
                )
                codes = [(error.extensions or {}).get("code", "INTERNAL") for error in result.errors or ()]
                if "INTERNAL" in codes:
                    failed.append((viewer.kind, operation.name, ".".join(path)))
    assert failed == []


async def _viewers() -> list[Viewer]:
    """A stranger; an applicant with a draft; a reviewer with a recovery request to decide on."""
    applicant = await engineer()
    await draft(applicant)
    at = await corps()
    await made(
        RecoveryRequest, account_id=applicant.account_id, authority_id=at.id, login="13211111111",
        contact_mobile="13233333333", profession="FIRE_ENGINEER", region="320000", expires_at="2099-01-01T00:00:00Z",
    )  # fmt: skip
    return [PUBLIC_VIEWER, applicant, await reviewer(*ReviewerRole, at=at)]


def _context(viewer: Viewer) -> Context:
    found = context(viewer)
    found.services |= {
        Site: Site("http://localhost:8000", demonstration=True),
        Presence: Presence(),
        PhotoAddress: PhotoAddress(str),
    }
    return found
