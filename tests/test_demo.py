"""The demonstration, loaded once on SQLite: what there is, that its history is true, that its accounts work."""

import re
from collections import Counter
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import pytest_asyncio
from id_validator import validator
from stdnum.cn import uscc
from tortoise import Tortoise

from api.demo.hours import Hours
from api.demo.known import FRESH_MOBILE, accounts
from api.demo.load import load
from api.demo.others import LIVES
from api.demo.plots import plots
from api.demo.scripts import SCRIPTS
from api.papers.maker import CALLED_FOR, READER
from models.agencies.tables import Employer
from models.authorities.kinds import Profession, ReviewerRole
from models.authorities.tables import Authority, Contact, Reviewer, RoleGrant
from models.files.tables import FileState, StoredFile
from models.kernel.clock import now
from models.kernel.database import WRITER, close_database, open_database
from models.kernel.journal import Entry, read_after
from models.kernel.readers import place_of
from models.kernel.sealing import seal, verify
from models.kernel.viewer import PUBLIC_VIEWER, ViewerKind
from models.kernel.workdays import work_calendar
from models.people.kinds import AccountKind
from models.people.sessions import viewer_of_account
from models.people.steps.sessions import Origin
from models.people.steps.sign_in import Credentials, sign_in_with_password
from models.people.tables import Account, Person
from models.professions.shelf import has_seal
from models.registration.credentials import Certificate, Seal
from models.registration.gather import assess
from models.registration.kinds import (
    CredentialState,
    RegistrationKind,
    RegistrationState,
    StageKind,
    StageState,
)
from models.registration.made import Paper, PaperKind
from models.registration.stages import current_stage
from models.registration.tables import Registration, RegistrationStage, ReviewRemark, WorkItem
from models.registration.validity import IN_FORCE
from tests.demonstration import STATE_AFTER, at_the_desk, case_of, certificate_of, settings
from tests.walk import ROOT
from tests.whole import all_entries, row_counts

pytestmark = pytest.mark.asyncio(loop_scope="module")

ENGLISH_CODE = re.compile(r"[A-Z]{4,}|[A-Z]+[-_][A-Z]+|[a-z]+_[a-z]+|\bNone\b|[{}]")
ROUTE = (
    StageKind.PRE_EXAMINATION,
    StageKind.ACCEPTANCE,
    StageKind.EXAMINATION,
    StageKind.DECISION,
    StageKind.CERTIFICATE_MAKING,
)
ORIGIN = Origin("测试", "127.0.0.1")


@pytest_asyncio.fixture(scope="module", loop_scope="module", autouse=True)
async def data_dir(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Path]:
    """One loaded demonstration for all tests here."""
    folder = tmp_path_factory.mktemp("demonstration")
    await open_database(settings(folder).database_url)
    try:
        from tortoise.utils import get_schema_sql  # noqa: PLC0415

        connection = Tortoise.get_connection(WRITER)
        await connection.execute_script(get_schema_sql(connection, safe=False))
        await load(settings(folder), lambda text: None)
        yield folder
    finally:
        await close_database()


async def test_there_is_as_much_as_promised() -> None:
    fire = Registration.filter(profession=Profession.FIRE_ENGINEER)
    assert await fire.count() == 200 + len([one for one in SCRIPTS if one.then])
    assert await Registration.all().count() == await fire.count() + sum(len(one.parts) for one in LIVES)
    assert await Person.all().count() >= 60
    assert await Employer.filter(fire_agency=True).count() == 6
    assert await Reviewer.all().count() >= 12
    assert await Account.filter(kind=AccountKind.ADMINISTRATOR).count() == 1
    bodies = await Authority.all()
    for profession in Profession:
        assert len([body for body in bodies if profession in body.professions]) >= 3
    assert {"320000", "330000"} <= {body.region_code for body in bodies}
    assert await Contact.all().count() == len(bodies)


async def test_every_role_of_the_jiangsu_corps_has_two_reviewers() -> None:
    corps = await Authority.get(name="江苏省消防救援总队")
    keys = await Reviewer.filter(authority_id=corps.id).values_list("id", flat=True)
    held = Counter([grant.role for grant in await RoleGrant.filter(reviewer_id__in=list(keys))])
    wanted = (
        ReviewerRole.PRE_EXAMINER, ReviewerRole.ACCEPTOR, ReviewerRole.EXAMINER, ReviewerRole.DECIDER,
        ReviewerRole.CERTIFICATE_MAKER, ReviewerRole.HEAD,
    )  # fmt: skip
    assert all(held[role] >= 2 for role in wanted)


