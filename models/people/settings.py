"""What a deployment may set about signing in, and the bounds that hold everywhere."""

from dataclasses import dataclass
from datetime import timedelta

CODE_DIGITS = 6
CODE_LIFETIME = timedelta(minutes=5)
PROOF_LIFETIME = timedelta(minutes=10)
CODE_TRIES = 5
LINK_LIFETIME = timedelta(minutes=30)
"""A link by mail; whoever opens it has PROOF_LIFETIME to go on."""
RECOVERY_OPEN_FOR = timedelta(days=30)
RECOVERY_CODE_LIFETIME = timedelta(hours=24)
SLIDER_LIFETIME = timedelta(minutes=5)
TOUCH_EVERY = timedelta(minutes=1)
"""A session's last request is written down at most this often."""
REVEALED_FOR = timedelta(seconds=60)


@dataclass(frozen=True)
class SignInSettings:
    """`idle_after`: a session without a request for so long ends by itself (D-12).
    `public_url`: where links in mails lead."""

    idle_after: timedelta = timedelta(minutes=30)
    site_name: str = "执业"
    public_url: str = "http://localhost:8000"


_settings = SignInSettings()


def settings() -> SignInSettings:
    return _settings


def use_settings(chosen: SignInSettings) -> None:
    """Called once, when the program starts."""
    global _settings  # noqa: PLW0603 one value for the process, set at its start
    _settings = chosen
