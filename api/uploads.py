"""PUT /files/upload/<ticket>: the raw content of one file; the answer says what became of it."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from api.answers import NO_STORE, fault_answer, refusal_answer
from api.askers import Askers
from models.files.errors import TicketUsed
from models.files.limits import MIB
from models.files.links import FileView, download_url
from models.files.reception import receive
from models.files.tables import FileState, StoredFile
from models.kernel.errors import ErrorCode, Fault, Refused
from models.kernel.viewer import PUBLIC_VIEWER, Viewer

REFUSED_STATUS = 422
CLIENT_LEFT_STATUS = 499
"""Nobody reads it; the access log does."""
REST_OCTETS = 24 * MIB
"""Most that is read away after a refusal: more than any purpose accepts."""
REST_SECONDS = 20.0


def upload_route(askers: Askers) -> Route:
    """The route; a browser's script, `curl -T` and every HTTP client can use it."""

    async def upload(request: Request) -> Response:
        viewer, body = PUBLIC_VIEWER, request.stream()
        try:
            viewer = await askers.of_request(request)
            file = await receive(viewer, request.path_params["ticket"], body, _length(request))
            return _received(viewer, file)
        except Fault as fault:
            return await _after_the_rest(body, fault_answer(fault))
        except Refused as refused:
            return await _after_the_rest(body, refusal_answer(refused, **_earlier(viewer, refused)))
        except ClientDisconnect:
            return Response(status_code=CLIENT_LEFT_STATUS)

    return Route("/files/upload/{ticket}", upload, methods=["PUT"])


async def _after_the_rest(body: AsyncIterator[bytes], answer: Response) -> Response:
    """The answer, once the rest of the body has been read away: a browser that is still sending would not hear it."""
    answer.headers["Connection"] = "close"
    octets = 0
    try:
        async with asyncio.timeout(REST_SECONDS):
            async for chunk in body:
                octets += len(chunk)
                if octets > REST_OCTETS:
                    break
    except (TimeoutError, ClientDisconnect):
        pass
    return answer


def _length(request: Request) -> int | None:
    length = request.headers.get("content-length", "")
    return int(length) if length.isascii() and length.isdigit() else None


def _received(viewer: Viewer, file: StoredFile) -> JSONResponse:
    answer: dict[str, Any] = {"file": _as_json(viewer, file)}
    if file.state is not FileState.REFUSED:
        return JSONResponse(answer, headers=NO_STORE)
    answer["errors"] = [{"code": ErrorCode.FILE_REFUSED} | reason for reason in file.refusals]
    return JSONResponse(answer, REFUSED_STATUS, headers=NO_STORE)


def _earlier(viewer: Viewer, refused: Refused) -> dict[str, Any]:
    """The file as it was received before: a client whose answer got lost learns that all went well."""
    for error in refused.errors:
        if isinstance(error, TicketUsed):
            return {"file": _as_json(viewer, error.file)}
    return {}


def _as_json(viewer: Viewer, file: StoredFile) -> dict[str, Any]:
    return {
        "id": file.global_id,
        "name": file.name,
        "purpose": file.purpose,
        "state": file.state,
        "mediaType": file.media_type,
        "bytes": file.bytes,
        "pages": file.pages,
        "width": file.width,
        "height": file.height,
        "sha256": file.sha256,
        "plainBackground": file.plain_background,
        "downloadUrl": download_url(viewer, file),
        "previewUrl": download_url(viewer, file, FileView.PREVIEW),
    }
