"""graphql-transport-ws, case by case, from the protocol's text."""

import json

import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus
from websockets.typing import Subprotocol

from tests.clients import Json, raw_socket
from tests.server import Server

COUNT = "subscription { countDown }"
NEVER = "subscription { never }"


def subscribe(id: object = "1", **payload: object) -> Json:
    return {"id": id, "type": "subscribe", "payload": {"query": "{ hello }", **payload}}


async def test_handshake(server: Server) -> None:
    async with connect(server.ws, subprotocols=[Subprotocol("graphql-transport-ws")]) as connection:
        assert connection.subprotocol == "graphql-transport-ws"
    for wrong in ([Subprotocol("graphql-ws")], None):
        async with connect(server.ws, subprotocols=wrong) as connection:
            await connection.wait_closed()
            assert connection.close_code == 4406
    for origin in ("https://evil.example", "null"):
        with pytest.raises(InvalidStatus) as refused:
            await connect(server.ws, subprotocols=[Subprotocol("graphql-transport-ws")], origin=origin)  # type: ignore[arg-type]
        assert refused.value.response.status_code == 403
    async with raw_socket(server.ws, Origin=server.http):
        pass


WRONG_MESSAGES = {
    "not json": "{",
    "deep": "[" * 100_000,
    "array": "[]",
    "string": '"x"',
    "null": "null",
    "number": "5",
    "octets": b"\x01\x02",
    "no type": {},
    "unknown type": {"type": "start"},
    "object type": {"type": {}},
    "init payload": {"type": "connection_init", "payload": "x"},
    "ping payload": {"type": "ping", "payload": 5},
    "no id": {"type": "subscribe", "payload": {"query": "{ hello }"}},
    "empty id": subscribe(""),
    "object id": subscribe({}),
    "no payload": {"id": "1", "type": "subscribe"},
    "string payload": {"id": "1", "type": "subscribe", "payload": "x"},
    "no query": {"id": "1", "type": "subscribe", "payload": {}},
    "number query": subscribe(query=5),
    "string variables": subscribe(variables="x"),
    "number operationName": subscribe(operationName=5),
    "string extensions": subscribe(extensions="x"),
    "complete without id": {"type": "complete"},
}


@pytest.mark.parametrize("initialised", [False, True], ids=["before init", "after init"])
async def test_wrong_messages_close_with_4400(server: Server, initialised: bool) -> None:
    codes = {}
    for name, message in WRONG_MESSAGES.items():
        async with raw_socket(server.ws, init=initialised) as socket:
            await socket.say(message)
            codes[name] = await socket.hear_close()
    assert codes == dict.fromkeys(WRONG_MESSAGES, 4400)


async def test_init_is_acknowledged_once(server: Server) -> None:
    for payload in ({}, None, {"theme": "dark"}):
        async with raw_socket(server.ws, init=False) as socket:
            await socket.init(payload)
            await socket.say({"type": "connection_init"})
            assert await socket.hear_close() == 4429


async def test_subscribing_before_the_ack_closes_with_4401(server: Server) -> None:
    async with raw_socket(server.ws, init=False) as socket:
        await socket.say(subscribe())
        assert await socket.hear_close() == 4401


async def test_unknown_token_closes_with_4403(server: Server) -> None:
    for authorization in ("Bearer none", "Basic x", 5, "Bearer "):
        async with raw_socket(server.ws, init=False) as socket:
            await socket.say({"type": "connection_init", "payload": {"authorization": authorization}})
            assert await socket.hear_close() == 4403


async def test_pings_are_answered_before_and_after_init(server: Server) -> None:
    for init in (False, True):
        async with raw_socket(server.ws, init=init) as socket:
            await socket.say({"type": "ping"})
            assert await socket.hear() == {"type": "pong"}
            await socket.say({"type": "ping", "payload": {"at": 1}})
            assert await socket.hear() == {"type": "pong", "payload": {"at": 1}}
            await socket.say({"type": "pong"})
            await socket.say({"type": "pong", "payload": {}})
            await socket.say({"type": "ping"})
            assert await socket.hear() == {"type": "pong"}


