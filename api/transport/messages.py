"""Messages of graphql-transport-ws as clients send them, checked strictly."""

from dataclasses import dataclass, field
from typing import Any

import orjson


class BadMessage(Exception):
    """The message breaks the protocol; the text becomes the reason of the close."""


@dataclass(frozen=True, slots=True)
class Init:
    payload: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ping:
    payload: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Pong:
    """An answer to our ping, or sent of its own accord."""


@dataclass(frozen=True, slots=True)
class Subscribe:
    id: str
    query: str | None
    """None where `extensions` name it by its hash."""
    variables: dict[str, Any] | None
    operation_name: str | None
    extensions: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Complete:
    id: str


Message = Init | Ping | Pong | Subscribe | Complete


def read(text: str) -> Message:
    """:raises BadMessage: not a message of the protocol."""
    try:
        body = orjson.loads(text)
    except orjson.JSONDecodeError:
        raise BadMessage("Message is not valid JSON") from None
    if not isinstance(body, dict):
        raise BadMessage("Message must be an object")
    match body.get("type"):
        case "connection_init":
            return Init(_object(body, "payload") or {})
        case "ping":
            return Ping(_object(body, "payload"))
        case "pong":
            _object(body, "payload")
            return Pong()
        case "subscribe":
            return _subscribe(body)
        case "complete":
            return Complete(_id(body))
    raise BadMessage("Unknown message type")


def _subscribe(body: dict[str, Any]) -> Subscribe:
    payload = _object(body, "payload")
    if payload is None:
        raise BadMessage("Subscribe needs a payload with a query")
    query, extensions = _text(payload, "query"), _object(payload, "extensions")
    if query is None and "persistedQuery" not in (extensions or {}):
        raise BadMessage("Subscribe needs a payload with a query")
    return Subscribe(
        _id(body), query, _object(payload, "variables"), _text(payload, "operationName"), extensions
    )


def _id(body: dict[str, Any]) -> str:
    found = body.get("id")
    if not isinstance(found, str) or not found:
        raise BadMessage("Message needs an id")
    return found


def _object(body: dict[str, Any], name: str) -> dict[str, Any] | None:
    found = body.get(name)
    if found is not None and not isinstance(found, dict):
        raise BadMessage(f"{name} must be an object")
    return found


def _text(body: dict[str, Any], name: str) -> str | None:
    found = body.get(name)
    if found is not None and not isinstance(found, str):
        raise BadMessage(f"{name} must be a string")
    return found
