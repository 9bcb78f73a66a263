"""Papers follow their events: made once, after the commit, whatever was interrupted; a rare one left out holds up nothing."""

from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from tortoise import Tortoise

from api.papers.facts import Site, application_form_data
from api.papers.maker import READER, Maker
from api.papers.signing import genuine, signer_of
from models.files.scan import TestVirusScanner
from models.files.storage import FolderStorage
from models.files.tables import StoredFile
from models.files.vault import Vault, close_vault, open_vault, vault
from models.kernel import journal
from models.kernel.clock import freeze
from models.kernel.readers import place_of
from models.registration.credentials import Certificate
from models.registration.kinds import StageKind
from models.registration.made import Paper, PaperKind, PaperOrder
from models.registration.papers import application_paper
from models.registration.steps.remarks import Remark
from models.registration.tables import Registration
from printing.documents.kinds import DocumentKind
from printing.pool import RenderPool
from tests.factories import Story, case, draft, passes
from tests.registration_story import corrected, issue, returned

MONDAY = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
"""10:00 in China."""
SITE = Site("https://zhiye.example", demonstration=True)


@pytest.fixture
def files(tmp_path: Path) -> Iterator[None]:
    open_vault(Vault(FolderStorage(tmp_path / "files"), TestVirusScanner(), tmp_path / "passing", b"secret"))
    yield
    close_vault()


@pytest.fixture
async def maker(sqlite: str, files: None) -> AsyncIterator[Maker]:
    async with RenderPool(workers=1) as pool:
        yield Maker(pool, SITE)


async def _text(kind: PaperKind) -> str:
    paper = await Paper.filter(kind=kind).order_by("-id").first().prefetch_related("file")
    assert paper is not None
    file: StoredFile = paper.file
    content = [part async for part in vault().storage.read(str(file.storage_key), 0, file.bytes or 0)]
    return "".join(page.extract_text() for page in PdfReader(BytesIO(b"".join(content))).pages)


async def _texts(kind: PaperKind) -> list[str]:
    """Of every paper of a kind, oldest first, without breaks."""
    found = []
    for paper in await Paper.filter(kind=kind).order_by("id").prefetch_related("file"):
        file: StoredFile = paper.file
        content = [part async for part in vault().storage.read(str(file.storage_key), 0, file.bytes or 0)]
        pages = PdfReader(BytesIO(b"".join(content))).pages
        found.append("".join(page.extract_text() for page in pages).replace("\n", ""))
    return found


async def _fresh(story: Story) -> Registration:
    return await Registration.get(id=story.case.id)


@pytest.mark.requirement("D-2")
async def test_a_submission_yields_receipt_and_form_once(maker: Maker) -> None:
    story = await case()
    await maker.catch_up()
    await maker.catch_up()
    number = (await _fresh(story)).number
    assert sorted([paper.kind for paper in await Paper.all()]) == [
        PaperKind.APPLICATION_FORM,
        PaperKind.RECEIPT,
    ]
    assert str(number) in await _text(PaperKind.RECEIPT)
    assert "王海宁" in await _text(PaperKind.APPLICATION_FORM)
    assert [e.name for e in await journal.read_after(journal.START, 100)].count("PAPER_MADE") == 2


async def test_after_a_crash_between_file_and_place_nothing_is_doubled(maker: Maker) -> None:
    await case()
    await maker.catch_up()
    made = await Paper.all().count()
    await _forget_place()
    await maker.catch_up()
    assert await Paper.all().count() == made
    assert await place_of(READER) > journal.START


async def test_a_return_yields_its_letter_with_the_remark(maker: Maker) -> None:
    story = await case()
    await returned(
        story, StageKind.PRE_EXAMINATION, Remark(path=("basic", "education"), text="学历与证书不一致")
    )
    await maker.catch_up()
    assert "学历与证书不一致" in (await _text(PaperKind.DECISION_LETTER)).replace("\n", "")


async def test_a_letter_is_as_of_its_return_however_late_it_is_made(maker: Maker) -> None:
    """The applicant corrects and is returned again before the maker comes round: two letters, each with its remark."""
    story = await case()
    wrong_post = Remark(path=("employment", "post"), text="岗位与劳动合同不一致")
    await returned(story, StageKind.PRE_EXAMINATION, wrong_post)
    await corrected(story)
    wrong_address = Remark(path=("basic", "address"), text="地址没有写到房间号")
    await returned(story, StageKind.PRE_EXAMINATION, wrong_address)
    await maker.catch_up()
    first, second = await _texts(PaperKind.DECISION_LETTER)
    assert wrong_post.text in first and wrong_address.text not in first
    assert wrong_address.text in second and wrong_post.text not in second
    assert f"{story.case.number}-补-1" in first and f"{story.case.number}-补-2" in second


async def test_forms_and_receipts_are_as_of_their_submission(maker: Maker) -> None:
    """A corrected case has a receipt of its own, with its own name and time; the first form keeps what was sent."""
    with freeze(MONDAY):
        story = await case()
    with freeze(MONDAY + timedelta(hours=1)):
        await returned(story, StageKind.PRE_EXAMINATION)
    with freeze(MONDAY + timedelta(hours=2)):
        await corrected(story)
    with freeze(MONDAY + timedelta(hours=3)):
        await passes(story, StageKind.PRE_EXAMINATION)
    assert await PaperOrder.all().count() == 5
    await maker.catch_up()
    assert await PaperOrder.all().count() == 0, "what is made needs no private facts of its own"
    before, after = await _texts(PaperKind.APPLICATION_FORM)
    assert "项目负责人" in before and "项目负责人（已更正）" not in before
    assert "项目负责人（已更正）" in after
    first, again = await _texts(PaperKind.RECEIPT)
    assert "提交回执" in first and "补正" not in first.split("接下来")[0]
    assert "补正提交回执" in again and "2026年3月2日12时00分" in again and "2026年3月2日12时00分" not in first
    assert "预审" in first.split("接下来")[1], "what came next when it was handed in"


async def test_an_issue_yields_the_certificate_and_a_genuine_code(maker: Maker, tmp_path: Path) -> None:
    story = await case(StageKind.CERTIFICATE_MAKING)
    certificate = await issue(story)
    await maker.catch_up()
    held = await Certificate.get(id=certificate.id)
    assert held.document_id is not None
    text = await _text(PaperKind.CERTIFICATE)
    assert held.number in text
    assert held.printed_name in text
    assert not genuine(held.verify_code, tmp_path), "the story signs with a key of its own"


async def test_the_form_of_a_draft_prints_with_gaps(maker: Maker) -> None:
    data = await application_form_data(await application_paper(await draft()), SITE)
    pdf = await maker.pool.render(DocumentKind.APPLICATION_FORM, data)
    assert "草稿" in "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def test_the_key_is_made_once_and_kept(tmp_path: Path) -> None:
    assert str(signer_of(tmp_path)) == "signer"
    assert not genuine("AQ", tmp_path)


async def _forget_place() -> None:
    await Tortoise.get_connection("default").execute_script("delete from journal_reader")