async def test_every_state_and_every_stage_is_there() -> None:
    rows = await Registration.filter(profession=Profession.FIRE_ENGINEER)
    planned = Counter[RegistrationState]()
    for script in (*SCRIPTS, *(one.then for one in SCRIPTS if one.then)):
        planned[script.end] += script.times
    assert Counter(row.state for row in rows) == planned
    assert set(planned) == set(RegistrationState)
    fire = RegistrationStage.filter(registration__profession=Profession.FIRE_ENGINEER)
    open_stages = await fire.filter(state=StageState.OPEN).prefetch_related("registration")
    in_review = [one for one in open_stages if one.registration.state is RegistrationState.IN_REVIEW]
    assert {one.kind for one in in_review} == set(ROUTE) - {StageKind.CERTIFICATE_MAKING}
    granted = [one for one in open_stages if one.registration.state is RegistrationState.GRANTED]
    assert {one.kind for one in granted} == {StageKind.CERTIFICATE_MAKING}
    assert {row.kind for row in rows} == set(RegistrationKind) - {RegistrationKind.FORCED_DEREGISTRATION}
    assert {row.grade for row in rows if row.grade} == {"FIRST", "SECOND"}
    assert {str(row.number)[0] for row in rows if row.number} == {"苏", "浙"}


async def test_the_other_professions_stand_where_they_are_said_to() -> None:
    for life in LIVES:
        person = await Person.get(name=life.name)
        rows = await Registration.filter(applicant_id=person.id).order_by("id")
        assert [row.kind for row in rows] == [part.kind for part in life.parts], life.name
        assert {row.profession for row in rows} == {life.profession}
        for row, part in zip(rows, life.parts, strict=True):
            stage = await current_stage(row)
            assert (stage.kind if stage else None) is part.until, life.name
            assert (row.state is RegistrationState.RETURNED) is part.sent_back
            assert part.until or row.state is RegistrationState.COMPLETED
    states = {
        (one.profession, one.state) for one in await Certificate.exclude(profession=Profession.FIRE_ENGINEER)
    }
    for profession in (Profession.SAFETY_ENGINEER, Profession.SUPERVISION_ENGINEER):
        assert {(profession, CredentialState.VALID), (profession, CredentialState.CANCELLED)} <= states


async def test_work_waits_exactly_where_a_stage_is_open() -> None:
    waiting = await WorkItem.exclude(state="DONE").values_list("stage_id", flat=True)
    opened = RegistrationStage.filter(state__in=[StageState.OPEN, StageState.BATCHED])
    reviewed = opened.exclude(kind=StageKind.EMPLOYER)
    assert sorted(waiting) == sorted(await reviewed.values_list("id", flat=True))
    assert await WorkItem.filter(state="HELD", held_until__gt=now()).exists()


async def test_certificates_are_in_every_state_that_a_registration_leads_to() -> None:
    certificates = await Certificate.all()
    made = await Registration.filter(state=RegistrationState.COMPLETED).exclude(kind="DEREGISTRATION")
    assert sorted(one.registration_id for one in certificates) == sorted(one.id for one in made)
    assert {one.state for one in certificates} == set(CredentialState) - {CredentialState.REVOKED}
    in_force = [one for one in certificates if one.state in IN_FORCE and has_seal(one.profession)]
    seals = await Seal.filter(state__in=IN_FORCE).values_list("certificate_id", flat=True)
    assert sorted(seals) == sorted(one.id for one in in_force)
    assert len({one.person_id for one in in_force}) == len(in_force)
    assert [one.number for one in certificates if one.document_id is None] == []


async def test_the_papers_of_the_past_are_made_or_done_with() -> None:
    left = await read_after(await place_of(READER), 1000)
    assert [entry.name for entry in left if entry.name in CALLED_FOR] == []
    returned = await case_of(next(one for one in accounts() if one.role == "被退回补正的申请人"))
    kinds = {paper.kind for paper in await Paper.filter(registration_id=returned.id)}
    assert kinds == {PaperKind.APPLICATION_FORM, PaperKind.RECEIPT, PaperKind.DECISION_LETTER}


async def test_the_journal_verifies_and_is_in_the_order_of_time() -> None:
    await seal()
    verdict = await verify()
    entries = await all_entries()
    assert verdict.broken_at is None
    assert verdict.entries == len(entries)
    times = [entry.at for entry in entries]
    assert times == sorted(times)
    assert times[-1] <= datetime.now(UTC)


async def test_replaying_the_journal_gives_each_state_and_version() -> None:
    told: dict[int, list[Entry]] = {}
    for entry in await all_entries():
        if entry.subject == Registration.prefix:
            told.setdefault(entry.subject_id, []).append(entry)
    rows = await Registration.all()
    assert {row.id for row in rows} == set(told)
    for row in rows:
        states = [STATE_AFTER[one.name] for one in told[row.id] if one.name in STATE_AFTER]
        versions = [one.subject_version for one in told[row.id]]
        assert states[-1] is row.state, row.number
        assert versions == sorted(versions), row.number
        assert versions[-1] == row.version, row.number


async def test_reviewers_act_in_the_hours_of_working_days() -> None:
    calendar = await work_calendar()
    acts = [entry for entry in await all_entries() if entry.actor_kind == ViewerKind.REVIEWER]
    assert len(acts) > 500
    assert [entry for entry in acts if not at_the_desk(entry.at, calendar)] == []


