"""What is shown of revocations."""

from models.kernel.viewer import Viewer
from models.kernel.workflow import Available
from models.registration.revocations.kinds import RevocationState
from models.registration.revocations.reads import relations_to_revocation
from models.registration.revocations.tables import Revocation
from models.registration.revocations.workflow import REVOCATION


def revocation_title(certificate_number: str) -> str:
    return f"撤销注册证{certificate_number}"


def revocation_status(state: RevocationState) -> str:
    return REVOCATION.words[state]


def revocation_options(row: Revocation, viewer: Viewer) -> list[Available]:
    return REVOCATION.available(row.state, relations_to_revocation(row, viewer))
