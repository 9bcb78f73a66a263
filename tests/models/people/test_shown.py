"""What is shown beside names: places of addresses, and what an account still needs."""

import pytest

from models.people.kinds import AccountState
from models.people.shown import missing_password, rough_place


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("127.0.0.1", "本机"),
        ("::1", "本机"),
        ("10.1.2.3", "内网"),
        ("1.2.3.4", None),
        ("unknown", None),
        ("", None),
    ],
)
def test_places(address: str, place: str | None) -> None:
    assert rough_place(address) == place


@pytest.mark.parametrize("state", list(AccountState))
def test_only_an_account_without_a_password_needs_one(state: AccountState) -> None:
    findings = missing_password(state)
    assert [finding.blocks for finding in findings] == [True] * (state is AccountState.PASSWORDLESS)
