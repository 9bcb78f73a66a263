"""Filling in the form as the wizard does: every step saved, gaps allowed."""

from datetime import timedelta

from models.kernel.clock import today
from tests.journeys.applicant import Applicant
from tests.journeys.client import Json, new_key
from tests.journeys.papers import PORTRAIT_AT, PORTRAIT_SIZE, phone_photo

EMPLOYER = "南京青砚消防技术服务有限公司"
SCANS = {"QUALIFICATION": "资格证书", "IDENTITY": "身份证正反面", "CONTRACT": "劳动合同"}


async def fill_in(person: Applicant) -> None:
    """A complete draft, ready to be submitted."""
    await person.start()
    await take_pledge(person)
    await person.act("saveRegistration", basic=person.who.basic)
    await person.act("saveRegistration", employment=await employment(person))
    photo = await cut_photo(person)
    await person.act("saveRegistration", basic={"photoFileId": photo["id"]})
    for kind, title in SCANS.items():
        await person.attach(kind, title)
    await choose_authority(person)


async def take_pledge(person: Applicant, profession: str = "FIRE_ENGINEER") -> None:
    """Read the pledge that is in force and tick it."""
    book = await person.client.ask(
        "query ($of: Profession!) { rulebook(profession: $of) { forms { kind pledge { edition heading body } } } }",
        of=profession,
    )
    kind = person.case["kind"]
    pledge: Json = next(form for form in book["rulebook"]["forms"] if form["kind"] == kind)["pledge"]
    assert "诚信承诺书" in pledge["heading"]
    await person.act("acceptPledge", pledgeEdition=pledge["edition"])


async def employment(person: Applicant, name: str = EMPLOYER) -> Json:
    """Found by a part of the employer's name."""
    found = await person.client.ask(
        "query ($text: String!) { findEmployers(text: $text) { id name creditCode } }", text=name[2:6]
    )
    (employer,) = found["findEmployers"]
    assert employer["name"] == name
    return {
        "employerId": employer["id"],
        "department": "技术部",
        "post": "消防设施检测员",
        "term": "FIXED",
        "termFrom": (today() - timedelta(days=30)).isoformat(),
        "termUntil": (today() + timedelta(days=1000)).isoformat(),
        "retired": False,
    }


async def cut_photo(person: Applicant) -> Json:
    """A photo from the phone, cut by the photo tool; gives the finished one."""
    original = await person.upload("PHOTO", "手机照片.jpg", phone_photo())
    given = await person.client.do(
        "cropPhoto",
        "file { id state width height bytes mediaType downloadUrl }",
        fileId=original["file"]["id"],
        left=PORTRAIT_AT[0],
        top=PORTRAIT_AT[1],
        width=PORTRAIT_SIZE[0],
        height=PORTRAIT_SIZE[1],
        turn=0,
        idempotencyKey=new_key(),
    )
    found: Json = given["file"]
    return found


async def choose_authority(person: Applicant, name: str = "江苏省消防救援总队") -> Json:
    """The one that is advised; gives the advice."""
    advice = await person.client.ask(
        "query ($id: ID!) { node(id: $id) { ... on Registration { authorityAdvice { reason advised { id name }"
        " choices { id } } } } }",
        id=person.case["id"],
    )
    given: Json = advice["node"]["authorityAdvice"]
    assert given["advised"]["name"] == name
    await person.act("chooseAuthority", authorityId=given["advised"]["id"])
    return given
