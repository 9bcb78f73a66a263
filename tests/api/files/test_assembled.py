"""The whole application: sessions of the database open and close addresses of files."""

from hashlib import sha256
from pathlib import Path

import httpx
from starlette.testclient import TestClient

from api.app import make_app
from api.settings import Settings
from models.files import steps
from models.files.links import upload_url
from models.files.tables import FilePurpose
from models.kernel.unit import Unit, unit_of_work
from models.kernel.viewer import SYSTEM_VIEWER, Viewer, ViewerKind
from models.people.kinds import AccountKind, AccountState, SessionState
from models.people.tables import Account, Session
from tests.models.files import material


@unit_of_work
async def open_session(unit: Unit, *, token: str) -> Session:
    account = await Account.create(kind=AccountKind.PERSON, state=AccountState.ACTIVE)
    return await Session.create(account=account, token_hash=sha256(token.encode()).hexdigest())


@unit_of_work
async def end_session(unit: Unit, *, key: int) -> None:
    await Session.filter(id=key).update(state=SessionState.ENDED)


async def _ask(viewer: Viewer, data: bytes) -> str:
    asked = await steps.request_upload(viewer, purpose=FilePurpose.SCAN, name="a.png", bytes=len(data))
    return upload_url(asked.value)


def test_upload_and_download_by_a_session(sqlite: str, tmp_path: Path) -> None:
    data = material.png()
    settings = Settings(data_dir=tmp_path, database_url=sqlite)
    with TestClient(make_app(settings)) as client:
        assert client.portal
        session = client.portal.call(lambda: open_session(SYSTEM_VIEWER, token="t")).value
        viewer = Viewer(ViewerKind.PERSON, account_id=session.account_id, session_id=session.id)
        bearer = {"Authorization": "Bearer t"}
        url = client.portal.call(_ask, viewer, data)
        unknown: httpx.Response = client.put(url, content=data, headers={"Authorization": "Bearer x"})
        assert (unknown.status_code, unknown.json()["errors"][0]["code"]) == (401, "UNAUTHENTICATED")
        assert client.put(url, content=data).status_code == 401
        got = client.put(url, content=data, headers=bearer)
        assert got.status_code == 200
        address = got.json()["file"]["downloadUrl"]
        shown = client.get(address)
        assert (shown.status_code, shown.content) == (200, data)
        assert "sandbox" in shown.headers["content-security-policy"]
        client.portal.call(lambda: end_session(SYSTEM_VIEWER, key=session.id))
        assert client.get(address).status_code == 404
