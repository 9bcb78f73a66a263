"""What each kind of import does: class hours are joined with what was entered, old certificates become certificates."""

from datetime import date, timedelta

import pytest

from models.agencies.tables import Employer, Employment
from models.authorities.kinds import Grade
from models.authorities.tables import Authority
from models.education.kinds import HoursSource, HoursState
from models.education.steps import add_hours_record
from models.education.tables import HoursRecord
from models.kernel.clock import today
from models.kernel.viewer import Viewer, ViewerKind
from models.people.kinds import IdentityKind
from models.people.steps.importing import ImportedRecords
from models.people.tables import Account, Person
from models.registration.credentials import Certificate, Seal
from models.registration.kinds import CredentialState, RegistrationKind
from models.registration.steps.drafting import start_registration
from models.transfers.kinds import ImportKind, ImportState
from models.transfers.tables import Import
from tests.factories import FIRE, agency, corps, person
from tests.models.education.test_hours import study
from tests.registration_story import told_to
from tests.transfer_story import (
    HOURS_HEADINGS,
    SECRET,
    administrator,
    csv_of,
    keeper,
    looked_through,
    number,
    taken_over,
    wrong_values,
    xlsx_of,
)

pytestmark = pytest.mark.usefixtures("room")
HOURS, CERTIFICATES = ImportKind.EDUCATION_HOURS, ImportKind.OLD_CERTIFICATES
CERTIFICATE_HEADINGS = (
    "注册证号", "姓名", "证件号码", "执业资格", "级别", "聘用单位信用代码", "发证机构", "有效期起", "有效期止", "执业印章号",
)  # fmt: skip
DAY = today() - timedelta(days=30)


async def row_of(person_id: int | None, hours: float = 24, course: str = "化工安全") -> tuple[object, ...]:
    one = await Person.get(id=person_id or 0)
    return (one.name, one.identity_number, "注册安全工程师", "化工安全", "省安科院", course, hours, DAY, DAY)


@pytest.mark.requirement("S4-20", "S4-25")
async def test_imported_hours_count_and_join_what_the_person_entered(database: str) -> None:
    filer, admin = await person(), await administrator()
    entered = (await add_hours_record(filer, study=study(24, course_name="化工 安全"))).value
    rows = [await row_of(filer.person_id), await row_of(filer.person_id, 8, "法规")]
    done = await taken_over(admin, HOURS, xlsx_of(HOURS_HEADINGS, *rows))
    assert (done.outcomes["JOINED"], done.outcomes["NEW"]) == (1, 1)
    counting = await HoursRecord.filter(state=HoursState.CONFIRMED).order_by("hours")
    assert [one.hours for one in counting] == [8, 24]
    assert {one.source for one in counting} == {HoursSource.IMPORTED}
    joined = await HoursRecord.get(id=entered.id)
    assert (joined.state, joined.joined_to_id) == (HoursState.JOINED, counting[1].id)
    assert (await told_to(filer, joined))[-1].name == "HOURS_JOINED"
    assert [one.name for one in await told_to(filer, counting[0])] == ["HOURS_CONFIRMED"]
    again = await taken_over(admin, HOURS, xlsx_of(HOURS_HEADINGS, *rows))
    assert again.outcomes["SAME"] == 2 and await HoursRecord.all().count() == 3


async def test_hours_name_everything_that_is_wrong(sqlite: str) -> None:
    filer, later = await person(), today() + timedelta(days=1)
    good = list(await row_of(filer.person_id))
    stranger, misnamed, wrong = list(good), list(good), list(good)
    stranger[1], misnamed[0], misnamed[5] = number(), "别人", "另一门课"
    wrong[3], wrong[6], wrong[8] = "消防", 0.3, later
    found = await looked_through(
        await administrator(), HOURS, xlsx_of(HOURS_HEADINGS, stranger, misnamed, wrong, good, good)
    )
    assert [(line, column) for line, column, _ in await wrong_values(found)] == [
        (2, "证件号码"), (3, "姓名"), (4, "专业类别"), (6, "课程"),
    ]  # fmt: skip
    assert (found.state, found.outcomes) == (ImportState.CHECKED, {"NEW": 1})


async def test_hours_that_the_form_would_refuse_are_refused(sqlite: str) -> None:
    filer = await person()
    bad = list(await row_of(filer.person_id))
    bad[5], bad[6], bad[8] = "长" * 121, 0.3, today() + timedelta(days=1)
    found = await looked_through(await administrator(), HOURS, xlsx_of(HOURS_HEADINGS, bad))
    assert {column for _, column, _ in await wrong_values(found)} == {"课程", "学时", "结束日期"}


