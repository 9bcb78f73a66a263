"""Every later kind of a safety engineer, and the late first one, from sign-in to its end, over HTTP and sockets alone."""

from datetime import date
from typing import Any

import pytest

from api.demo.employers import PLANT
from api.demo.known import PASSWORD
from models.kernel.clock import today
from tests import other_holders as holders
from tests.journeys.cast import Cast, gathering
from tests.journeys.client import Declined, Json
from tests.journeys.entering import sign_in
from tests.journeys.filling import choose_authority, cut_photo, employment, take_pledge
from tests.journeys.holding import ADVISED, Engineer, other_engineer, proof
from tests.journeys.passing import SAFETY as DESKS
from tests.journeys.passing import passed_through
from tests.journeys.studying import printed, study
from tests.other_holders import SAFETY, SAFETY_HOLDERS
from tests.printing.reading import reader, rows_of, text_of
from tests.server import Server

WHOLE = (
    "PRE_EXAMINATION", "FIRST_EXAMINATION", "FINAL_EXAMINATION", "ANNOUNCEMENT", "CERTIFICATE_MAKING", "DELIVERY",
)  # fmt: skip
REISSUING = ("PRE_EXAMINATION", "FIRST_EXAMINATION", "FINAL_EXAMINATION", "CERTIFICATE_MAKING", "DELIVERY")
LEAVING = ("PRE_EXAMINATION", "FIRST_EXAMINATION", "FINAL_EXAMINATION")
DIFFERENCES = (
    "query ($id: ID!) { node(id: $id) { ... on Registration { differences { path before after } } } }"
)
SECTIONS = "{ rulebook(profession: SAFETY_ENGINEER) { forms { kind sections } } }"
YEARS = 5


async def own(cast: Cast, place: int) -> Engineer:
    return await other_engineer(cast, SAFETY_HOLDERS[place])


async def begin(person: Engineer, kind: str, photo: bool = True, **said: Any) -> None:
    """The steps before the attachments: the form is printed from them, signed and attached (S4-29)."""
    await person.start(kind, certificateId=(await person.certificates())[0]["id"])
    await take_pledge(person, SAFETY.value)
    if photo:
        file = await cut_photo(person)
        said["basic"] = {"photoFileId": file["id"], "capable": True, "email": "qin@example.cn"}
    if said:
        await person.act("saveRegistration", **said)
    await choose_authority(person, person.advised)


@pytest.mark.requirement(
    "S2-6", "S2-7", "S2-8", "S2-9", "S2-10", "S2-11", "S2-13", "S2-14", "S4-19", "S4-37", "S4-38",
)  # fmt: skip
async def test_renewal(server: Server) -> None:
    async with gathering(server, desks=()) as cast:
        person = await own(cast, holders.RENEWS)
        (old,) = await person.certificates()
        assert old["state"] == "EXPIRING"
        forms = (await person.client.ask(SECTIONS))["rulebook"]["forms"]
        sections = next(one["sections"] for one in forms if one["kind"] == "RENEWAL")
        flow = ["BASIC", "EMPLOYMENT", "HOURS", "EXPERIENCE", "PREVIEW"]
        assert [one for one in sections if one in flow] == flow
        await begin(person, "RENEWAL")
        assert person.unmet() == {"SAFE-HOURS", "REG-DOCS"}
        await study(person, 24, "CHEMICAL")
        await study(person, 24.5, "OTHER")
        await person.act("saveRegistration", basic={"address": "南京市玄武区珠江路9号"})
        await person.act("saveRegistration", employment={"phone": "025-55550001", "post": "安全总监"})
        work = {"employer": PLANT.name, "work": "隐患排查治理"}
        await person.act("addWorkExperience", **{"from": "2022-01-01", "until": "2023-01-01"}, **work)
        await person.act("addWorkExperience", **{"from": "2023-01-02", "until": None}, **work)
        assert person.unmet() == {"REG-DOCS"}
        await person.act("prepareApplicationForm")
        pdf = await printed(person)
        text = text_of(pdf)
        assert len(reader(pdf).pages) == 2
        for fact in ("安全总监", "隐患排查治理", "24.5学时", old["number"], "珠江路9号", "025-55550001"):
            assert fact in text
        await person.look()
        await person.attach_demanded()
        assert person.unmet() == set()
        names = await passed_through(cast, person, DESKS, *WHOLE)
        assert "REGISTRATION_GRANTED" in names
        exported = text_of(await printed(person))
        assert "注册安全工程师延续注册申请表" in exported
        assert "".join(str(person.case["number"]).split()) in exported
        new, before = await person.certificates()
        assert (new["state"], before["state"]) == ("VALID", "REPLACED")
        assert (
            date.fromisoformat(new["validUntil"]).year == date.fromisoformat(old["validUntil"]).year + YEARS
        )
        assert (new["labels"][0]["state"], before["labels"][0]["state"]) == ("VALID", "REPLACED")
        shown = await proof(await cast.stranger(), before["verifyCode"])
        assert shown["replacedByNumber"] == new["number"]


