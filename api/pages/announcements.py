"""/announcements: who has been registered, batch by batch, with a search. For everybody; no script needed."""

from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from api.pages.board import question
from api.pages.render import page
from api.pages.throttled import throttled
from models.kernel.ids import key_of
from models.people.masks import mask_name
from models.registration.batches import published
from models.registration.batches.shown import announced_title, batch_title, certificate_numbers
from models.registration.batches.tables import Batch, BatchEntry
from models.registration.words import KIND_WORDS

PER_PAGE = 20
PEOPLE_PER_PAGE = 50
DIGITS = 9


async def listing(request: Request) -> Response:
    """The newest announcements; with a question, the people it finds in all of them."""
    if question(request):
        return await _searched(request)
    batches = await published.announcements(
        PER_PAGE + 1, await _named(request.query_params.get("before", ""))
    )
    shown = batches[:PER_PAGE]
    return page(
        request,
        "announcements.html",
        question="",
        batches=[(batch, _title(batch), await published.counted(batch)) for batch in shown],
        people=[],
        older=shown[-1].global_id if len(batches) > PER_PAGE else "",
    )


async def show(request: Request) -> Response:
    """One announcement with its people, fifty on a page; searching is counted, turning pages is not."""
    return await (_searched_in if question(request) else _shown)(request)


@throttled
async def _searched(request: Request) -> Response:
    asked = question(request)
    people = await _rows(await published.found_people(asked, PEOPLE_PER_PAGE))
    return page(request, "announcements.html", question=asked, batches=[], people=people, older="")


async def _shown(request: Request) -> Response:
    batch = await _named(request.path_params["id"])
    if batch is None:
        return page(request, "announcement_unknown.html", 404)
    asked, after = question(request), request.query_params.get("after", "")
    place = int(after) if after.isascii() and after.isdigit() and len(after) <= DIGITS else 0
    found = await published.people(batch, asked, PEOPLE_PER_PAGE + 1, place)
    shown, more = found[:PEOPLE_PER_PAGE], ""
    if len(found) > PEOPLE_PER_PAGE:
        more = urlencode({"after": shown[-1].place} | ({"q": asked} if asked else {}))
    return page(
        request,
        "announcement.html",
        batch=batch,
        title=_title(batch),
        count=await published.counted(batch),
        question=asked,
        people=await _rows(shown),
        more=more,
    )


_searched_in = throttled(_shown)


async def _rows(entries: list[BatchEntry]) -> list[dict[str, object]]:
    numbers = await certificate_numbers([entry.registration_id for entry in entries])
    return [
        {
            "name": mask_name(entry.name),
            "kind": KIND_WORDS[entry.registration_kind],
            "title": announced_title(entry.profession, entry.grade),
            "employer": entry.employer_name,
            "number": numbers.get(entry.registration_id, ""),
            "receipt": entry.number,
            "batch": f"bat_{entry.batch_id}",
        }
        for entry in entries
    ]


def _title(batch: Batch) -> str:
    return batch_title(batch.profession, batch.number, batch.kind)


async def _named(text: str) -> Batch | None:
    return await published.announcement(key_of(Batch.prefix, text)) if text else None


ROUTES = [Route("/announcements", listing), Route("/announcements/{id}", show)]
