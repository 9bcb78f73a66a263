"""Errors of plain HTTP routes: the status, and the same codes and messages that GraphQL gives."""

from typing import Any

from starlette.responses import JSONResponse

from models.files.errors import (
    ContentIncomplete,
    ContentTooLarge,
    TicketExpired,
    UploadStalled,
)
from models.kernel.errors import (
    BadRequest,
    Fault,
    FileRefused,
    Forbidden,
    NotFound,
    Refused,
    ServiceUnavailable,
    TooCostly,
    Unauthenticated,
    UserError,
    WrongState,
)

FAULT_STATUS: dict[type[Fault], int] = {
    BadRequest: 400,
    Unauthenticated: 401,
    Forbidden: 403,
    NotFound: 404,
    TooCostly: 429,
}
USER_ERROR_STATUS: tuple[tuple[type[UserError], int], ...] = (
    (ContentIncomplete, 400),
    (UploadStalled, 408),
    (TicketExpired, 410),
    (ContentTooLarge, 413),
    (WrongState, 409),
    (FileRefused, 422),
    (ServiceUnavailable, 503),
)
"""The first class that fits counts."""

NO_STORE = {"Cache-Control": "no-store"}


def fault_answer(fault: Fault) -> JSONResponse:
    error = {"code": fault.code, "message": fault.message}
    return JSONResponse({"errors": [error]}, FAULT_STATUS.get(type(fault), 500), headers=NO_STORE)


def refusal_answer(refused: Refused, **more: Any) -> JSONResponse:
    errors = [{"code": error.code, "message": error.message} for error in refused.errors]
    return JSONResponse({"errors": errors} | more, _status(refused.errors[0]), headers=NO_STORE)


def _status(error: UserError) -> int:
    for kind, status in USER_ERROR_STATUS:
        if isinstance(error, kind):
            return status
    return 422