async def test_nobody_handled_two_stages_of_a_case() -> None:
    passed = await RegistrationStage.filter(officer_id__isnull=False).values_list(
        "registration_id", "officer_id"
    )
    assert [pair for pair, times in Counter(passed).items() if times > 1] == []


async def test_numbers_hold_and_rare_names_are_kept() -> None:
    people = await Person.all()
    assert [one.name for one in people if not validator.is_valid(str(one.identity_number))] == []
    assert all(re.fullmatch(r"1[3-9]\d{9}", str(one.mobile)) for one in people)
    assert [one.name for one in await Employer.all() if not uscc.is_valid(one.credit_code)] == []
    names = "".join(one.name for one in people)
    assert {"䶮", "㙟", "𠮷"} <= set(names)
    assert len({one.name for one in people}) == len(people)


async def test_every_file_is_in_storage(data_dir: Path) -> None:
    files = await StoredFile.all()
    assert {one.state for one in files} == {FileState.CLEAN}
    assert [
        one.name for one in files if (data_dir / "files" / str(one.storage_key)).stat().st_size != one.bytes
    ] == []


async def test_open_cases_meet_every_rule_and_no_word_is_an_english_code() -> None:
    said = {entry.summary for entry in await all_entries()}
    for case in await Registration.exclude(state=RegistrationState.LAPSED):
        findings = (await assess(case)).findings
        said |= {
            words for one in findings for words in (one.message, one.present, one.needed, one.advice) if words
        }
        if case.state is RegistrationState.IN_REVIEW:
            assert [one.message for one in findings if one.blocks] == []
    said |= {str(text) for text in await ReviewRemark.all().values_list("text", flat=True)}
    assert [words for words in said if ENGLISH_CODE.search(words)] == []


async def test_a_second_load_changes_nothing(data_dir: Path) -> None:
    before, told = await row_counts(), list[str]()
    await load(settings(data_dir), told.append)
    assert await row_counts() == before
    assert told == ["演示数据已经装入"]


async def test_the_same_day_gives_the_same_stories() -> None:
    hours = Hours(await work_calendar(), now())
    assert plots(hours) == plots(hours)


async def test_the_accounts_of_the_page_sign_in() -> None:
    page = (ROOT / "docs/demo.md").read_text(encoding="utf-8")
    listed = [tuple(cell.strip(" `") for cell in line.strip("|").split("|")) for line in page.splitlines()]
    for one in accounts():
        row = (one.who, one.role, one.login, one.password, one.attempt)
        assert row in listed, f"docs/demo.md lacks | {' | '.join(row)} |"
        session = await sign_in_with_password(PUBLIC_VIEWER, Credentials(one.login, one.password), ORIGIN)
        assert session.value.token
    assert FRESH_MOBILE in page
    assert not await Account.filter(mobile=FRESH_MOBILE).exists()


async def test_each_account_finds_what_it_is_listed_for() -> None:
    known = {one.role: one for one in accounts()}
    returned = await case_of(known["被退回补正的申请人"])
    assert returned.state is RegistrationState.RETURNED
    assert await ReviewRemark.filter(registration_id=returned.id, answered=False).count() == 2
    assert (await case_of(known["申请正在审核的申请人"])).state is RegistrationState.IN_REVIEW
    assert (await case_of(known["有草稿的申请人"])).state is RegistrationState.DRAFT
    assert (await certificate_of(known["持证人"])).state is CredentialState.VALID
    assert (await certificate_of(known["注册证临期的持证人"])).state is CredentialState.EXPIRING
    assert (await certificate_of(known["安全工程师持证人"])).state is CredentialState.VALID
    assert (await certificate_of(known["监理工程师持证人"])).state is CredentialState.VALID
    waiting = await current_stage(await case_of(known["申请等待批次的安全工程师"]))
    assert waiting is not None
    assert waiting.state is StageState.BATCHED
    clerk = await Employer.get(credit_code=known["聘用单位（监理）"].login)
    to_report = RegistrationStage.filter(kind=StageKind.EMPLOYER, state=StageState.OPEN)
    assert await to_report.filter(registration__employer_id=clerk.id).count() >= 2
    agency = await Employer.get(credit_code=known["消防技术服务机构"].login)
    assert await Registration.filter(employer_id=agency.id, submitted_at__isnull=False).count() >= 5
    for one in accounts():
        account = await Account.filter(mobile=one.login, kind=AccountKind.REVIEWER).first()
        if account and "负责人" not in one.role:
            viewer = await viewer_of_account(account)
            # Cases of the other professions are begun by whoever tries the demonstration.
            roles = [one.role for one in viewer.grants if one.profession == Profession.FIRE_ENGINEER]
            own = WorkItem.filter(authority_id=viewer.authority_id, role__in=roles, state="FREE")
            assert not roles or await own.exists()
