"""GET /files/<id>/<pass>[/preview | /page/<n>]: content for whoever may see it at this moment, in ranges too."""

from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from api.answers import NO_STORE, fault_answer
from api.askers import Askers
from api.ranges import Span, Unsatisfiable, span_of
from models.files.derived import page_key, preview_key
from models.files.limits import CSV, JPEG, PDF, PNG, XLSX
from models.files.links import read_pass
from models.files.pool import Overrun
from models.files.reads import get_file
from models.files.storage import Missing
from models.files.tables import FileState, StoredFile
from models.files.vault import vault
from models.kernel.errors import Fault, NotFound
from models.kernel.ids import key_of
from models.kernel.viewer import SYSTEM_VIEWER, Viewer

CACHE_SECONDS = 300
NOT_STORED = "文件内容不在存储中，请联系管理员"
EXTENSIONS = {JPEG: ".jpg", PNG: ".png", PDF: ".pdf", XLSX: ".xlsx", CSV: ".csv"}
GUARDS = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": f"private, max-age={CACHE_SECONDS}",
    "Referrer-Policy": "no-referrer",
    "Accept-Ranges": "bytes",
}


def download_routes(askers: Askers) -> list[Route]:
    """The routes of the content itself, its preview, and pictures of its pages."""

    async def content(request: Request) -> Response:
        return await _answered(request, askers, preview=False)

    async def preview(request: Request) -> Response:
        return await _answered(request, askers, preview=True)

    return [
        Route("/files/{id}/{pass}", content),
        Route("/files/{id}/{pass}/preview", preview),
        Route("/files/{id}/{pass}/page/{page:int}", preview),
    ]


async def _answered(request: Request, askers: Askers, *, preview: bool) -> Response:
    try:
        file = await _file(request, askers)
        if preview:
            return await _picture(request, file)
    except Fault as fault:
        return fault_answer(fault)
    headers = {"Content-Disposition": _disposition("attachment", file.name, str(file.media_type))}
    return await _content(request, str(file.storage_key), str(file.media_type), f"{file.sha256}", headers)


async def _file(request: Request, askers: Askers) -> StoredFile:
    key = key_of("fil", request.path_params["id"])
    shown_to = read_pass(request.path_params["pass"], key)
    if shown_to is None:
        raise NotFound("下载地址已失效，请刷新页面后再试")
    viewer: Viewer | None = SYSTEM_VIEWER
    if not shown_to.public:
        viewer = await askers.of_session(shown_to.account_id, shown_to.session_id)
    if viewer is None:
        raise NotFound("登录已结束，请登录后再试")
    file = await get_file(viewer, key)
    if file.state is not FileState.CLEAN:
        raise NotFound
    return file


async def _picture(request: Request, file: StoredFile) -> Response:
    page: int | None = request.path_params.get("page")
    if not 1 <= (page or 1) <= (file.pages or 0):
        raise NotFound(f"这个文件没有第 {page} 页")
    try:
        key = await page_key(file, page) if page else await preview_key(file)
    except Missing:
        raise NotFound(NOT_STORED) from None
    except Overrun:
        raise NotFound("这一页不能显示为图像，请下载原文件") from None
    label = key.rsplit(".", 1)[-1]
    headers = {"Content-Disposition": _disposition("inline", f"{file.name}-{label}", JPEG)}
    return await _content(request, key, JPEG, f"{file.sha256}-{label}", headers)


async def _content(request: Request, key: str, media_type: str, tag: str, more: dict[str, str]) -> Response:
    headers = GUARDS | more | {"ETag": f'"{tag}"'}
    if headers["ETag"] in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    size = await vault().storage.size(key)
    if size is None:
        return fault_answer(NotFound(NOT_STORED))
    try:
        span = span_of(_wanted_range(request, headers["ETag"]), size)
    except Unsatisfiable:
        return Response(status_code=416, headers=NO_STORE | {"Content-Range": f"bytes */{size}"})
    return _stream(request, key, media_type, span, headers)


def _wanted_range(request: Request, tag: str) -> str | None:
    """The Range header, unless it was meant for content that has changed since."""
    if request.headers.get("if-range", tag) != tag:
        return None
    return request.headers.get("range")


def _stream(request: Request, key: str, media_type: str, span: Span, headers: dict[str, str]) -> Response:
    headers["Content-Length"] = str(span.length)
    if span.partial:
        headers["Content-Range"] = span.content_range
    status = 206 if span.partial else 200
    if request.method == "HEAD":
        return Response(status_code=status, headers=headers, media_type=media_type)
    content = vault().storage.read(key, span.start, span.stop)
    return StreamingResponse(content, status, headers=headers, media_type=media_type)


def _disposition(kind: str, name: str, media_type: str) -> str:
    """RFC 6266 with the name in RFC 5987 form; old clients get a name in plain letters."""
    extension = EXTENSIONS.get(media_type, "")
    full = name if name.lower().endswith(extension) else name + extension
    return f"{kind}; filename=\"file{extension}\"; filename*=UTF-8''{quote(full, safe='')}"
