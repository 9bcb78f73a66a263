"""What a reviewer does: see work arrive, claim it, decide."""

from dataclasses import dataclass
from typing import Any

from tests.journeys.client import Client, Json, new_key
from tests.journeys.stream import Stream

CASE = "registration { id version state number stage { kind state } }"
CASE_QUERY = """query ($id: ID!) { node(id: $id) { ... on Registration {
  id version state number stage { kind } workItem { id fence state heldBy { id name } }
  basic { name { masked full } identityNumber { masked full } }
  attachments { id kind file { id name downloadUrl } } findings { rule met severity } } } }"""


@dataclass
class Officer:
    """A reviewer signed in. `queue` is the open page: everything that changed in it since it was opened."""

    client: Client
    name: str
    queue: Stream

    async def arrival(self, case_id: str, stage: str) -> Json:
        """The work item, once the queue shows that the case has come to that stage."""

        def here(frame: Json) -> bool:
            item = frame["workItem"]
            return bool(
                frame["event"]["name"] in ("WORK_ADDED", "REGISTRATION_RESUBMITTED")
                and item
                and item["stage"] == stage
                and item["subject"]["id"] == case_id
            )

        found: Json = (await self.queue.until(here))["workItem"]
        return found

    async def arrival_again(self, case_id: str, stage: str) -> Json:
        """The work item as it stands now, after the case came to that stage for the last time."""
        await self.arrival(case_id, stage)
        found: Json = (await self.read(case_id))["workItem"]
        return found

    async def claim(self, item_id: str) -> Json:
        given = await self.client.do(
            "claimWork", "workItem { id fence state heldBy { name } }", id=item_id, idempotencyKey=new_key()
        )
        found: Json = given["workItem"]
        return found

    async def read(self, case_id: str) -> Json:
        found: Json = (await self.client.ask(CASE_QUERY, id=case_id))["node"]
        return found

    async def decide(self, step: str, case_id: str, give: str = CASE, **values: Any) -> Json:
        """A step on a case that is held, with what was just read of it."""
        case = await self.read(case_id)
        known = {
            "id": case_id,
            "version": case["version"],
            "fence": case["workItem"]["fence"],
            "idempotencyKey": new_key(),
        }
        return await self.client.do(step, give, **(known | values))
