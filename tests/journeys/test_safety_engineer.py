"""The safety engineer's story over HTTP alone: ten steps of the wizard, three bodies, a certificate with its label."""

from datetime import date, timedelta

import pytest

from models.kernel.clock import today
from tests.journeys.applicant import Applicant
from tests.journeys.cast import Cast, gathering
from tests.journeys.client import Declined, Json, new_key
from tests.journeys.filling import choose_authority, cut_photo, employment, take_pledge
from tests.journeys.officer import Officer
from tests.journeys.papers import paper
from tests.journeys.stream import CASES, following
from tests.printing.reading import text_of
from tests.server import Server
from tests.waiting import until

HEAD = "{ registrations(first: 1) { cursor } }"
PROFESSION, PLANT = "SAFETY_ENGINEER", "南京栖霞云岭化工有限公司"
DELIVERY = {
    "method": "COURIER_COLLECT", "receiver": "林知夏", "phone": "13600000000", "address": "南京市鼓楼区汉口路22号",
}  # fmt: skip
DESKS = {
    "PRE_EXAMINATION": "13800000301",
    "FIRST_EXAMINATION": "13800000302",
    "FINAL_EXAMINATION": "13800000303",
    "ANNOUNCEMENT": "13800000304",
    "CERTIFICATE_MAKING": "13800000305",
}
"""Demonstration mobiles of the reviewers at the test centre, the provincial body and the centre."""
PARTS = """query ($id: ID!) { node(id: $id) { ... on Registration {
  specialties { id name } experience { id from until employer work }
  deliveryChoice { method phone { masked full } }
  hours { present needed ownSpecialty ownSpecialtyNeeded records { id version state hours } doubles { declared { id } imported { id } } }
  demands { kind required demand met minPages }
  applicationForm { id downloadUrl } stages { kind state authority { name } } } } }"""
FORM = "query { rulebook(profession: SAFETY_ENGINEER) { specialties { id name } mostSpecialties forms { kind sections } } }"
BATCH = "query ($id: ID!) { node(id: $id) { ... on Registration { stage { batchEntry { batch { id version } } } } } }"
DELIVERED = "query ($id: ID!) { node(id: $id) { ... on Registration { delivery { id version } } } }"
TODAY = today().isoformat()
CERTIFICATE = """{ certificates(first: 5) { nodes {
  number specialties { name } seals { id } labels { number validUntil } validUntil document { downloadUrl } } } }"""


@pytest.mark.requirement("S4-11", "S4-12", "S4-18", "S4-20", "S4-27", "S4-29", "S4-30", "S4-64", "D-18")
async def test_from_the_pledge_to_the_certificate_with_its_label(server: Server) -> None:
    async with gathering(server, desks=()) as cast:
        person = cast.applicant
        for mobile in DESKS.values():
            await cast.officer(mobile)
        await fill_in(person)
        await signed_form(person)
        cursor = (await person.client.ask(HEAD))["registrations"]["cursor"]
        async with following(person.client, CASES, after=cursor, id=person.case["id"]) as cases:
            await person.submit()
            assert person.case["stage"]["kind"] == "PRE_EXAMINATION"
            bodies = await told_bodies(person)
            assert bodies["PRE_EXAMINATION"] == "江苏省安全生产科学研究院考试中心"
            assert bodies["FIRST_EXAMINATION"] == "江苏省应急管理厅"
            assert bodies["FINAL_EXAMINATION"] == "注册安全工程师注册管理中心"
            await passed_at(cast, "PRE_EXAMINATION")
            await carried_out(
                cast, "FIRST_EXAMINATION", "reportBatch", stampNumber="苏应急注〔2026〕1号", stampedOn=TODAY
            )
            await passed_at(cast, "FINAL_EXAMINATION")
            await carried_out(cast, "ANNOUNCEMENT", "announceBatch", notice="下列人员准予注册，现予公告。")
            await cases.named("REGISTRATION_GRANTED")
            maker = await cast.officer(DESKS["CERTIFICATE_MAKING"])
            await maker.claim((await maker.arrival(person.case["id"], "CERTIFICATE_MAKING"))["id"])
            await maker.decide("issueCertificate", person.case["id"], "certificate { id number }")
            await sent(cast, maker)
            frame = await cases.named("REGISTRATION_COMPLETED")
            assert frame["registration"]["state"] == "COMPLETED"
        await the_certificate_says_category_and_label(person)