async def test_query_mutation_and_subscription(server: Server) -> None:
    async with raw_socket(server.ws) as socket:
        await socket.subscribe("q", "query ($name: String!) { hello(name: $name) }", {"name": "李"})
        assert await socket.hear() == {"id": "q", "type": "next", "payload": {"data": {"hello": "李好"}}}
        assert await socket.hear() == {"id": "q", "type": "complete"}
        await socket.subscribe("m", 'mutation { namePerson(name: "王") { id } }')
        assert (await socket.hear())["payload"]["data"]["namePerson"]["id"] > 0
        assert await socket.hear() == {"id": "m", "type": "complete"}
        await socket.subscribe("s", COUNT)
        heard = [await socket.hear() for _ in range(4)]
        assert [m["payload"]["data"]["countDown"] for m in heard[:3]] == [3, 2, 1]
        assert heard[3] == {"id": "s", "type": "complete"}


async def test_operation_name_chooses(server: Server) -> None:
    async with raw_socket(server.ws) as socket:
        both = "query A { a: hello } query B { b: hello }"
        await socket.say(subscribe(query=both, operationName="B"))
        assert (await socket.hear())["payload"]["data"] == {"b": "您好"}


@pytest.mark.parametrize(
    "payload",
    [
        {"query": "{ hello"},
        {"query": ""},
        {"query": "{ nothing }"},
        {"query": "query A { hello }", "operationName": "B"},
        {"query": "query ($n: String!) { hello(name: $n) }"},
        {"query": "subscription { nothing }"},
    ],
    ids=["syntax", "empty", "validation", "unknown operation", "variable", "subscription"],
)
async def test_what_cannot_run_is_an_error_message_and_the_socket_lives(
    server: Server, payload: Json
) -> None:
    async with raw_socket(server.ws) as socket:
        await socket.subscribe("other", NEVER)
        await socket.say(subscribe(**payload))
        answer = await socket.hear()
        while answer["type"] == "next":  # an error of variables is found when the operation has begun
            assert answer["payload"]["errors"]
            answer = await socket.hear()
        assert (answer["id"], answer["type"]) in {("1", "error"), ("1", "complete")}
        if answer["type"] == "error":
            assert all(error["extensions"]["code"] == "BAD_REQUEST" for error in answer["payload"])
        await socket.say(subscribe())
        assert (await socket.hear())["payload"]["data"] == {"hello": "您好"}


async def test_errors_while_running_are_data_and_masked(server: Server) -> None:
    async with raw_socket(server.ws) as socket:
        await socket.subscribe("1", "{ hello fail }")
        heard = json.dumps(await socket.hear())
        assert "INTERNAL" in heard and "reference" in heard and "secret detail" not in heard
        assert (await socket.hear())["type"] == "complete"
        await socket.subscribe("2", "subscription { breakOff }")
        assert (await socket.hear())["payload"]["data"] == {"breakOff": 1}
        broken = json.dumps(await socket.hear())
        assert "INTERNAL" in broken and "secret detail" not in broken
        assert (await socket.hear())["type"] == "complete"


async def test_an_id_in_use_closes_with_4409(server: Server) -> None:
    async with raw_socket(server.ws) as socket:
        await socket.subscribe("1", NEVER)
        await socket.subscribe("1", NEVER)
        assert await socket.hear_close() == 4409


async def test_an_id_is_free_again_after_completion_by_either_side(server: Server) -> None:
    async with raw_socket(server.ws) as socket:
        for _ in range(2):
            await socket.say(subscribe())
            assert [(await socket.hear())["type"] for _ in range(2)] == ["next", "complete"]
        for _ in range(2):
            await socket.subscribe("2", NEVER)
            await socket.say({"id": "2", "type": "complete"})
        await socket.say({"id": "unknown", "type": "complete"})
        await socket.say(subscribe("2"))
        assert (await socket.hear())["id"] == "2"


async def test_nothing_comes_after_the_client_completes(server: Server) -> None:
    async with raw_socket(server.ws) as socket:
        await socket.subscribe("1", "subscription { countDown(start: 100000) }")
        assert (await socket.hear())["id"] == "1"
        await socket.say({"id": "1", "type": "complete"})
        await socket.say({"type": "ping", "payload": {"mark": True}})
        while (answer := await socket.hear()).get("id") == "1":
            pass
        assert answer == {"type": "pong", "payload": {"mark": True}}
        await socket.say(subscribe("2"))
        assert (await socket.hear())["id"] == "2"


async def test_many_operations_share_a_socket_up_to_the_limit(server: Server) -> None:
    async with raw_socket(server.ws) as socket:
        for number in range(100):
            await socket.subscribe(str(number), NEVER)
        await socket.subscribe("one more", NEVER)
        answer = await socket.hear()
        assert (answer["id"], answer["type"]) == ("one more", "error")
        assert answer["payload"][0]["extensions"]["code"] == "TOO_COSTLY"
