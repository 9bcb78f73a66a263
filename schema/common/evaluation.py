"""Evaluates a frame once for all subscribers for whom it looks the same, and all frames of a lot side by side.

A viewer is watched while a frame is evaluated for it, by plan or by graphql-core, and whoever equals it in what was
read of it gets the same octets. Those who differ are evaluated at once, and what they read is read together.
"""

import asyncio
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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
from schema.plans.answering import run_of_frame
from schema.plans.documents import Documents
from schema.plans.lots import answers
from schema.plans.run import Run
from schema.plans.together import reading_together
from schema.plans.troubles import Hidden, Unplanned
from schema.plans.ways import Note, Way, uncounted
from subscriptions.frames import Frame
from subscriptions.members import Answer, Answered, Delivery, Member, Payload

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
    waiting: Iterable[Member]
    shared: Shared[Payload]
    made: list[Answered] = field(default_factory=list)

    def different(self) -> list[Viewer]:
        """Viewers without an answer, one of each that are equal in what was ever read for this operation."""
        found: list[list[Member]] = []
        for alike in self.operation.alike(self.waiting):
            leaf = self.shared.find(alike[0].viewer)
            if leaf:
                self.made.append(Answered(leaf.value, alike))
            else:
                found.append(alike)
        self.waiting = [member for alike in found for member in alike]
        return [alike[0].viewer for alike in found]

    def keep(self, viewer: WatchedViewer, answer: Payload) -> None:
        reads = reads_of(viewer)
        self.shared.keep(reads, answer)
        self.operation.facts.update(dict.fromkeys(reads))


@dataclass(eq=False)
class _One:
    """A frame being evaluated for one viewer, and for all who equal it in what is read of it."""

    asked: _Asked
    viewer: WatchedViewer
    context: Context
    frame: Any = None
    """As the object of the graph that a plan shows."""
    answer: Payload | None = None

    @property
    def operation(self) -> LiveOperation:
        return self.asked.operation


@dataclass(frozen=True)
class Evaluation:
    """To be given to the hub. `context` makes the surroundings of an evaluation that belongs to no one socket;
    `note` counts how frames were evaluated."""

    documents: Documents
    context: MakeContext
    note: Note = uncounted

    async def __call__(self, deliveries: Sequence[Delivery]) -> list[list[Answered]]:
        asked = [_asked(one) for one in deliveries]
        while open_ := [(one, viewer) for one in asked for viewer in one.different()]:
            for some in _slices(open_):
                await self._answer([self._one(one, viewer) for one, viewer in some])
        return [one.made for one in asked]

    def _one(self, asked: _Asked, viewer: Viewer) -> _One:
        watched = WatchedViewer(viewer)
        return _One(asked, watched, self.context(watched))

    async def _answer(self, lot: Sequence[_One]) -> None:
        """By plan where there is one, then the others by graphql-core; each of the two reads together."""
        await self._by_plan(lot)
        with reading_together():
            await asyncio.gather(*(self._by_core(one) for one in lot if one.answer is None))
        for one in lot:
            one.asked.keep(one.viewer, one.answer or Answer.ALONE)

    async def _by_plan(self, lot: Sequence[_One]) -> None:
        await asyncio.gather(*(_name(one) for one in lot))
        runs: dict[_One, Run] = {}
        for one in lot:
            try:
                run = self._run(one) if one.frame is not None else None
            except Exception:
                self.note(Way.FALLBACK)  # graphql-core makes the errors
                continue
            if run:
                runs[one] = run
        for (one, _), data in zip(runs.items(), await answers(list(runs.values())), strict=True):
            if isinstance(data, Hidden):
                one.answer = Answer.HIDDEN
            elif not isinstance(data, Exception):
                one.answer = payload(data, None)
            self.note(Way.PLAN if one.answer else Way.FALLBACK)

    def _run(self, one: _One) -> Run | None:
        """What shows the frame by plan; None, noted, where there is none."""
        words = one.operation.words
        document = self.documents.find(words.text)
        operation = document.operation(words.operation_name) if document else None
        try:
            if operation is None:
                raise Unplanned("its text is not known")
            return run_of_frame(operation, operation.binder.bind(words.variables), one.context, one.frame)
        except Unplanned:
            self.note(Way.CORE)
            return None

    async def _by_core(self, one: _One) -> None:
        begin_operation()
        try:
            (shown,) = await one.operation.show([one.asked.frame], one.context)
        except Exception:
            return  # the subscriber's own stream meets the same and answers for it
        if shown is None:
            one.answer = Answer.HIDDEN
            return
        words = one.operation.words
        result = await await_maybe(
            execute(
                self.documents.schema.core,
                words.document,
                root_value=shown,
                context_value=one.context,
                variable_values=dict(words.variables),
                operation_name=words.operation_name,
                executor_class=self.documents.schema.execution_context_class,
            )
        )
        assert isinstance(result, ExecutionResult)
        one.answer = payload(result.data, result.errors)


async def _name(one: _One) -> None:
    """Find what the frame is about. Where that fails, or there is nothing, graphql-core's way says what follows."""
    begin_operation()
    try:
        (one.frame,) = await one.operation.show.unread([one.asked.frame], one.context)
    except Exception:
        return
    if one.frame is None:
        one.answer = Answer.HIDDEN


def _asked(delivery: Delivery) -> _Asked:
    operation = delivery.asked
    assert isinstance(operation, LiveOperation)
    return _Asked(operation, delivery.frame, delivery.members, Shared(most=len(delivery.members) + 1))


def _slices(
    works: Sequence[tuple[_Asked, Viewer]],
) -> Iterator[Sequence[tuple[_Asked, Viewer]]]:
    for first in range(0, len(works), SIDE_BY_SIDE):
        yield works[first : first + SIDE_BY_SIDE]
