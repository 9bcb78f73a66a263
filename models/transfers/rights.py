"""Who may import what, and of which professions, regions and body its rows may be."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from models.authorities.kinds import ReviewerRole
from models.authorities.tables import Authority
from models.kernel.viewer import Viewer, ViewerKind
from models.professions.words import PROFESSION_WORDS
from models.transfers.cells import BadCell
from models.transfers.kinds import ExportKind, ImportKind

ROLE = ReviewerRole.AUTHORITY_ADMIN


class Importing(StrEnum):
    """What a viewer is as an importer."""

    ADMINISTRATOR = "ADMINISTRATOR"
    BODY = "BODY"
    """Keeps the data of an authority: within its professions, regions and certificates only."""


_A, _B = Importing.ADMINISTRATOR, Importing.BODY
WHO: Mapping[ImportKind, frozenset[Importing]] = {
    ImportKind.PERSONS: frozenset({_A}),
    ImportKind.EXAMINATION_RECORDS: frozenset({_A, _B}),
    ImportKind.EDUCATION_HOURS: frozenset({_A, _B}),
    ImportKind.OLD_CERTIFICATES: frozenset({_A, _B}),
}
"""The permission table of imports. A person belongs to no body, so only administrators put persons on record."""


EXPORTERS: Mapping[ExportKind, frozenset[ViewerKind]] = {
    ExportKind.WORK_QUEUE: frozenset({ViewerKind.REVIEWER}),
    ExportKind.CERTIFICATES: frozenset({ViewerKind.PERSON, ViewerKind.EMPLOYER, ViewerKind.REVIEWER}),
    ExportKind.EDUCATION_HOURS: frozenset({ViewerKind.PERSON, ViewerKind.REVIEWER}),
    ExportKind.BATCH: frozenset({ViewerKind.REVIEWER}),
}
"""Who may ask for which list. Its rows are those that they see when it is made."""


@dataclass(frozen=True)
class Place:
    """What of a row decides whose it is; None and empty: nothing of the kind. The words are the row's headings."""

    profession: str | None = None
    region: str | None = None
    body: str | None = None


@dataclass(frozen=True)
class Scope:
    """What an importer's rows may be about. `professions`: each with the region prefixes it is limited to."""

    everything: bool = False
    professions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    body: str = ""

    def outside(self, line: int, place: Place) -> list[BadCell]:
        """What of a row is not the importer's."""
        if self.everything:
            return []
        wrong = []
        limits = self.professions.get(place.profession or "")
        if place.profession is not None and limits is None:
            allowed = "、".join(
                PROFESSION_WORDS[name] for name in PROFESSION_WORDS if name in self.professions
            )
            received = PROFESSION_WORDS.get(place.profession, place.profession)  # type: ignore[call-overload]
            wrong.append(BadCell(line, "执业资格", received, f"您可以导入的执业资格：{allowed}"))
        if place.region is not None and limits and not place.region.startswith(limits):
            wrong.append(BadCell(line, "省份代码", place.region, f"您所管区域，以{'、'.join(limits)}开头"))
        if place.body is not None and place.body != self.body:
            wrong.append(BadCell(line, "发证机构", place.body, f"您所在的机构“{self.body}”"))
        return wrong


def importing(viewer: Viewer) -> frozenset[Importing]:
    """What the viewer is as an importer; empty for everybody else."""
    if viewer.kind in {ViewerKind.ADMINISTRATOR, ViewerKind.SYSTEM}:
        return frozenset({Importing.ADMINISTRATOR})
    held = viewer.kind is ViewerKind.REVIEWER and any(grant.role == ROLE for grant in viewer.grants)
    return frozenset({Importing.BODY}) if held else frozenset()


def importable(viewer: Viewer) -> list[ImportKind]:
    """The kinds that the viewer may import."""
    own = importing(viewer)
    return [kind for kind in ImportKind if WHO[kind] & own]


async def scope_of(viewer: Viewer) -> Scope:
    """As the viewer's roles are now."""
    if Importing.ADMINISTRATOR in importing(viewer):
        return Scope(everything=True)
    authority = await Authority.get_or_none(id=viewer.authority_id or 0)
    if authority is None:
        return Scope()
    own = (_prefix(authority.region_code),) if authority.region_code else ()
    granted = {grant.profession: grant.regions or own for grant in viewer.grants if grant.role == ROLE}
    return Scope(professions=granted, body=authority.name)


def _prefix(code: str) -> str:
    """32 for 320000."""
    return code.rstrip("0") if len(code.rstrip("0")) % 2 == 0 else code.rstrip("0") + "0"
