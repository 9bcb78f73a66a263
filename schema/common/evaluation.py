"""Evaluates a frame once for all subscribers for whom it looks the same, and all frames of a lot side by side.

By graphql-core: a viewer is watched while a frame is evaluated for it, and whoever equals it in what was read of
it gets the same octets. Those who differ are evaluated at once, and what they read is read together.
"""

import asyncio
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson
from graphql import ExecutionResult, GraphQLError, execute
from strawberry.utils.await_maybe import await_maybe

from models.kernel.scope import Shared, WatchedViewer, reads_of
from models.kernel.viewer import Viewer
from schema.common.broadcast import LiveOperation
from schema.common.context import Context, begin_operation
from schema.common.faults import covered
from schema.plans.build import PlannedSchema
from schema.plans.together import reading_together
from subscriptions.frames import Frame
from subscriptions.hub import Answer, Payload
from subscriptions.members import Delivery

MakeContext = Callable[[Viewer], Context]
SIDE_BY_SIDE = 500


def payload(data: Mapping[str, Any] | None, errors: Sequence[GraphQLError] | None) -> bytes:
    """A result as it stands in a `next` message."""
    body: dict[str, object] = {"data": data}
    if errors:
        body["errors"] = [covered(error).formatted for error in errors]
    return orjson.dumps(body, default=str)


@dataclass
class _Asked:
    """A delivery being answered: payloads by the facts they depend on, and who has none yet."""

    operation: LiveOperation
    frame: Frame
    viewers: Sequence[Viewer]
    shared: Shared[Payload]
    made: list[Payload | None] = field(init=False)

    def __post_init__(self) -> None:
        self.made = [None] * len(self.viewers)

    def different(self) -> list[Viewer]:
        """Viewers without an answer, one of each that are equal in what was ever read for this operation."""
        found: dict[tuple[Any, ...], Viewer] = {}
        for place, made in enumerate(self.made):
            if made is None:
                viewer = self.viewers[place]
                leaf = self.shared.find(viewer)
                if leaf:
                    self.made[place] = leaf.value
                else:
                    found.setdefault(tuple(getattr(viewer, one) for one in self.operation.facts), viewer)
        return list(found.values())

    def keep(self, viewer: WatchedViewer, answer: Payload) -> None:
        reads = reads_of(viewer)
        self.shared.keep(reads, answer)
        self.operation.facts.update(dict.fromkeys(reads))


@dataclass(frozen=True)
class Evaluation:
    """To be given to the hub. `context` makes the surroundings of an evaluation that belongs to no one socket."""

    schema: PlannedSchema
    context: MakeContext

    async def __call__(self, deliveries: Sequence[Delivery]) -> list[list[Payload]]:
        asked = [_asked(one) for one in deliveries]
        while open_ := [(one, viewer) for one in asked for viewer in one.different()]:
            for some in _slices(open_):
                with reading_together():
                    await asyncio.gather(*(self._answer(one, viewer) for one, viewer in some))
        return [[made or Answer.ALONE for made in one.made] for one in asked]

    async def _answer(self, asked: _Asked, viewer: Viewer) -> None:
        watched = WatchedViewer(viewer)
        asked.keep(watched, await self._one(asked.operation, asked.frame, watched))

    async def _one(self, operation: LiveOperation, frame: Frame, viewer: Viewer) -> Payload:
        context = self.context(viewer)
        begin_operation()
        try:
            (shown,) = await operation.show([frame], context)
        except Exception:
            return Answer.ALONE  # the subscriber's own stream meets the same and answers for it
        if shown is None:
            return Answer.HIDDEN
        words = operation.words
        result = await await_maybe(
            execute(
                self.schema.core,
                words.document,
                root_value=shown,
                context_value=context,
                variable_values=dict(words.variables),
                operation_name=words.operation_name,
                executor_class=self.schema.execution_context_class,
            )
        )
        assert isinstance(result, ExecutionResult)
        return payload(result.data, result.errors)


def _asked(delivery: Delivery) -> _Asked:
    operation = delivery.asked
    assert isinstance(operation, LiveOperation)
    viewers = [member.viewer for member in delivery.members]
    return _Asked(operation, delivery.frame, viewers, Shared(most=len(viewers) + 1))


def _slices(
    works: Sequence[tuple[_Asked, Viewer]],
) -> Iterator[Sequence[tuple[_Asked, Viewer]]]:
    for first in range(0, len(works), SIDE_BY_SIDE):
        yield works[first : first + SIDE_BY_SIDE]
