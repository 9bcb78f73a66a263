"""Imports as tests play them: a file is uploaded, looked through, confirmed, by the real parts of everybody."""

import csv
import io
from collections.abc import AsyncIterator, Sequence
from datetime import date
from itertools import count

import xlsxwriter

from models.authorities.kinds import ReviewerRole
from models.authorities.tables import Authority
from models.files import reception
from models.files.limits import SHEETS
from models.files.steps import request_upload
from models.files.tables import FilePurpose, StoredFile
from models.files.tickets import ticket_of
from models.kernel.viewer import Viewer, ViewerKind
from models.people.kinds import AccountKind, AccountState
from models.people.tables import Account
from models.transfers.kinds import ImportKind
from models.transfers.steps.importing import apply_import, start_import
from models.transfers.tables import Import, ImportRow
from models.transfers.working import Importing
from tests.factories import identity_number, made, reviewer

SECRET = b"a secret of the tests"
PERSON_HEADINGS = ("姓名", "证件号码", "手机号")
HOURS_HEADINGS = (
    "姓名",
    "证件号码",
    "执业资格",
    "专业类别",
    "培训机构",
    "课程",
    "学时",
    "开始日期",
    "结束日期",
)
_serial = count(1)


async def administrator() -> Viewer:
    account = await made(Account, kind=AccountKind.ADMINISTRATOR, state=AccountState.ACTIVE)
    return Viewer(ViewerKind.ADMINISTRATOR, account.id)


async def keeper(at: Authority, regions: tuple[str, ...] = ()) -> Viewer:
    """Keeps a body's data for fire engineers."""
    return await reviewer(ReviewerRole.AUTHORITY_ADMIN, at=at, name="数据员", regions=regions)


def csv_of(*rows: Sequence[object], encoding: str = "utf-8") -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return out.getvalue().encode(encoding)


def xlsx_of(*rows: Sequence[object]) -> bytes:
    """Texts as texts, numbers as numbers, days as days; what begins with `=` as a formula."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"strings_to_numbers": False}) as book:
        page, day = book.add_worksheet(), book.add_format({"num_format": "yyyy-mm-dd"})
        for line, cells in enumerate(rows):
            for place, cell in enumerate(cells):
                if isinstance(cell, date):
                    page.write_datetime(line, place, cell, day)
                else:
                    page.write(line, place, cell)
    return out.getvalue()


async def uploaded(viewer: Viewer, content: bytes, name: str = "名单.xlsx") -> StoredFile:
    asked = await request_upload(viewer, purpose=FilePurpose.IMPORT, name=name, bytes=len(content))

    async def body() -> AsyncIterator[bytes]:
        yield content

    return await reception.receive(viewer, ticket_of(asked.value), body(), len(content))


async def started(viewer: Viewer, kind: ImportKind, content: bytes) -> Import:
    file = await uploaded(viewer, content)
    assert file.media_type in SHEETS
    return (await start_import(viewer, kind=kind, file_id=file.id)).value


async def looked_through(viewer: Viewer, kind: ImportKind, content: bytes) -> Import:
    """Uploaded and checked."""
    row = await started(viewer, kind, content)
    await work()
    return await Import.get(id=row.id)


async def taken_over(viewer: Viewer, kind: ImportKind, content: bytes) -> Import:
    """Uploaded, checked, confirmed, written."""
    row = await looked_through(viewer, kind, content)
    assert row.state == "CHECKED", row.reason
    await apply_import(viewer, id=row.id, version=row.version)
    await work()
    return await Import.get(id=row.id)


async def work() -> None:
    await Importing(SECRET).work()


async def wrong_values(row: Import) -> list[tuple[int, str, str]]:
    """Line, heading and what was received, of everything that is wrong."""
    rows = await ImportRow.filter(job_id=row.id, faulty=True).order_by("number")
    return [(one.number, bad["column"], bad["received"]) for one in rows for bad in one.wrong]


def number(born: date = date(1988, 8, 8)) -> str:
    """An identity number that nobody has yet."""
    return identity_number(born, 500 + next(_serial))