async def fill_in(person: Applicant) -> None:
    """The steps in the order of the guide; the checklist shrinks as they are done."""
    await person.start(profession=PROFESSION)
    book = (await person.client.ask(FORM))["rulebook"]
    assert {"id": "CHEMICAL", "name": "化工安全"} in book["specialties"]
    assert book["mostSpecialties"] == 1
    await take_pledge(person, PROFESSION)
    await person.act("saveRegistration", basic=person.who.basic)
    photo = await cut_photo(person)
    await person.act("saveRegistration", basic={"photoFileId": photo["id"]})
    assert "SAFE-CATEGORY" in person.unmet()
    await person.act("saveRegistration", specialtyIds=["COAL_MINE"])
    assert {"SAFE-ONCE"} <= person.unmet(), "another category than the examined one"
    await person.act("saveRegistration", specialtyIds=["CHEMICAL"])
    assert not {"SAFE-ONCE", "SAFE-CATEGORY"} & person.unmet()
    await person.act(
        "saveRegistration", employment=await employment(person, PLANT) | {"nature": "ENTERPRISE"}
    )
    advice = await choose_authority(person, "江苏省应急管理厅")
    assert "应急管理部门" in advice["reason"]
    await experience(person)
    await person.act("saveRegistration", delivery={"method": "COURIER_COLLECT"})
    assert "SAFE-DELIVERY" in person.unmet()
    await person.act("saveRegistration", delivery=DELIVERY)
    assert person.unmet() == {"REG-DOCS"}


async def experience(person: Applicant) -> None:
    """Several pieces: added, corrected, taken out; impossible dates are refused with what is wanted."""
    with pytest.raises(Declined) as refused:
        await person.act("addWorkExperience", **work("2020-01-01", "2019-12-31"))
    assert [(one["path"], one["wanted"]) for one in refused.value.errors] == [
        (["input", "until"], "不早于2020-01-01")
    ]
    with pytest.raises(Declined):
        await person.act("addWorkExperience", **work((today() + timedelta(days=1)).isoformat(), None))
    await person.act("addWorkExperience", **work("2015-07-01", "2019-06-30"))
    await person.act("addWorkExperience", **work("2018-01-01", None))
    assert "SAFE-EXPERIENCE" in {one["rule"] for one in person.case["findings"] if not one["met"]}
    first, second = (await parts(person))["experience"]
    await person.act("updateWorkExperience", experienceId=second["id"], **work("2019-07-01", None))
    assert "SAFE-EXPERIENCE" not in {one["rule"] for one in person.case["findings"] if not one["met"]}
    await person.act("addWorkExperience", **work("2010-01-01", "2011-01-01"))
    oldest = (await parts(person))["experience"][0]
    await person.act("removeWorkExperience", experienceId=oldest["id"])
    assert [one["id"] for one in (await parts(person))["experience"]] == [first["id"], second["id"]]


async def signed_form(person: Applicant) -> None:
    """Printed from the draft, signed, stamped and attached with the other papers; both pages are wanted."""
    await person.act("prepareApplicationForm")

    async def printed() -> Json | None:
        found: Json | None = (await parts(person))["applicationForm"]
        return found

    form = await until(printed)
    pdf = (await person.client.download(form["downloadUrl"])).content
    said = text_of(pdf)
    assert all(word in said for word in ("化工安全", PLANT, "安全管理", "快递，运费到付"))
    await person.look()
    await person.attach("CONTRACT", "劳动合同")
    await person.attach("HOLDING_IDENTITY", "手持身份证件")
    await person.attach("APPLICATION_FORM", "申请表第一页")
    assert person.unmet() == {"REG-DOCS"}
    await person.attach("APPLICATION_FORM", "申请表第二页")
    assert person.unmet() == set()


