"""How somebody comes in: proof of work instead of the slider, the code from the outbox, an account or a session."""

import asyncio
import re
from hashlib import sha256
from html import unescape

from tests.journeys.client import Client, new_key

PATIENCE_SECONDS = 20.0
LOOK_EVERY_SECONDS = 0.05


async def open_account(client: Client, mobile: str, password: str) -> None:
    """A newcomer proves the mobile, gets an account without a password, and chooses one."""
    challenge = await proved(client, mobile, "OPEN_ACCOUNT")
    opened = await client.do(
        "openAccount", "token account { id state }", challengeId=challenge, idempotencyKey=new_key()
    )
    assert opened["account"]["state"] == "PASSWORDLESS"
    client.token = opened["token"]
    chosen = await client.do("setPassword", "account { state }", password=password, passwordAgain=password)
    assert chosen["account"]["state"] == "ACTIVE"


async def sign_in(client: Client, login: str, password: str) -> None:
    client.token = (await client.do("signIn", "token", login=login, password=password))["token"]


async def proved(client: Client, mobile: str, purpose: str) -> str:
    """The id of a challenge that the mobile's owner has proved."""
    asked = await client.do(
        "requestCode",
        "challenge { id state sentTo triesLeft }",
        slider=await solved_slider(client),
        channel="SMS",
        target=mobile,
        purpose=purpose,
    )
    challenge = asked["challenge"]
    assert mobile not in challenge["sentTo"]
    code = await code_of(client, mobile)
    given = await client.do("proveCode", "challenge { id state }", challengeId=challenge["id"], code=code)
    assert given["challenge"]["state"] == "PROVED"
    return str(challenge["id"])


async def solved_slider(client: Client) -> dict[str, str]:
    """A slider answered by proof of work: the first number whose digest begins with enough zero bits."""
    asked = await client.ask("mutation { startSlider { slider { id puzzle } userErrors { message } } }")
    slider = asked["startSlider"]["slider"]
    puzzle = slider["puzzle"]
    bits = int(puzzle.split(":", 1)[0])
    number = await asyncio.to_thread(_work, puzzle, bits)
    return {"sliderId": slider["id"], "proof": str(number)}


async def code_of(client: Client, mobile: str) -> str:
    """The newest code sent to the mobile, as a developer reads it on the outbox page."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while True:
            page = unescape((await client.download("/outbox")).text)
            messages = re.findall(rf"{mobile}.{{0,400}}?验证码\s*(\d{{6}})", page, re.DOTALL)
            if messages:
                return str(messages[0])
            await asyncio.sleep(LOOK_EVERY_SECONDS)


def _work(puzzle: str, bits: int) -> int:
    number = 0
    while int.from_bytes(sha256(f"{puzzle}:{number}".encode()).digest(), "big") >> (256 - bits):
        number += 1
    return number
