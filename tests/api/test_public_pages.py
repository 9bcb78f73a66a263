"""What everybody reads without signing in: whom to ask, notes, regulations, blank forms."""

import re
from collections.abc import AsyncIterator
from io import BytesIO
from pathlib import Path

import httpx
import pytest
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from models.authorities.tables import Contact
from models.kernel.clock import now
from models.noticeboard.kinds import NoticeKind
from models.registration.blank import blank_forms
from tests.factories import corps, made
from tests.noticeboard import posted
from tests.server import serving

LINK = re.compile(r'href="(/forms/[a-z_]+/[a-z_]+\.pdf)"')


@pytest.fixture
async def stranger(sqlite: str, tmp_path: Path) -> AsyncIterator[httpx.AsyncClient]:
    body = await corps()
    await corps("浙", "330000", professions=["SAFETY_ENGINEER"])
    await made(
        Contact, authority_id=body.id, label="注册业务咨询", people=["林老师", "程老师"], phones=["010-55550001"],
        fax="010-55550002", email="a@example.cn", address="示例路1号", hours="工作日 8:30-11:30",
    )  # fmt: skip
    for kind in NoticeKind:
        await posted(f"关于{kind.value}", at=now(), kind=kind)
    with serving(sqlite, tmp_path, WHOLE_SCHEMA="1") as server:
        async with httpx.AsyncClient(base_url=server.http, timeout=60) as client:
            yield client


@pytest.mark.requirement("S2-23", "S4-59", "S4-79")
async def test_contacts_and_contact_people_are_read_by_everybody(stranger: httpx.AsyncClient) -> None:
    page = (await stranger.get("/contacts")).text
    for said in ("苏省消防救援总队", "浙省消防救援总队", "林老师、程老师", "010-55550001", "010-55550002", "a@example.cn",
                 "工作日 8:30-11:30"):  # fmt: skip
        assert said in page
    assert "浙省" not in (await stranger.get("/contacts?profession=FIRE_ENGINEER")).text
    assert "苏省" not in (await stranger.get("/contacts", params={"q": "浙"})).text
    asked = "{ authorities(first: 5) { nodes { name contacts { label people phones fax email hours } } } }"
    headers = {"x-zhiye-web": "1"}
    answer = (await stranger.post("/graphql", json={"query": asked}, headers=headers)).json()
    assert answer["data"]["authorities"]["nodes"][0]["contacts"][0]["people"] == ["林老师", "程老师"]


@pytest.mark.requirement("S2-23")
async def test_notes_regulations_and_forms_stand_by_kind(stranger: httpx.AsyncClient) -> None:
    whole = (await stranger.get("/notices")).text
    assert all(f"关于{kind.value}" in whole and f"/notices?kind={kind.value}" in whole for kind in NoticeKind)
    notes = (await stranger.get("/notices?kind=NOTES")).text
    assert "<h1>注册说明</h1>" in notes and "关于NOTES" in notes and "关于REGULATION" not in notes
    assert "关于NOTES" in (await stranger.get("/notices?kind=NONE")).text


@pytest.mark.requirement("S2-23")
async def test_blank_forms_are_printed_for_every_kind(stranger: httpx.AsyncClient) -> None:
    links = LINK.findall((await stranger.get("/forms")).text)
    assert len(links) == len(blank_forms()) and "/forms/fire_engineer/reissue.pdf" in links
    for link in ("/forms/safety_engineer/initial.pdf", "/forms/fire_engineer/reissue.pdf"):
        answer = await stranger.get(link)
        assert (answer.status_code, answer.headers["content-type"]) == (200, "application/pdf")
        text = "".join(page.extract_text() for page in PdfReader(BytesIO(answer.content)).pages)
        assert "姓名" in text and "内容摘要" not in text
    assert (await stranger.get("/forms/fire_engineer/nothing.pdf")).status_code == 404


async def test_templates_hold_the_headings_and_what_belongs_under_each(stranger: httpx.AsyncClient) -> None:
    answer = await stranger.get("/imports/templates/education_hours.xlsx")
    book = CalamineWorkbook.from_filelike(BytesIO(answer.content))
    assert book.get_sheet_by_index(0).to_python()[0][:3] == ["姓名", "证件类型", "证件号码"]
    assert book.get_sheet_by_index(1).to_python()[1][:2] == ["姓名", "是"]
    assert (await stranger.get("/imports/templates/nothing.xlsx")).status_code == 404
