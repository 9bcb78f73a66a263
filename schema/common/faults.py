"""Top-level errors: faults with a stable code. What nobody foresaw is masked and logged under a reference."""

from collections.abc import Iterator
from typing import Any

import structlog
from graphql import GraphQLError
from strawberry.exceptions import MissingQueryError
from strawberry.extensions import SchemaExtension
from strawberry.schema.exceptions import CannotGetOperationTypeError, InvalidOperationTypeError
from strawberry.types.execution import StreamExecutionResult

from models.kernel.cursor import CursorTooOld
from models.kernel.errors import BadRequest, Fault, Unavailable
from models.kernel.ids import token
from models.kernel.outage import is_outage

REFERENCE_OCTETS = 6
RESYNC = "RESYNC_REQUIRED"

log = structlog.get_logger()


class Faults(SchemaExtension):
    """Gives every top-level error `extensions.code`, and hides what the client must not read."""

    def on_operation(self) -> Iterator[None]:
        yield
        _cover(self.execution_context.result)

    def on_stream_result(self, result: StreamExecutionResult) -> Iterator[None]:
        _cover(result)
        yield


def _cover(result: Any) -> None:
    errors = getattr(result, "errors", None)
    if errors:
        result.errors = [covered(error) for error in errors]


def covered(error: GraphQLError) -> GraphQLError:
    """The error as a client may see it; the same when it has its code already."""
    if error.extensions and "code" in error.extensions:
        return error
    message, code, reference = _words(error)
    extensions = {"code": code} | ({"reference": reference} if reference else {})
    return GraphQLError(
        message,
        nodes=error.nodes,
        source=error.source,
        positions=error.positions,
        path=error.path,
        extensions=extensions,
    )


def _words(error: GraphQLError) -> tuple[str, str, str | None]:
    cause = error.original_error
    while isinstance(cause, GraphQLError) and cause.original_error:
        cause = cause.original_error
    match cause:
        case Fault():
            return cause.message, cause.code, None
        case CursorTooOld():
            return "游标过旧或换了纪元，请重新查询", RESYNC, None
        case None | GraphQLError() | MissingQueryError() | CannotGetOperationTypeError():
            return error.message, BadRequest.code, None
        case InvalidOperationTypeError():
            return error.message, BadRequest.code, None
    reference = token(REFERENCE_OCTETS)
    log.error("fault", reference=reference, path=error.path, exc_info=cause)
    fault = Unavailable if is_outage(cause) else Fault
    return f"{fault.__doc__}，请稍后再试；如仍不行，请告知编号 {reference}", fault.code, reference
