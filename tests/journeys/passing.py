"""Applications of safety and supervision engineers passed from desk to desk: the employer, batches, the courier."""

from api.demo.employers import FIRMS, SUPERVISOR
from api.demo.known import PASSWORD
from models.kernel.clock import today
from tests.journeys.applicant import Applicant
from tests.journeys.cast import Cast
from tests.journeys.client import Client, Json, new_key
from tests.journeys.entering import sign_in
from tests.journeys.officer import Officer
from tests.journeys.stream import CASES, following

SAFETY = {
    "PRE_EXAMINATION": "13800000301",
    "FIRST_EXAMINATION": "13800000302",
    "FINAL_EXAMINATION": "13800000303",
    "ANNOUNCEMENT": "13800000304",
    "CERTIFICATE_MAKING": "13800000305",
    "DELIVERY": "13800000305",
}
SUPERVISION = {
    "ACCEPTANCE": "13800000401",
    "EXAMINATION": "13800000402",
    "DECISION": "13800000403",
    "CERTIFICATE_MAKING": "13800000404",
}
"""Demonstration mobiles of the reviewers of each stage."""
BATCH = "query ($id: ID!) { node(id: $id) { ... on Registration { stage { batchEntry { batch { id version } } } } } }"
DELIVERED = "query ($id: ID!) { node(id: $id) { ... on Registration { delivery { id version } } } }"
VERSION = "query ($id: ID!) { node(id: $id) { ... on Registration { id version stage { kind } } } }"
BATCHED = {
    "FIRST_EXAMINATION": (
        "reportBatch",
        {"stampNumber": "苏应急注〔2026〕9号", "stampedOn": today().isoformat()},
    ),
    "ANNOUNCEMENT": ("announceBatch", {"notice": "下列人员准予注册，现予公告。"}),
}


async def passed_through(
    cast: Cast, person: Applicant, desks: dict[str, str], *stages: str, clerk: Client | None = None
) -> list[str]:
    """Submit; every desk of the route passes; gives the events that the filer saw without asking, in order.

    :param clerk: of the employer that reports up; the supervision company's unless said.
    """
    officers = {stage: await cast.officer(desks[stage]) for stage in stages if stage in desks}
    if "EMPLOYER" in stages:
        clerk = clerk or await clerk_of(cast)
    case_id = person.case["id"]
    async with following(person.client, CASES, id=case_id) as cases:
        await person.submit()
        for stage in stages:
            if stage == "EMPLOYER":
                assert clerk is not None
                await report_up(clerk, case_id)
            else:
                await _passed(officers[stage], case_id, stage)
        frame = await cases.named("REGISTRATION_COMPLETED")
        assert frame["registration"]["state"] == "COMPLETED"
        return cases.names


async def clerk_of(cast: Cast, name: str = SUPERVISOR.name) -> Client:
    """Of a firm; the supervision company unless said."""
    client = await cast.stranger()
    firm = next(one for one in FIRMS if one.name == name)
    await sign_in(client, firm.credit_code, PASSWORD)
    return client


async def report_up(clerk: Client, case_id: str) -> None:
    case = (await clerk.ask(VERSION, id=case_id))["node"]
    assert case["stage"]["kind"] == "EMPLOYER"
    known = {"id": case_id, "version": case["version"], "pledgeEdition": "2026-1"}
    await clerk.do("reportUpRegistration", "registration { id }", **known, idempotencyKey=new_key())


async def _passed(officer: Officer, case_id: str, stage: str) -> None:
    if stage == "DELIVERY":
        await _sent(officer, case_id)
    elif stage in BATCHED:
        await officer.arrival(case_id, stage)
        await _carried_out(officer, case_id, stage)
    else:
        await officer.claim((await officer.arrival(case_id, stage))["id"])
        step = "issueCertificate" if stage == "CERTIFICATE_MAKING" else "passRegistration"
        await officer.decide(step, case_id)


async def _carried_out(officer: Officer, case_id: str, stage: str) -> None:
    """The officer closes the batch that took the case and reports it up, or announces it."""
    step, values = BATCHED[stage]
    entry: Json = (await officer.client.ask(BATCH, id=case_id))["node"]["stage"]["batchEntry"]
    batch = {name: entry["batch"][name] for name in ("id", "version")}
    locked = await officer.client.do("lockBatch", "batch { id version }", **batch, idempotencyKey=new_key())
    await officer.client.do(step, "batch { id }", **locked["batch"], **values, idempotencyKey=new_key())


async def _sent(officer: Officer, case_id: str) -> None:
    delivery = (await officer.client.ask(DELIVERED, id=case_id))["node"]["delivery"]
    by = {"courier": "顺丰速运", "courierNumber": "SF2"}
    await officer.client.do("sendDelivery", "delivery { id }", **delivery, **by, idempotencyKey=new_key())
