"""Who may see authorities, contacts, regions and reviewers."""

from tortoise.expressions import Q, Subquery

from models.authorities.kinds import Profession
from models.authorities.names import has_name
from models.authorities.tables import Authority, Contact, Region, Reviewer
from models.kernel.viewer import Viewer, ViewerKind

LONGEST_CODE = 12
NOBODY = Q(pk__in=[])
EVERYBODY = Q()


def visible_to(viewer: Viewer) -> Q:
    """Authorities are public."""
    return EVERYBODY


def contacts_visible_to(viewer: Viewer) -> Q:
    """Contacts are public (S2-23)."""
    return EVERYBODY


def regions_visible_to(viewer: Viewer) -> Q:
    """Regions are public."""
    return EVERYBODY


def reviewers_visible_to(viewer: Viewer) -> Q:
    """Colleagues of the same authority, and administrators; nobody else learns a reviewer's name."""
    match viewer.kind:
        case ViewerKind.ADMINISTRATOR | ViewerKind.SYSTEM:
            return EVERYBODY
        case ViewerKind.REVIEWER:
            return Q(authority_id=viewer.authority_id)
    return NOBODY


def grants_visible_to(viewer: Viewer) -> Q:
    """Role grants of the reviewers one sees."""
    if viewer.kind in {ViewerKind.ADMINISTRATOR, ViewerKind.SYSTEM}:
        return EVERYBODY
    if viewer.kind is not ViewerKind.REVIEWER:
        return NOBODY
    return Q(reviewer_id__in=Subquery(Reviewer.filter(authority_id=viewer.authority_id).values("id")))


async def regions_below(parent_code: str | None) -> list[Region]:
    """The regions right below one, provinces when none is named; by code."""
    if parent_code is not None and len(parent_code) > LONGEST_CODE:
        return []
    return await Region.filter(parent_id=parent_code).order_by("code")


def responsible_for(code: str) -> Q:
    """Condition on authorities: responsible for that region, by itself, by one above it, or for the whole country."""
    prefixes = [code[:length] for length in range(2, len(code) + 1, 2)]
    return Q(region_code__in=[*prefixes, ""]) | Q(region_code=None)


async def contacts_of(
    viewer: Viewer, profession: Profession | None, text: str
) -> list[tuple[Authority, list[Contact]]]:
    """Bodies that have a part in registrations, by name or profession, each with its contacts."""
    found = Authority.filter(visible_to(viewer), has_name("professions", profession) if profession else Q())
    bodies = [body for body in await found.order_by("id") if body.stages and text in body.name]
    reached: dict[int | None, list[Contact]] = {}
    for row in await Contact.filter(contacts_visible_to(viewer), authority_id__isnull=False).order_by("id"):
        reached.setdefault(row.authority_id, []).append(row)
    return [(body, reached.get(body.id, [])) for body in bodies]


async def support_contacts() -> list[Contact]:
    """Contacts of the service itself, which belong to no authority."""
    return await Contact.filter(authority_id=None).order_by("id")
