"""Every kind of import with what it is made of. A new kind is a file and a line here."""

from collections.abc import Mapping

from models.transfers.importer import AnyImporter
from models.transfers.importers.certificates import OLD_CERTIFICATES
from models.transfers.importers.examinations import EXAMINATIONS
from models.transfers.importers.hours import EDUCATION_HOURS
from models.transfers.importers.persons import PERSONS
from models.transfers.kinds import ImportKind

IMPORTERS: Mapping[ImportKind, AnyImporter] = {
    importer.kind: importer for importer in (PERSONS, EXAMINATIONS, EDUCATION_HOURS, OLD_CERTIFICATES)
}
