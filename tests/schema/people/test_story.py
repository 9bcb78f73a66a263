"""From a mobile to an account, in and out again, as a client does it."""

from typing import Any

import pytest

from models.kernel.viewer import PUBLIC_VIEWER, Viewer
from models.people.sessions import viewer_of_token
from models.people.tables import Slider
from schema import people
from schema.root import sensitive_fields
from tests.models.people.stories import PASSWORD, enter, human_track, member, sent_code
from tests.schema.asking import ask, fault

MOBILE, OTHER = "13211111111", "13222222222"
ERRORS = "userErrors { __typename code message path ... on InvalidField { received wanted } }"

START = "mutation { startSlider { slider { id imageUrl pieceUrl puzzle expiresAt } userErrors { code } } }"
REQUEST = f"""mutation($input: RequestCodeInput!) {{ requestCode(input: $input) {{
    challenge {{ id state purpose sentTo triesLeft }} cursor {ERRORS} }} }}"""
PROVE = f"""mutation($input: ProveCodeInput!) {{ proveCode(input: $input) {{
    challenge {{ id state }} {ERRORS} }} }}"""
OPEN = f"""mutation($input: OpenAccountInput!) {{ openAccount(input: $input) {{
    token account {{ id state status mobile {{ masked full }} person {{ id title }}
        availableActions {{ action label ready }} }} cursor {ERRORS} }} }}"""
SIGN_IN = f"""mutation($input: SignInInput!) {{ signIn(input: $input) {{
    token account {{ id }} session {{ id current device city state }} {ERRORS} }} }}"""
SET = (
    f"mutation($input: SetPasswordInput!) {{ setPassword(input: $input) {{ account {{ state }} {ERRORS} }} }}"
)
VIEWER = """{ viewer { account { id title sessions(first: 10) { nodes { id state current idleAt } totalCount }
    events(first: 10) { nodes { name summary actor { label } } } }
    person { id } reviewer { id } unreadCount todo { count } missingProfile { rule met advice } } }"""


async def request(target: str, purpose: str = "OPEN_ACCOUNT") -> dict[str, Any]:
    slider = (await ask(PUBLIC_VIEWER, START))["startSlider"]["slider"]
    offset = (await Slider.get(secret=slider["id"])).offset
    answer = {"sliderId": slider["id"], "track": list(human_track(offset))}
    given = {"slider": answer, "channel": "SMS", "target": target, "purpose": purpose}
    return dict((await ask(PUBLIC_VIEWER, REQUEST, input=given))["requestCode"])


async def test_nobody_is_shown_as_nobody(sqlite: str) -> None:
    viewer = (await ask(PUBLIC_VIEWER, VIEWER))["viewer"]
    assert viewer == {
        "account": None,
        "person": None,
        "reviewer": None,
        "unreadCount": 0,
        "todo": [],
        "missingProfile": [],
    }
    assert await fault(PUBLIC_VIEWER, "mutation { signOut { session { id } } }") == "UNAUTHENTICATED"
    given = {"password": PASSWORD, "passwordAgain": PASSWORD}
    assert await fault(PUBLIC_VIEWER, SET, input=given) == "UNAUTHENTICATED"


async def test_wrong_input_names_field_received_and_wanted(sqlite: str) -> None:
    refused = await request("1321")
    assert refused["challenge"] is None and refused["cursor"] is None
    assert refused["userErrors"] == [
        {
            "__typename": "InvalidField",
            "code": "INVALID",
            "message": "手机号应为 1 开头的 11 位数字，收到 4 位",
            "path": ["input", "target"],
            "received": "****",
            "wanted": "11 位手机号，第二位为 3 至 9",
        }
    ]


async def test_wrong_credentials_are_the_contract_others_write_clients_against(sqlite: str) -> None:
    given = {"login": MOBILE, "password": "wrong-password"}
    refused = (await ask(PUBLIC_VIEWER, SIGN_IN, input=given))["signIn"]
    assert (refused["token"], refused["account"]) == (None, None)
    assert refused["userErrors"] == [
        {"__typename": "OtherError", "code": "WRONG_CREDENTIALS", "message": "账号或密码不正确", "path": None}
    ]


