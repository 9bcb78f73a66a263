"""What resolvers know of an operation: who asks, from where, its loaders and the service's parts."""

from collections.abc import Iterator
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, TypeVar

import strawberry
from strawberry.extensions import SchemaExtension
from strawberry.types.execution import StreamExecutionResult

from models.kernel import journal
from models.kernel.cursor import Cursors
from models.kernel.errors import Unauthenticated
from models.kernel.journal import Position
from models.kernel.viewer import Viewer
from schema.plans.loader import Loaders

S = TypeVar("S")


@dataclass
class Operation:
    """What lives as long as one operation, or one event of a subscription."""

    loaders: Loaders = field(default_factory=Loaders)


_operation: ContextVar[Operation] = ContextVar("operation")


def begin_operation() -> None:
    """Give what runs from here on loaders of its own."""
    _operation.set(Operation())


class FreshLoaders(SchemaExtension):
    """Gives each operation, and each event of a subscription, loaders of its own.

    A socket's operations share one context object, so its loaders cannot live there: they would serve
    old rows for the socket's life.
    """

    def on_operation(self) -> Iterator[None]:
        begin_operation()
        yield

    def on_stream_result(self, result: StreamExecutionResult) -> Iterator[None]:
        yield
        _operation.get().loaders = Loaders()


@dataclass(kw_only=True)
class Context:
    """One request, or one socket. Parts of the service are found by their type, see `service`."""

    viewer: Viewer
    cursors: Cursors
    address: str = ""
    """The client's network address."""
    device: str = ""
    """Device and browser, as the client names them."""
    services: dict[type, Any] = field(default_factory=dict)

    @property
    def loaders(self) -> Loaders:
        return _operation.get().loaders

    def forget(self) -> None:
        """What was read is no longer true: read anew from here on (a step has run)."""
        _operation.get().loaders = Loaders()

    def become(self, viewer: Viewer) -> None:
        """Go on as another viewer (one who has just signed in)."""
        self.viewer = viewer
        self.forget()

    def service(self, kind: type[S]) -> S:
        """A part of the service. :raises LookupError: the application was assembled without it."""
        if kind not in self.services:
            raise LookupError(f"no {kind.__name__} among the services")
        return self.services[kind]  # type: ignore[no-any-return]

    def head(self) -> "Any":
        """The journal's newest position as of the operation's first list: read before any list is."""
        return self.loaders.of("head", _head).load("head")


Info = strawberry.Info[Context, None]


def context_of(info: Info) -> Context:
    return info.context


def viewer_of(info: Info) -> Viewer:
    return info.context.viewer


def signed_in(viewer: Viewer) -> Viewer:
    """The viewer. :raises Unauthenticated: nobody is signed in."""
    if not viewer.signed_in:
        raise Unauthenticated
    return viewer


async def _head(_: object) -> dict[str, Position]:
    return {"head": await journal.head()}