@pytest.mark.requirement("S4-24", "S4-25", "S4-36")
async def test_hours_of_a_late_application_are_entered_with_proof(server: Server) -> None:
    async with gathering(server, desks=()) as cast:
        person = cast.applicant
        await person.start(profession=PROFESSION)
        await person.act("saveRegistration", specialtyIds=["CHEMICAL"])
        day = today() - timedelta(days=30)
        with pytest.raises(Declined) as refused:
            await add_hours(person, hours=0.3, day=today() + timedelta(days=2))
        assert {tuple(one["path"]) for one in refused.value.errors} >= {("input", "hours"), ("input", "from")}
        record = await add_hours(person, hours=24, day=day)
        with pytest.raises(Declined) as twice:
            await add_hours(person, hours=24, day=day)
        assert twice.value.codes == ["DUPLICATE"]
        summary = (await parts(person))["hours"]
        assert [one["id"] for one in summary["records"]] == [record["id"]]
        assert (summary["present"], summary["ownSpecialty"], summary["needed"]) == (24, 24, 0)
        with pytest.raises(Declined) as refused:
            await person.upload("PROOF", "证书.jpg", b"")
        assert refused.value.codes == ["FILE_REFUSED"]
        certificate = paper("继续教育证书", person.who.name, day, "化工安全 12学时")
        proof = (await person.upload("PROOF", "证书.jpg", certificate))["file"]["id"]
        proved = await add_hours(person, hours=12, day=day, proofFileId=proof)
        assert proved["proof"]["name"] == "证书.jpg"
        removed = await person.client.do(
            "removeHoursRecord",
            "record { state }",
            id=record["id"],
            version=record["version"],
            idempotencyKey=new_key(),
        )
        assert removed["record"]["state"] == "REMOVED"
        assert [one["id"] for one in (await parts(person))["hours"]["records"]] == [proved["id"]]


async def add_hours(person: Applicant, *, hours: float, day: date, **more: str) -> Json:
    given = await person.client.do(
        "addHoursRecord",
        "record { id version state source hours title proof { name } }",
        profession=PROFESSION,
        specialtyId="CHEMICAL",
        providerName="省安科院",
        courseName="化工安全继续教育",
        hours=hours,
        until=day.isoformat(),
        idempotencyKey=new_key(),
        **{"from": day.isoformat(), **more},
    )
    found: Json = given["record"]
    return found


def work(begins: str, ends: str | None) -> Json:
    return {"from": begins, "until": ends, "employer": PLANT, "work": "安全管理"}


async def parts(person: Applicant) -> Json:
    found: Json = (await person.client.ask(PARTS, id=person.case["id"]))["node"]
    return found


async def told_bodies(person: Applicant) -> dict[str, str]:
    stages = (await parts(person))["stages"]
    return {one["kind"]: one["authority"]["name"] for one in stages if one["authority"]}


async def passed_at(cast: Cast, stage: str) -> None:
    officer = await cast.officer(DESKS[stage])
    await officer.claim((await officer.arrival_again(cast.applicant.case["id"], stage))["id"])
    await officer.decide("passRegistration", cast.applicant.case["id"], opinion="符合要求")


async def carried_out(cast: Cast, stage: str, step: str, **values: str) -> None:
    """The officer closes the batch that took the case and reports it up, or announces it."""
    officer, case_id = await cast.officer(DESKS[stage]), cast.applicant.case["id"]
    await officer.arrival(case_id, stage)
    entry = (await officer.client.ask(BATCH, id=case_id))["node"]["stage"]["batchEntry"]
    batch = {name: entry["batch"][name] for name in ("id", "version")}
    locked = await officer.client.do("lockBatch", "batch { id version }", **batch, idempotencyKey=new_key())
    await officer.client.do(step, "batch { id }", **locked["batch"], **values, idempotencyKey=new_key())


async def sent(cast: Cast, maker: Officer) -> None:
    """By courier, as the form asked."""
    delivery = (await maker.client.ask(DELIVERED, id=cast.applicant.case["id"]))["node"]["delivery"]
    await maker.client.do(
        "sendDelivery",
        "delivery { id }",
        **delivery,
        courier="顺丰速运",
        courierNumber="SF1",
        idempotencyKey=new_key(),
    )


async def the_certificate_says_category_and_label(person: Applicant) -> None:
    async def with_document() -> Json | None:
        (found,) = (await person.client.ask(CERTIFICATE))["certificates"]["nodes"]
        return found if found["document"] else None

    certificate = await until(with_document)
    assert [one["name"] for one in certificate["specialties"]] == ["化工安全"]
    assert certificate["seals"] == []
    (label,) = certificate["labels"]
    assert label["validUntil"] == certificate["validUntil"]
    pdf = (await person.client.download(certificate["document"]["downloadUrl"])).content
    said = text_of(pdf)
    assert all(word in said for word in ("化工安全", certificate["number"], label["number"], "注册管理中心"))
    assert "执业印章" not in said
