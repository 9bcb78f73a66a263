"""State before + events = state fetched after."""

from models.registration.events import CLAIMS
from tests.journeys.applicant import Applicant
from tests.journeys.client import Json
from tests.journeys.stream import Stream

HISTORY = "query ($id: ID!) { node(id: $id) { ... on Registration { version state events(first: 100) { nodes { id cursor } } } } }"
SINCE = "query ($after: Cursor) { events(after: $after, first: 100) { events { id name } more } }"


async def nothing_was_missed(person: Applicant, cursor: str, cases: Stream, messages: Stream) -> None:
    """What the streams told since the cursor is what the journal holds for this person since then."""
    asked = await person.client.ask(SINCE, after=cursor)
    assert not asked["events"]["more"]
    held = [event["id"] for event in asked["events"]["events"]]
    for stream in (cases, messages):
        told = ids(stream)
        assert told == [one for one in held if one in set(told)], "out of order, or told twice"
    fetched = (await person.client.ask(HISTORY, id=person.case["id"]))["node"]
    since = [event["id"] for event in fetched["events"]["nodes"] if event["id"] in set(held)]
    claims = [event["id"] for event in asked["events"]["events"] if event["name"] in CLAIMS]
    assert sorted(ids(cases)) == sorted(since + claims)
    last = cases.events[-1]["registration"]
    assert (last["version"], last["state"]) == (fetched["version"], fetched["state"])


def ids(stream: Stream) -> list[str]:
    return [event_of(frame)["id"] for frame in stream.events]


def event_of(frame: Json) -> Json:
    found: Json = frame["event"]
    return found