@pytest.mark.requirement("S4-39", "S4-41")
async def test_change_of_employer_and_category_in_one_application(server: Server) -> None:
    async with gathering(server, desks=()) as cast:
        person = await own(cast, holders.CHANGES)
        (old,) = await person.certificates()
        await begin(person, "CHANGE", changes=["EMPLOYER", "SPECIALTY"])
        assert "REG-CHANGE" in person.unmet(), "ticked, but nothing differs yet"
        with pytest.raises(Declined) as refused:
            await Engineer(person.client, person.who, profession=SAFETY.value).start("CHANGE")
        assert refused.value.codes == ["DUPLICATE"]
        to = await employment(person, "杭州湖墅会展中心有限公司")
        await person.act("saveRegistration", employment=to, specialtyIds=["OTHER"])
        await choose_authority(person, "浙江省应急管理厅")
        assert person.unmet() == {"REG-DOCS"}
        await person.attach_demanded()
        kinds = {one["kind"] for one in person.case["attachments"]}
        assert kinds == {"APPLICATION_FORM", "CONTRACT", "ADDITIONAL_EXAMINATION"}
        assert person.unmet() == set()
        await person.act("discardRegistration")
        await changed_category(cast, person, old)


async def changed_category(cast: Cast, person: Engineer, old: Json) -> None:
    """To the end, at the desks of the province that has them."""
    await begin(person, "CHANGE", changes=["EMPLOYER", "SPECIALTY"])
    to = await employment(person, "南京紫藤商业广场管理有限公司")
    await person.act("saveRegistration", employment=to, specialtyIds=["OTHER"])
    await person.attach_demanded()
    assert person.unmet() == set()
    given = (await person.client.ask(DIFFERENCES, id=person.case["id"]))["node"]["differences"]
    differing = {one["path"][0]: one for one in given if one["path"] == ["specialties"]}
    assert differing["specialties"]["before"] == "化工安全"
    assert differing["specialties"]["after"] == "其他安全（不包括消防安全）"
    await passed_through(cast, person, DESKS, *WHOLE)
    new, before = await person.certificates()
    assert [one["id"] for one in new["specialties"]] == ["OTHER"]
    assert (new["employer"]["name"], new["validUntil"]) == ("南京紫藤商业广场管理有限公司", old["validUntil"])
    assert before["state"] == "REPLACED"


@pytest.mark.requirement("S4-42")
async def test_re_registration_after_expiry(server: Server) -> None:
    async with gathering(server, desks=()) as cast:
        person = await own(cast, holders.EXPIRED)
        (old,) = await person.certificates()
        assert old["state"] == "EXPIRED"
        with pytest.raises(Declined) as refused:
            await person.start("RENEWAL")
        (error,) = refused.value.errors
        assert refused.value.codes == ["UNMET_REQUIREMENT"]
        assert "注册证已过期" in str(error["message"])
        await begin(person, "RE_REGISTRATION")
        assert person.unmet() == {"SAFE-HOURS", "REG-DOCS"}
        await study(person, 48, "CHEMICAL")
        await person.look()
        await person.attach_demanded()
        assert {one["kind"] for one in person.case["attachments"]} == {"APPLICATION_FORM", "CONTRACT"}
        await passed_through(cast, person, DESKS, *WHOLE)
        new, before = await person.certificates()
        assert (new["state"], before["state"]) == ("VALID", "EXPIRED")
        assert new["validFrom"] == today().isoformat()


@pytest.mark.requirement("S4-67", "S4-68", "S4-69", "S4-70", "D-20")
async def test_reissue_of_the_label(server: Server) -> None:
    async with gathering(server, desks=()) as cast:
        person = await own(cast, holders.REISSUES)
        (old,) = await person.certificates()
        await begin(
            person, "REISSUE", reissueOf=["LABEL"], reissueReason="SOILED", reason="仓库漏水浸湿",
            employment={"postcode": "210000", "phone": "025-55550001", "fax": "025-55550002"},
        )  # fmt: skip
        await person.act("prepareApplicationForm")
        pdf = await printed(person)
        rows = rows_of(pdf)
        assert len(reader(pdf).pages) == 1
        for fact in (
            "中级注册安全工程师注册证书（标签）补办申请表", f"姓名{person.who.name}性别女出生年月1993年4月",
            f"证件名称居民身份证证件号码{person.who.number}", f"注册证号{old['number']}注册类别化工安全",
            f"联系电话{person.who.mobile}E-mailqin@example.cn", f"名称{PLANT.name}",
            f"通讯地址{PLANT.address}邮政编码210000", "联系电话025-55550001传真025-55550002",
            "☐注册证（请确认注册系统中是否已上传个人证件照：☑是☐否）", "☑注册证标签",
            "申请原因：污损。仓库漏水浸湿",
        ):  # fmt: skip
            assert fact in rows, fact
        await person.look()
        await person.attach_demanded()
        kinds = {one["kind"] for one in person.case["attachments"]}
        assert kinds == {"APPLICATION_FORM", "IDENTITY", "OLD_CERTIFICATE"}
        assert person.unmet() == set()
        await passed_through(cast, person, DESKS, *REISSUING)
        (same,) = await person.certificates()
        assert (same["number"], same["state"]) == (old["number"], "VALID")
        assert sorted(one["state"] for one in same["labels"]) == ["REPLACED", "VALID"]


