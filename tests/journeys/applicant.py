"""What a person does with an application, step by step."""

from dataclasses import dataclass, field
from datetime import date
from itertools import count
from typing import Any

from api.demo.numbers import identity_number
from models.people.kinds import Sex
from tests.journeys.client import Client, Json, new_key
from tests.journeys.papers import paper

CASE = """registration { id version state status number kind grade previewDigest pledgeAccepted
  availableActions { action ready reason }
  findings { rule severity met present needed path }
  attachments { id kind file { name } remarks { text answered } }
  remarks { path text answered stage attachment { id } }
  stages { kind state } stage { kind } }"""
CASE_QUERY = (
    f"query ($id: ID!) {{ node(id: $id) {{ ... on Registration {CASE.removeprefix('registration')} }} }}"
)
BORN = date(1993, 4, 12)
_serial = count(101)


@dataclass(frozen=True)
class Facts:
    """Who applies, another one for each serial. The number has its check digit; the person does not exist."""

    serial: int = field(default_factory=lambda: next(_serial))
    name: str = "林知夏"
    password: str = "Xia-de-mima-2026"

    @property
    def mobile(self) -> str:
        return f"136{self.serial:08d}"

    @property
    def number(self) -> str:
        return identity_number("320106", BORN, Sex.FEMALE, self.serial)

    @property
    def basic(self) -> Json:
        """The first page of the form, without photo and qualification."""
        return {
            "name": self.name,
            "sex": "FEMALE",
            "birthDate": BORN.isoformat(),
            "identityKind": "RESIDENT",
            "identityNumber": self.number,
            "mobile": self.mobile,
            "education": "消防工程 本科",
            "address": "江苏省南京市鼓楼区汉口路22号",
            "capable": True,
        }


@dataclass
class Applicant:
    """Somebody signed in, and the case at hand as last read."""

    client: Client
    who: Facts = field(default_factory=Facts)
    case: Json = field(default_factory=dict)

    async def start(self, kind: str = "INITIAL", profession: str = "FIRE_ENGINEER", **about: str) -> None:
        known = {"profession": profession, "kind": kind, "idempotencyKey": new_key()}
        self.case = (await self.client.do("startRegistration", CASE, **(known | about)))["registration"]

    async def act(self, step: str, **values: Any) -> Json:
        """A step on the case with the version last read; gives the case after it."""
        known = {"id": self.case["id"], "version": self.case["version"], "idempotencyKey": new_key()}
        self.case = (await self.client.do(step, CASE, **(known | values)))["registration"]
        return self.case

    async def look(self) -> Json:
        """The case as it is now."""
        self.case = (await self.client.ask(CASE_QUERY, id=self.case["id"]))["node"]
        return self.case

    async def upload(self, purpose: str, name: str, content: bytes) -> Json:
        """A ticket, then the content over plain HTTP; gives the service's answer, refusal or not."""
        asked = await self.client.do(
            "requestUpload",
            "ticket { url maxBytes mediaTypes file { id state } }",
            purpose=purpose,
            name=name,
            bytes=len(content),
            idempotencyKey=new_key(),
        )
        url = asked["ticket"]["url"]
        answer = await self.client.http.put(url, content=content, headers=self.client.headers)
        found: Json = answer.json()
        return found

    async def attach(self, kind: str, title: str, *lines: str) -> None:
        """The scan of a paper, uploaded and put into its slot."""
        content = paper(title, self.who.name, date(2026, 9, 1), *lines)
        stored = await self.upload("SCAN", f"{title}.jpg", content)
        await self.act("attachToRegistration", kind=kind, fileId=stored["file"]["id"])

    async def submit(self, step: str = "submitRegistration") -> Json:
        return await self.act(step, previewDigest=self.case["previewDigest"])

    def unmet(self) -> set[str]:
        """Rules that stand in the way."""
        found = self.case["findings"]
        return {one["rule"] for one in found if not one["met"] and one["severity"] == "BLOCKING"}
