"""The demonstration is loaded into an empty database or not at all."""

from pathlib import Path

import pytest

from api.demo.bodies import BODIES
from api.demo.founding import found_body
from api.demo.load import NotLoaded, load
from api.settings import Settings
from models.authorities.kinds import AuthorityKind
from models.authorities.tables import Authority
from models.kernel.viewer import SYSTEM_VIEWER
from models.registration.tables import Registration
from tests.factories import made


@pytest.mark.usefixtures("sqlite")
async def test_a_load_that_was_cut_short_is_told_and_not_repeated(tmp_path: Path) -> None:
    await found_body(SYSTEM_VIEWER, body=BODIES[0], parent=None)
    with pytest.raises(NotLoaded, match=r"上次装入演示数据时中断.*请删除数据目录"):
        await load(Settings(tmp_path, "sqlite://"), lambda text: None)
    assert await Authority.all().count() == 1


@pytest.mark.usefixtures("sqlite")
async def test_a_database_with_other_data_is_left_alone(tmp_path: Path) -> None:
    await made(Authority, name="某机构", kind=AuthorityKind.CORPS, professions=[], stages=[])
    with pytest.raises(NotLoaded, match="已有别的数据"):
        await load(Settings(tmp_path, "sqlite://"), lambda text: None)
    assert not await Registration.exists()
