"""GET /papers/application-form/<id>: the form as it stands now, a draft's too, for whoever may see the case."""

from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from api.answers import fault_answer
from api.askers import Askers
from api.papers.facts import Site, application_form_data
from api.service import service_of
from models.files.limits import PDF
from models.kernel.errors import Fault, NotFound
from models.kernel.ids import key_of
from models.kernel.viewer import Viewer
from models.registration.papers import application_paper
from models.registration.reads import visible_to
from models.registration.tables import Registration
from printing.documents.kinds import DocumentKind

FILE_NAME = "申请表预览.pdf"


def preview_route(askers: Askers) -> Route:
    async def preview(request: Request) -> Response:
        try:
            pdf = await _form(request, await askers.of_request(request))
        except Fault as fault:
            return fault_answer(fault)
        disposition = f"inline; filename*=UTF-8''{quote(FILE_NAME)}"
        headers = {"Content-Disposition": disposition, "Cache-Control": "no-store"}
        return Response(pdf, media_type=PDF, headers=headers)

    return Route("/papers/application-form/{id}", preview)


async def _form(request: Request, viewer: Viewer) -> bytes:
    key = key_of(Registration.prefix, request.path_params["id"])
    case = await Registration.filter(visible_to(viewer), id=key).first()
    if case is None:
        raise NotFound
    service = service_of(request)
    site = Site(service.settings.public_url, service.settings.demonstration)
    data = await application_form_data(await application_paper(case), site)
    return await service.pool.render(DocumentKind.APPLICATION_FORM, data)
