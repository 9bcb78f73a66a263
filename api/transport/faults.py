"""Errors as clients see them: a message, a stable code, and for what is our fault a reference to the log."""

import secrets
from typing import Any

import structlog
from graphql import GraphQLError

from models.kernel.errors import BadRequest, Fault, Refused

INTERNAL = "INTERNAL"
log = structlog.get_logger("faults")


def formatted(error: GraphQLError) -> dict[str, Any]:
    """The error for the wire; unknown causes are logged and masked."""
    code, message, more = _known(error) or _masked(error)
    body: dict[str, Any] = {"message": message, "extensions": {"code": code, **more}}
    if error.locations:
        body["locations"] = [location.formatted for location in error.locations]
    if error.path is not None:
        body["path"] = error.path
    return body


def plain(fault: Fault) -> dict[str, Any]:
    """A fault outside of any operation, in the shape of a GraphQL answer."""
    return {"errors": [{"message": fault.message, "extensions": {"code": fault.code}}]}


def _known(error: GraphQLError) -> tuple[str, str, dict[str, Any]] | None:
    cause = _cause(error)
    if isinstance(cause, Fault):
        return cause.code, cause.message, {}
    if isinstance(cause, Refused):
        return cause.errors[0].code.value, cause.errors[0].message, {}
    before_execution = error.path is None and (cause is None or error.nodes)
    if before_execution:
        return BadRequest.code, f"请求的写法有误：{error.message}", {}
    return None


def _masked(error: GraphQLError) -> tuple[str, str, dict[str, Any]]:
    reference = secrets.token_hex(6)
    log.error("unexpected error", reference=reference, path=error.path, exc_info=_cause(error) or error)
    return INTERNAL, f"服务出了问题，已记录。请稍后再试，或告知编号 {reference}", {"reference": reference}


def _cause(error: GraphQLError) -> BaseException | None:
    cause = error.original_error
    while isinstance(cause, GraphQLError):
        cause = cause.original_error
    return cause
