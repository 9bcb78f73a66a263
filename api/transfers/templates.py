"""GET /imports/templates/<kind>.xlsx: the headings of an import, and what belongs under each."""

import asyncio
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from api.answers import fault_answer
from models.files.limits import XLSX
from models.kernel.errors import NotFound
from models.transfers.catalogue import IMPORTERS
from models.transfers.importer import AnyImporter
from models.transfers.kinds import IMPORT_WORDS, ImportKind
from printing.sheets import sheets

GUIDE = ("列名", "必填", "要求", "示例")
CACHE = {"Cache-Control": "public, max-age=3600", "X-Content-Type-Options": "nosniff"}


async def template(request: Request) -> Response:
    """Open to everybody: it holds nothing but words."""
    kind = request.path_params["kind"].upper()
    if kind not in ImportKind.__members__:
        return fault_answer(NotFound("没有这种导入模板"))
    content = await asyncio.to_thread(_sheets, IMPORTERS[ImportKind(kind)])
    name = quote(f"{IMPORT_WORDS[ImportKind(kind)]}导入模板.xlsx")
    headers = CACHE | {
        "Content-Disposition": f"attachment; filename=\"template.xlsx\"; filename*=UTF-8''{name}"
    }
    return Response(content, media_type=XLSX, headers=headers)


def _sheets(importer: AnyImporter) -> bytes:
    guide = [
        (column.heading, "是" if column.needed else "", column.wanted, column.example)
        for column in importer.columns
    ]
    return sheets({IMPORT_WORDS[importer.kind]: (importer.headings, []), "填写说明": (GUIDE, guide)})


ROUTE = Route("/imports/templates/{kind}.xlsx", template)
