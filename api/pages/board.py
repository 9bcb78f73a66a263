"""/notices and /search: what is announced, and one box that finds a certificate or a notice. No script needed."""

from urllib.parse import quote, urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from api.pages.render import page
from api.pages.throttled import throttled
from api.pages.verify import proof_of
from models.kernel.ids import key_of
from models.kernel.viewer import PUBLIC_VIEWER
from models.noticeboard import reads
from models.noticeboard.kinds import KIND_WORDS, NoticeKind
from models.noticeboard.tables import Notice

PER_PAGE = 20
LONGEST_QUESTION = 200


async def listing(request: Request) -> Response:
    """The newest notices, or those that say what was asked for; `before` names the last one of another page."""
    asked = question(request)
    last = await _named(request.query_params["before"]) if "before" in request.query_params else None
    kind = kind_of(request)
    found = await reads.newest(PUBLIC_VIEWER, asked, count=PER_PAGE + 1, before=last, kind=kind)
    shown, older = found[:PER_PAGE], ""
    if len(found) > PER_PAGE:
        kept = {"q": asked, "kind": kind.value if kind else ""}
        older = urlencode({"before": shown[-1].global_id} | {key: text for key, text in kept.items() if text})
    return page(
        request,
        "notices.html",
        notices=shown,
        older=older,
        question=asked,
        words=KIND_WORDS,
        kind=kind,
    )


async def show(request: Request) -> Response:
    """One notice."""
    found = await _named(request.path_params["id"])
    if found is None:
        return page(request, "notice_unknown.html", 404)
    paragraphs = [part.strip() for part in found.body.split("\n\n") if part.strip()]
    return page(request, "notice.html", notice=found, paragraphs=paragraphs, word=KIND_WORDS[found.kind])


@throttled
async def search(request: Request) -> Response:
    """The number or code of a certificate leads to its page, anything else to the notices that say it."""
    asked = question(request)
    if asked and await proof_of(request, asked) is not None:
        return RedirectResponse(f"/verify/{quote(asked, safe='')}", 303)
    return RedirectResponse(f"/notices?{urlencode({'q': asked})}" if asked else "/notices", 303)


def kind_of(request: Request) -> NoticeKind | None:
    """The kind asked for, if it is one."""
    asked = request.query_params.get("kind", "")
    return NoticeKind(asked) if asked in NoticeKind.__members__ else None


def question(request: Request) -> str:
    return request.query_params.get("q", "").strip()[:LONGEST_QUESTION]


async def _named(text: str) -> Notice | None:
    return await reads.notice(PUBLIC_VIEWER, key_of(Notice.prefix, text))


ROUTES = [
    Route("/notices", listing),
    Route("/notices/{id}", show),
    Route("/search", search),
]
