"""GET /batches/<id>/cover.pdf and .xlsx: the list of a batch as it stands now, for its authority's reviewers."""

import asyncio
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from api.answers import fault_answer
from api.askers import Askers
from api.service import service_of
from models.files.limits import PDF, XLSX
from models.kernel.errors import Fault, NotFound, TooCostly
from models.kernel.ids import key_of
from models.registration.batches.cover import HEADING, Cover, cells_of, cover_of
from models.registration.batches.tables import Batch
from printing.documents.batch_cover import BatchCoverData, BatchCoverRow
from printing.documents.kinds import DocumentKind
from printing.sheets import sheet

PRINTED_AT_MOST = 2000
"""A longer list is for the sheet: nobody stamps a hundred pages."""


def cover_route(askers: Askers) -> Route:
    async def cover(request: Request) -> Response:
        try:
            viewer = await askers.of_request(request)
            found = await cover_of(viewer, key_of(Batch.prefix, request.path_params["id"]))
            match request.path_params["form"]:
                case "xlsx":
                    return _answer(await _sheet(found), XLSX, f"{found.heading}.xlsx")
                case "pdf":
                    return _answer(await _printed(request, found), PDF, f"{found.heading}.pdf")
            raise NotFound("清单有 PDF 和 XLSX 两种")
        except Fault as fault:
            return fault_answer(fault)

    return Route("/batches/{id}/cover.{form}", cover)


async def _sheet(found: Cover) -> bytes:
    rows = [cells_of(row) for row in found.rows]
    return await asyncio.to_thread(sheet, found.heading, HEADING, rows)


async def _printed(request: Request, found: Cover) -> bytes:
    if len(found.rows) > PRINTED_AT_MOST:
        raise TooCostly(f"共{len(found.rows)}件，超过打印上限{PRINTED_AT_MOST}件，请下载XLSX清单")
    service = service_of(request)
    data = BatchCoverData(
        heading=found.heading,
        authority_name=found.authority_name,
        day=found.day,
        deed=found.deed,
        postponed=found.postponed,
        stamp_number=found.stamp_number,
        stamped_on=found.stamped_on,
        rows=tuple(
            BatchCoverRow(
                place=row.place,
                number=row.number,
                name=row.name,
                identity_masked=row.identity_masked,
                kind=row.kind,
                title=row.title,
                employer_name=row.employer_name,
            )
            for row in found.rows
        ),
        demonstration=service.settings.demonstration,
    )
    return await service.pool.render(DocumentKind.BATCH_COVER, data)


def _answer(content: bytes, media_type: str, name: str) -> Response:
    headers = {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}",
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
    }
    return Response(content, media_type=media_type, headers=headers)
