"""The pages that the service renders itself, as a stranger's browser gets them."""

import gzip
import re
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from api.pages.faults import failure
from api.pages.verify import FAMILIES, STATE_WORDS
from api.papers.signing import signer_of
from models.agencies.tables import Employment
from models.kernel.unit import Unit, unit_of_work
from models.kernel.viewer import SYSTEM_VIEWER
from models.registration.credentials import Certificate
from models.registration.kinds import CredentialState, StageKind
from models.registration.steps.issuing import issue_certificate
from tests.factories import Story, agency, case
from tests.registration_story import claimed
from tests.server import serving

BUDGET_OCTETS = 20 * 1024
ELSEWHERE = "苏州恒信消防检测有限公司"


@pytest.fixture
async def certificate(sqlite: str, tmp_path: Path) -> Certificate:
    """Signed with the key of the server's own data directory; its holder has moved to another employer since."""
    story = await case(stage=StageKind.CERTIFICATE_MAKING)
    officer = story.desk.officers[StageKind.CERTIFICATE_MAKING]
    await issue_certificate(officer, on=await claimed(story, officer), signer=signer_of(tmp_path))
    await _moved(SYSTEM_VIEWER, story=story, to=(await agency(name=ELSEWHERE)).id)
    return await Certificate.get(registration_id=story.case.id)


@pytest.fixture
async def stranger(sqlite: str, tmp_path: Path, certificate: Certificate) -> AsyncIterator[httpx.AsyncClient]:
    with serving(sqlite, tmp_path) as server:
        async with httpx.AsyncClient(base_url=server.http, headers={"accept": "text/html"}) as client:
            yield client


@pytest.mark.requirement("S0-22")
async def test_a_scanned_certificate_shows_state_facts_time_and_differences(
    stranger: httpx.AsyncClient, certificate: Certificate
) -> None:
    page = (await stranger.get(f"/verify/{certificate.verify_code}")).text
    heading = re.search(r'<h1 class="state granted"><svg.*?</svg> (\S+?)</h1>', page, re.DOTALL)
    assert heading and heading[1] == "有效", "a state is a word and an icon"
    facts = re.findall(r"<dt>(.*?)</dt><dd.*?>(.*?)</dd>", page)
    assert [name for name, _ in facts] == ["姓名", "执业资格", "注册编号", "聘用单位", "有效期至"]
    assert dict(facts)["注册编号"] == certificate.number and dict(facts)["姓名"] == "王海宁"
    assert "查询时间" in page and "打印本页" in page and "查询其他证书" in page
    row = re.search(r'<th scope="row">聘用单位</th><td>(.*?)</td><td class="now">(.*?)</td>', page)
    assert row and row.groups() == (certificate.printed_employer, ELSEWHERE)


async def test_pages_are_small_and_run_no_script_of_their_own_text(
    stranger: httpx.AsyncClient, certificate: Certificate
) -> None:
    for path in (f"/verify/{certificate.verify_code}", "/verify", "/verify/nothing"):
        page = (await stranger.get(path)).text
        assert not re.search(r"<script(?![^>]* src=)|\son\w+=|style=", page)
        linked = re.findall(r'(?:href|src)="(/pages/[^"]+)"', page)
        assert "/pages/pages.css" in linked
        answers = [await stranger.get(one) for one in linked]
        assert {answer.status_code for answer in answers} == {200}
        octets = sum(len(gzip.compress(one.content)) for one in answers) + len(gzip.compress(page.encode()))
        assert octets <= BUDGET_OCTETS


def test_every_state_has_its_word_and_family() -> None:
    assert set(STATE_WORDS) == set(FAMILIES) == set(CredentialState)


@pytest.mark.parametrize(
    ("accept", "kind"), [("text/html,*/*", "text/html"), ("application/json", "application/json")]
)
async def test_a_failing_page_is_a_page_for_browsers_and_data_for_programs(accept: str, kind: str) -> None:
    async def fails(request: Request) -> Response:
        raise RuntimeError("13812345678 in a message")

    app = Starlette(routes=[Route("/", fails)], exception_handlers={Exception: failure})
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        answer = await client.get("/", headers={"accept": accept})
    assert (answer.status_code, answer.headers["content-type"].split(";")[0]) == (500, kind)
    assert "编号" in answer.text and "138" not in answer.text


@unit_of_work
async def _moved(unit: Unit, *, story: Story, to: int) -> None:
    """The holder's present employer is another one."""
    held = Employment.filter(person_id=story.case.applicant_id, until__isnull=True)
    await held.update(employer_id=to)
