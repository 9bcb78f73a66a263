"""/forms: blank application forms, as a list and as PDF files to print. For everybody."""

from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from api.answers import fault_answer
from api.pages.render import page
from api.papers.facts import Site, application_form_data
from api.service import service_of
from models.authorities.kinds import Profession
from models.files.limits import PDF
from models.kernel.errors import Fault, NotFound
from models.professions.words import PROFESSION_WORDS
from models.registration.blank import blank_forms, blank_paper
from models.registration.kinds import RegistrationKind
from models.registration.words import KIND_WORDS
from printing.documents.kinds import DocumentKind

HEADERS = {"Cache-Control": "public, max-age=3600", "X-Content-Type-Options": "nosniff"}
_made: dict[tuple[Profession, RegistrationKind], bytes] = {}
"""Each is printed once by a process: there are two dozen, and strangers ask for them."""


async def listing(request: Request) -> Response:
    forms: dict[str, list[tuple[str, str]]] = {}
    for profession, kind in blank_forms():
        links = forms.setdefault(PROFESSION_WORDS[profession], [])
        links.append((KIND_WORDS[kind], f"/forms/{profession.lower()}/{kind.lower()}.pdf"))
    return page(request, "forms.html", forms=forms)


async def form(request: Request) -> Response:
    try:
        profession, kind = _asked(request)
        if (profession, kind) not in _made:
            _made[profession, kind] = await _printed(request, profession, kind)
    except Fault as fault:
        return fault_answer(fault)
    name = quote(f"{PROFESSION_WORDS[profession]}{KIND_WORDS[kind]}申请表（空白）.pdf")
    disposition = f"inline; filename=\"form.pdf\"; filename*=UTF-8''{name}"
    return Response(
        _made[profession, kind], media_type=PDF, headers=HEADERS | {"Content-Disposition": disposition}
    )


def _asked(request: Request) -> tuple[Profession, RegistrationKind]:
    named = request.path_params["profession"].upper(), request.path_params["kind"].upper()
    for profession, kind in blank_forms():
        if (profession.value, kind.value) == named:
            return profession, kind
    raise NotFound("没有这种空白表格")


async def _printed(request: Request, profession: Profession, kind: RegistrationKind) -> bytes:
    service = service_of(request)
    site = Site(service.settings.public_url, service.settings.demonstration)
    data = await application_form_data(await blank_paper(profession, kind), site)
    return await service.pool.render(DocumentKind.APPLICATION_FORM, data)


ROUTES = [Route("/forms", listing), Route("/forms/{profession}/{kind}.pdf", form)]