@pytest.mark.requirement("S4-75", "S4-76", "D-20")
async def test_deregistration(server: Server) -> None:
    async with gathering(server, desks=()) as cast:
        person = await own(cast, holders.LEAVES)
        (old,) = await person.certificates()
        await begin(person, "DEREGISTRATION", photo=False, reason="转做其他工作")
        await person.act("prepareApplicationForm")
        rows = rows_of(await printed(person))
        for fact in (
            "中级注册安全工程师注销注册申请表", f"姓名{person.who.name}性别女出生年月1993年4月",
            f"证件号码{person.who.number}", f"注册证号{old['number']}联系电话{person.who.mobile}", f"名称{PLANT.name}",
            "申请注销的原因：转做其他工作", "并提交注册证书（原件）",
        ):  # fmt: skip
            assert fact in rows, fact
        assert "E-mail" not in rows
        await person.look()
        await person.attach_demanded()
        assert person.unmet() == set()
        await passed_through(cast, person, DESKS, *LEAVING)
        (gone,) = await person.certificates()
        assert (gone["state"], gone["labels"][0]["state"]) == ("CANCELLED", "CANCELLED")
        letter = text_of(await printed(person, "decisionLetter"))
        assert "准予注销注册决定书" in letter
        assert old["number"] in letter
        assert old["labels"][0]["number"] in letter


async def test_forced_deregistration_by_the_employer(server: Server) -> None:
    async with gathering(server, desks=()) as cast:
        person, client = await own(cast, holders.LEFT), await cast.stranger()
        (certificate,) = await person.certificates()
        await sign_in(client, PLANT.credit_code, PASSWORD)
        firm = Engineer(client, person.who, profession=SAFETY.value)
        found = await client.ask(
            "query ($id: ID!) { node(id: $id) { ... on Certificate { person { id } } } }",
            id=certificate["id"],
        )
        about = {"certificateId": certificate["id"], "personId": found["node"]["person"]["id"]}
        await firm.start("FORCED_DEREGISTRATION", **about)
        await take_pledge(firm, SAFETY.value)
        await firm.act("saveRegistration", reason="劳动合同已于上月解除，本人没有办理注销")
        await firm.attach_demanded()
        await choose_authority(firm, ADVISED[SAFETY])
        assert firm.unmet() == set()
        await passed_through(cast, firm, DESKS, *LEAVING)
        (gone,) = await person.certificates()
        assert gone["state"] == "CANCELLED"


@pytest.mark.requirement("S4-35", "S4-36")
async def test_a_late_first_registration_is_found_by_the_rules(server: Server) -> None:
    async with gathering(server, desks=()) as cast:
        person = await own(cast, holders.COMES_LATE)
        await person.start("INITIAL")
        assert person.case["kind"] == "LATE_INITIAL"
        await take_pledge(person, SAFETY.value)
        photo = await cut_photo(person)
        basic = {**person.who.basic, "photoFileId": photo["id"]}
        await person.act("saveRegistration", basic=basic, specialtyIds=["CHEMICAL"])
        job = await employment(person, PLANT.name)
        await person.act("saveRegistration", employment=job, delivery={"method": "ELECTRONIC"})
        await choose_authority(person, person.advised)
        assert person.unmet() == {"SAFE-HOURS", "REG-DOCS"}
        await study(person, 48, "CHEMICAL")
        await person.look()
        await person.attach_demanded()
        assert person.unmet() == set()
        await passed_through(cast, person, DESKS, *WHOLE[:-1])
        (certificate,) = await person.certificates()
        assert certificate["registration"]["kind"] == "LATE_INITIAL"


async def test_too_early_a_renewal_says_from_when(server: Server) -> None:
    async with gathering(server, desks=()) as cast:
        person = await own(cast, holders.REISSUES)
        with pytest.raises(Declined) as refused:
            await person.start("RENEWAL")
        assert "起可以申请" in str(refused.value.errors[0]["message"])