@pytest.mark.requirement("S0-22", "S1-36")
async def test_a_newcomer_opens_an_account_sets_a_password_and_comes_back(database: str) -> None:
    asked = (await request(MOBILE))["challenge"]
    assert (asked["state"], asked["sentTo"], asked["triesLeft"]) == ("ISSUED", "132****1111", 5)
    given = {"challengeId": asked["id"], "code": await sent_code(MOBILE)}
    proved = (await ask(PUBLIC_VIEWER, PROVE, input=given))["proveCode"]
    assert proved["challenge"] == {"id": asked["id"], "state": "PROVED"}
    opened = await _open(asked["id"])
    account = opened["account"]
    assert (account["state"], account["status"]) == ("PASSWORDLESS", "待设密码")
    assert account["mobile"] == {"masked": "132****1111", "full": MOBILE}
    assert {action["action"] for action in account["availableActions"]} == {
        "SET_PASSWORD",
        "RESET_PASSWORD",
    }
    viewer = await _known(opened["token"])
    mine = (await ask(viewer, VIEWER))["viewer"]
    assert [finding["rule"] for finding in mine["missingProfile"]] == ["PWD-1"]
    given = {"password": PASSWORD, "passwordAgain": PASSWORD}
    assert (await ask(viewer, SET, input=given))["setPassword"]["account"] == {"state": "ACTIVE"}
    entered = (await ask(PUBLIC_VIEWER, SIGN_IN, input={"login": MOBILE, "password": PASSWORD}))["signIn"]
    assert entered["account"] == {"id": account["id"]}
    assert entered["session"] | {"id": ""} == {
        "id": "",
        "current": True,
        "device": "Firefox · Linux",
        "city": None,
        "state": "OPEN",
    }
    history = (await ask(viewer, VIEWER))["viewer"]["account"]["events"]["nodes"]
    assert [(event["name"], event["summary"]) for event in history] == [
        ("ACCOUNT_OPENED", "账号已开户"),
        ("PASSWORD_SET", "已设置密码"),
    ]


async def test_an_opening_sent_again_opens_no_second_account_but_lets_in(database: str) -> None:
    asked = (await request(MOBILE))["challenge"]
    given = {"challengeId": asked["id"], "code": await sent_code(MOBILE)}
    await ask(PUBLIC_VIEWER, PROVE, input=given)
    first, again = await _open(asked["id"]), await _open(asked["id"])
    assert first["account"]["id"] == again["account"]["id"]
    assert first["token"] != again["token"]
    assert (await _known(again["token"])).account_id == (await _known(first["token"])).account_id


@pytest.mark.requirement("D-11", "S2-27")
async def test_sessions_are_listed_and_ended(sqlite: str) -> None:
    await member(MOBILE)
    other, _ = await enter(MOBILE)
    _, viewer = await enter(MOBILE)
    sessions = (await ask(viewer, VIEWER))["viewer"]["account"]["sessions"]
    assert (sessions["totalCount"], [s["current"] for s in sessions["nodes"]]) == (2, [True, False])
    end = "mutation($input: EndSessionInput!) { endSession(input: $input) { sessions { id state } } }"
    ended = (await ask(viewer, end, input={"sessionId": other.global_id}))["endSession"]["sessions"]
    assert ended == [{"id": other.global_id, "state": "ENDED"}]
    out = (await ask(viewer, "mutation { signOut { session { state } userErrors { code } } }"))["signOut"]
    assert out == {"session": {"state": "ENDED"}, "userErrors": []}


async def test_another_ones_account_and_session_are_nothing(sqlite: str) -> None:
    account = await member(OTHER)
    theirs, _ = await enter(OTHER)
    await member(MOBILE)
    _, viewer = await enter(MOBILE)
    for id_ in (account.global_id, theirs.global_id, f"per_{account.person_id}", "acc_999999", "nonsense"):
        assert await ask(viewer, "query($id: ID!) { node(id: $id) { id } }", id=id_) == {"node": None}
    end = "mutation($input: EndSessionInput!) { endSession(input: $input) { sessions { id } } }"
    assert await fault(viewer, end, input={"sessionId": theirs.global_id}) == "NOT_FOUND"


def test_one_operation_may_hold_one_guess_only() -> None:
    assert sensitive_fields([people]) >= {
        "signIn",
        "signInWithCode",
        "requestCode",
        "proveCode",
        "openAccount",
        "resetPassword",
        "setPassword",
        "changePassword",
        "changeMobile",
        "revealSensitive",
    }


async def _open(challenge: str) -> dict[str, Any]:
    given = {"challengeId": challenge, "idempotencyKey": "opening"}
    opened = (await ask(PUBLIC_VIEWER, OPEN, input=given))["openAccount"]
    assert opened["userErrors"] == [] and opened["cursor"]
    return dict(opened)


async def _known(token: str) -> Viewer:
    viewer = await viewer_of_token(token)
    assert viewer is not None
    return viewer
