"""Class hours that an engineer enters, and the papers that a case has."""

from datetime import timedelta

from models.kernel.clock import today
from tests.journeys.applicant import Applicant
from tests.journeys.client import Json, new_key
from tests.journeys.papers import paper
from tests.other_holders import SAFETY
from tests.waiting import until

PAPERS = """query ($id: ID!) { node(id: $id) { ... on Registration {
  applicationForm { downloadUrl } decisionLetter { downloadUrl } hours { present needed ownSpecialty } } } }"""


async def study(person: Applicant, hours: float, specialty: str) -> None:
    """Hours entered by oneself, with the certificate (S4-54)."""
    day = (today() - timedelta(days=40 + int(hours))).isoformat()
    scan = paper("继续教育证书", person.who.name, today(), f"{specialty} {hours}学时")
    file = (await person.upload("PROOF", "证书.jpg", scan))["file"]["id"]
    await person.client.do(
        "addHoursRecord",
        "record { id }",
        profession=SAFETY.value,
        specialtyId=specialty,
        providerName="省安科院",
        courseName="安全生产继续教育",
        hours=hours,
        until=day,
        proofFileId=file,
        idempotencyKey=new_key(),
        **{"from": day},
    )


async def printed(person: Applicant, which: str = "applicationForm") -> bytes:
    """The newest paper of that name, once it is made."""

    async def made() -> Json | None:
        found: Json | None = (await person.client.ask(PAPERS, id=person.case["id"]))["node"][which]
        return found

    return (await person.client.download((await until(made))["downloadUrl"])).content
