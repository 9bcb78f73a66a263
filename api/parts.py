"""What the program lends to the graph: parts that resolvers find by their type."""

from typing import Any

from api.demo.examinations import DemonstrationRecords
from api.papers.signing import genuine, signer_of
from api.settings import Settings
from models.files.links import FileView, address
from models.files.tables import FileState
from models.kernel.viewer import PUBLIC_VIEWER
from models.people.examinations import ExaminationRecords, RecordsDesk
from models.people.steps.importing import ImportedRecords
from models.registration.signer import Signer
from schema.authorities import Site
from schema.registration import PhotoAddress, Verifier
from subscriptions.presence import Presence
from subscriptions.stream import Live


def lent(settings: Settings, live: Live) -> dict[type, Any]:
    """By type: the site's own facts, signing and verifying, photos of public pages, presence."""
    return {
        Site: Site(settings.public_url, settings.demonstration),
        Signer: signer_of(settings.data_dir),
        Verifier: Verifier(lambda code: genuine(code, settings.data_dir)),
        PhotoAddress: PhotoAddress(photo_address),
        Presence: live.presence,
        RecordsDesk: RecordsDesk(records(settings)),
    }


def records(settings: Settings) -> ExaminationRecords:
    """What was imported; in the demonstration everybody else has passed too."""
    imported = ImportedRecords(settings.signing_secret())
    return DemonstrationRecords(imported) if settings.demonstration else imported


def photo_address(file_id: int) -> str:
    """A short-lived address of a photo that a verified certificate prints, for whoever holds its code."""
    return address(PUBLIC_VIEWER, file_id, FileState.CLEAN, FileView.CONTENT) or ""