async def certificate_row(
    person_id: int, employer: Employer, body: Authority, **values: object
) -> list[object]:
    one = await Person.get(id=person_id)
    known = {
        "number": "旧苏0001", "since": today() - timedelta(days=400), "until": today() + timedelta(days=500),
        "seal": "旧印0001",
    } | values  # fmt: skip
    return [
        known["number"], one.name, one.identity_number, "注册消防工程师", "一级", employer.credit_code, body.name,
        known["since"], known["until"], known["seal"],
    ]  # fmt: skip


async def old_certificate(**values: object) -> tuple[Import, int, Authority]:
    filer, employer, body = await person(), await agency(), await corps()
    row = await certificate_row(filer.person_id or 0, employer, body, **values)
    return (
        await taken_over(await keeper(body), CERTIFICATES, xlsx_of(CERTIFICATE_HEADINGS, row)),
        filer.person_id or 0,
        body,
    )


async def test_an_old_certificate_is_one_with_seal_employment_and_a_way_on(database: str) -> None:
    done, holder, _ = await old_certificate(until=today() + timedelta(days=30))
    assert done.state is ImportState.APPLIED, done.reason
    row = await Certificate.get(number="旧苏0001")
    assert (row.state, row.grade, row.person_id) == (CredentialState.EXPIRING, Grade.FIRST, holder)
    assert (await Seal.get(number="旧印0001")).certificate_id == row.id
    assert await Employment.filter(person_id=holder, profession=FIRE, until=None).count() == 1
    viewer = await viewer_for(holder)
    assert [one.name for one in await told_to(viewer, row)] == ["CERTIFICATE_TAKEN_OVER"]
    case = (
        await start_registration(
            viewer, profession=FIRE, kind=RegistrationKind.RENEWAL, certificate_id=row.id
        )
    ).value
    assert (case.original_id, case.employer_name) == (row.id, row.printed_employer)


async def viewer_for(person_id: int) -> Viewer:
    account = await Account.get(person_id=person_id)
    return Viewer(ViewerKind.PERSON, account.id, person_id=person_id)


async def test_an_old_certificate_that_has_ended_employs_nobody(sqlite: str) -> None:
    _, holder, _ = await old_certificate(until=today() - timedelta(days=1))
    assert (await Certificate.get(person_id=holder)).state is CredentialState.EXPIRED
    assert await Employment.filter(person_id=holder).count() == 0


async def test_old_certificates_meet_what_is_on_record(sqlite: str) -> None:
    _, holder, body = await old_certificate()
    employer, other, foreign = await agency(), await person(), await corps("浙", "330000")
    rows = [
        await certificate_row(holder, employer, body),
        await certificate_row(holder, employer, body, number="旧苏0002", seal=""),
        await certificate_row(other.person_id or 0, employer, body),
        await certificate_row(
            (await person()).person_id or 0, employer, foreign, number="旧苏0004", seal="新印"
        ),
        await certificate_row((await person()).person_id or 0, employer, body, number="旧苏0005"),
        await certificate_row(
            (await person()).person_id or 0, Employer(credit_code="1"), body, number="旧苏0006", seal=""
        ),
    ]
    for row in (rows[0], rows[1]):
        found = await looked_through(await keeper(body), CERTIFICATES, xlsx_of(CERTIFICATE_HEADINGS, row))
        assert found.state is ImportState.CHECKED
    assert found.outcomes == {} and [one[1] for one in await wrong_values(found)] == ["证件号码"]
    found = await looked_through(await keeper(body), CERTIFICATES, xlsx_of(CERTIFICATE_HEADINGS, *rows[2:]))
    assert [(line, column) for line, column, _ in await wrong_values(found)] == [
        (2, "注册证号"), (3, "发证机构"), (4, "执业印章号"), (5, "聘用单位信用代码"),
    ]  # fmt: skip


@pytest.mark.requirement("S2-24")
async def test_imported_passes_are_those_that_a_registration_asks_for(sqlite: str) -> None:
    identity = number()
    headings = ("证书编号", "姓名", "证件号码", "执业资格", "级别", "取得日期", "省份代码")
    line = ("XF20260001", "方小宁", identity, "注册消防工程师", "一级", date(2025, 11, 8), "320000")
    await taken_over(await administrator(), ImportKind.EXAMINATION_RECORDS, csv_of(headings, line))
    (found,) = await ImportedRecords(SECRET).passed_by("方小宁", IdentityKind.RESIDENT, identity)
    assert (found.certificate_number, found.obtained_on) == ("XF20260001", date(2025, 11, 8))
    assert not await ImportedRecords(SECRET).passed_by("方小宇", IdentityKind.RESIDENT, identity)
