"""Exports: what somebody sees as a list they get as a file, at the moment it is made; nobody else gets it."""

import csv
import io
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from api.transfers.exports import csv_of, make_exports
from models.authorities.kinds import Profession
from models.authorities.tables import RoleGrant
from models.education.checks import Study
from models.education.kinds import HoursState
from models.education.steps import add_hours_record, import_hours_record
from models.education.tables import HoursRecord
from models.files.reads import get_file
from models.files.tables import StoredFile
from models.files.vault import vault
from models.kernel.clock import freeze, now
from models.kernel.errors import Forbidden, NotFound
from models.kernel.unit import Unit, unit_of_work
from models.kernel.viewer import PUBLIC_VIEWER, SYSTEM_VIEWER, Viewer
from models.people.kinds import IdentityKind
from models.people.tables import Person
from models.registration.credentials import Certificate
from models.registration.kinds import StageKind
from models.transfers.importers.hours import EDUCATION_HOURS
from models.transfers.kinds import ExportFormat, ExportKind, ExportState, ImportKind
from models.transfers.lists import LISTINGS
from models.transfers.people_cells import Who
from models.transfers.reading import parsed
from models.transfers.rights import EXPORTERS
from models.transfers.steps.exporting import start_export
from models.transfers.sweeps import sweep_transfers
from models.transfers.tables import Export
from printing.sheets import sheet
from tests.factories import case, desk, person
from tests.models.education.test_hours import study
from tests.registration_story import issue
from tests.schema.live.subscribing import Box, scene
from tests.schema.registration.asking import do
from tests.transfer_story import administrator, number, taken_over

pytestmark = pytest.mark.usefixtures("room")
FIELDS = "export { id state rowCount file { name downloadUrl } }"
FEED = "subscription { exportChanged { kind cursor event { name } job { state rowCount file { name downloadUrl } } } }"


async def content(row: Export, folder: Path) -> bytes:
    file = await StoredFile.get(id=(await Export.get(id=row.id)).file_id or 0)
    await vault().storage.fetch(str(file.storage_key), folder / "got")
    return (folder / "got").read_bytes()


async def exported(viewer: Viewer, kind: ExportKind, folder: Path, **criteria: Any) -> list[list[str]]:
    """Rows below the headings."""
    row = (await start_export(viewer, kind=kind, format=ExportFormat.CSV, criteria=criteria)).value
    await make_exports()
    text = (await content(row, folder)).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))[1:]


@pytest.mark.parametrize("format", ["XLSX", "CSV"])
async def test_the_queue_by_its_filter_is_a_file_to_download(
    database: str, tmp_path: Path, format: str
) -> None:
    at = await desk()
    story, other = await case(at=at), await case(StageKind.ACCEPTANCE, at=at)
    officer = at.officers[StageKind.PRE_EXAMINATION]
    asked = {
        "kind": "WORK_QUEUE",
        "format": format,
        "idempotencyKey": "k",
        "work": {"stages": ["PRE_EXAMINATION"], "states": ["FREE"]},
    }
    made = await do(officer, "startExport", FIELDS, **asked)
    assert made == await do(officer, "startExport", FIELDS, **asked)
    assert made["export"]["state"] == "QUEUED" and made["export"]["file"] is None
    await make_exports()
    await make_exports()
    (row,) = await Export.all()
    assert (row.state, row.row_count) == (ExportState.READY, 1)
    data = await content(row, tmp_path)
    if format == "XLSX":
        (tmp_path / "list.xlsx").write_bytes(data)
        lines: list[list[Any]] = (
            CalamineWorkbook.from_path(tmp_path / "list.xlsx").get_sheet_by_index(0).to_python()
        )
    else:
        lines = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert lines[0] == list(LISTINGS[ExportKind.WORK_QUEUE].headings)
    assert lines[1][0] == story.case.number != other.case.number
    file = await get_file(officer, row.file_id or 0)
    assert file.name.endswith(f".{format.lower()}")
    for stranger in (PUBLIC_VIEWER, story.filer, at.head):
        with pytest.raises(NotFound):
            await get_file(stranger, row.file_id or 0)


async def test_who_may_export_what(sqlite: str) -> None:
    at, filer, admin = await desk(), await person(), await administrator()
    for kind, viewer in (
        (ExportKind.WORK_QUEUE, filer),
        (ExportKind.BATCH, filer),
        (ExportKind.CERTIFICATES, admin),
    ):
        with pytest.raises(Forbidden):
            await start_export(viewer, kind=kind, format=ExportFormat.CSV, criteria={})
    assert EXPORTERS.keys() == set(ExportKind)
    row = (
        await start_export(at.head, kind=ExportKind.BATCH, format=ExportFormat.CSV, criteria={"batch": 99})
    ).value
    await make_exports()
    assert (await Export.get(id=row.id)).state is ExportState.FAILED


@unit_of_work
async def without_roles(unit: Unit, *, reviewer_id: int) -> None:
    await RoleGrant.filter(reviewer_id=reviewer_id).delete()


async def test_rights_are_those_of_the_moment_it_is_made(sqlite: str, tmp_path: Path) -> None:
    at = await desk()
    await case(at=at)
    officer = at.officers[StageKind.PRE_EXAMINATION]
    assert len(await exported(officer, ExportKind.WORK_QUEUE, tmp_path)) == 1
    await without_roles(SYSTEM_VIEWER, reviewer_id=officer.reviewer_id or 0)
    assert await exported(officer, ExportKind.WORK_QUEUE, tmp_path) == []


