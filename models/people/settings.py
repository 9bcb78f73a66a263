"""What a deployment may set about signing in, and the bounds that hold everywhere."""

from dataclasses import dataclass
from datetime import timedelta

CODE_DIGITS = 6
CODE_LIFETIME = timedelta(minutes=5)
PROOF_LIFETIME = timedelta(minutes=10)
CODE_TRIES = 5
SLIDER_LIFETIME = timedelta(minutes=5)
TOUCH_EVERY = timedelta(minutes=1)
"""A session's last request is written down at most this often."""
REVEALED_FOR = timedelta(seconds=60)


@dataclass(frozen=True)
class SignInSettings:
    """`idle_after`: a session without a request for so long ends by itself (D-12)."""

    idle_after: timedelta = timedelta(minutes=30)
    site_name: str = "执业"


_settings = SignInSettings()


def settings() -> SignInSettings:
    return _settings


def use_settings(chosen: SignInSettings) -> None:
    """Called once, when the program starts."""
    global _settings  # noqa: PLW0603 one value for the process, set at its start
    _settings = chosen