async def test_certificates_are_listed_as_printed(sqlite: str, tmp_path: Path) -> None:
    story = await case(StageKind.CERTIFICATE_MAKING)
    row: Certificate = await issue(story)
    (line,) = await exported(story.desk.head, ExportKind.CERTIFICATES, tmp_path, states=["VALID"])
    assert line[:3] == [row.number, row.printed_name, row.printed_identity] and "*" in line[2]
    assert await exported(story.desk.head, ExportKind.CERTIFICATES, tmp_path, states=["EXPIRED"]) == []
    assert await exported(await person(), ExportKind.CERTIFICATES, tmp_path) == []


async def test_numbers_are_whole_for_the_person_alone_and_formulas_are_texts(
    sqlite: str, tmp_path: Path
) -> None:
    filer = await person()
    await add_hours_record(filer, study=study(course_name="=HYPERLINK(1)", provider_name="@省安科院"))
    (line,) = await exported(filer, ExportKind.EDUCATION_HOURS, tmp_path)
    assert line[2] == (await Person.get(id=filer.person_id)).identity_number
    assert (line[5], line[6]) == ("'@省安科院", "'=HYPERLINK(1)")


async def test_a_list_is_deleted_after_its_days(sqlite: str, tmp_path: Path) -> None:
    filer = await person()
    await exported(filer, ExportKind.EDUCATION_HOURS, tmp_path)
    await sweep_transfers()
    assert await StoredFile.all().count() == 1
    with freeze(now() + timedelta(days=8)):
        await sweep_transfers()
    (row,) = await Export.all()
    assert (row.state, row.file_id) == (ExportState.EXPIRED, None) and await StoredFile.all().count() == 0


async def test_whoever_asked_hears_when_it_is_ready(database: str) -> None:
    at = await desk()
    async with scene() as live:
        own = await live.subscriber(at.head, FEED, Box())
        other = await live.subscriber(at.officers[StageKind.DECISION], FEED, Box())
        await live.quiet()
        await start_export(at.head, kind=ExportKind.CERTIFICATES, format=ExportFormat.XLSX, criteria={})
        await make_exports()
        await live.quiet()
        told = [frame for frame in own.frames if frame["event"]]
        assert [frame["event"]["name"] for frame in told] == ["EXPORT_STARTED", "EXPORT_READY"]
        assert told[-1]["job"]["state"] == "READY" and told[-1]["job"]["file"]["downloadUrl"]
        assert [frame for frame in other.frames if frame["event"]] == []


WORDS = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs"), exclude_characters="\xa0"),
    min_size=1,
    max_size=40,
).filter(lambda text: text.strip() == text and text.isprintable())
DAYS = st.dates(date(1990, 1, 1), date(2026, 1, 1))


@st.composite
def studies(draw: st.DrawFn) -> Study:
    since, until = sorted((draw(DAYS), draw(DAYS)))
    return Study(
        profession=draw(st.sampled_from(Profession)), specialty=None, provider_name=draw(WORDS), course_name=draw(WORDS),
        hours=draw(st.integers(1, 1000)) / 2, since=since, until=until,
    )  # fmt: skip


@pytest.mark.parametrize("written", [csv_of, lambda headings, rows: sheet("学时", headings, rows)])
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(studies())
def test_hours_that_were_exported_are_imported_as_they_were(tmp_path: Path, written: Any, one: Study) -> None:
    viewer = Viewer(PUBLIC_VIEWER.kind, person_id=7)
    owner = SimpleNamespace(
        id=7, name="王海宁", identity_number=number(), identity_kind=IdentityKind.RESIDENT
    )
    row = SimpleNamespace(
        person=owner, state=HoursState.CONFIRMED, profession=one.profession, specialty=one.specialty, hours=one.hours,
        provider_name=one.provider_name, course_name=one.course_name, since=one.since, until=one.until,
    )  # fmt: skip
    listing = LISTINGS[ExportKind.EDUCATION_HOURS]
    file = tmp_path / "hours"
    file.write_bytes(written(listing.headings, [listing.cells(row, viewer)]))
    found = parsed(file, ImportKind.EDUCATION_HOURS)
    assert found.wrong == []
    assert [(line.who, line.study) for line in found.lines] == [
        (Who("王海宁", owner.identity_kind, str(owner.identity_number)), one)
    ]


async def test_hours_given_out_are_taken_in_elsewhere(sqlite: str, tmp_path: Path) -> None:
    filer = await person()
    for course in ("法规", "-1+1", "化工安全"):
        await import_hours_record(
            SYSTEM_VIEWER, person_id=filer.person_id or 0, study=study(course_name=course)
        )
    before = [(one.course_name, one.hours, one.since) for one in await HoursRecord.all().order_by("id")]
    row = (
        await start_export(filer, kind=ExportKind.EDUCATION_HOURS, format=ExportFormat.XLSX, criteria={})
    ).value
    await make_exports()
    data = await content(row, tmp_path)
    await emptied(SYSTEM_VIEWER)
    await taken_over(await administrator(), ImportKind.EDUCATION_HOURS, data)
    assert [
        (one.course_name, one.hours, one.since) for one in await HoursRecord.all().order_by("id")
    ] == before
    assert EDUCATION_HOURS.headings == LISTINGS[ExportKind.EDUCATION_HOURS].headings[:-1]


@unit_of_work
async def emptied(unit: Unit) -> None:
    await HoursRecord.all().delete()
