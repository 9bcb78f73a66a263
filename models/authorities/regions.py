"""Regions by GB/T 2260: the dated table that the service brings along, and its loading."""

from collections.abc import Iterator
from pathlib import Path

from models.authorities.tables import Region
from models.kernel.unit import Unit, unit_of_work

CHUNK = 100


def known_regions() -> Iterator[Region]:
    """Provinces first, each region after its parent; unsaved rows."""
    names: dict[str, str] = {}
    for line in Path(__file__).with_name("regions.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        code, name = line.split("\t")
        names[code] = name
        parent = None if code.endswith("0000") else f"{code[:2]}0000"
        full_name = f"{names[parent]}{name}" if parent else name
        yield Region(code=code, name=name, full_name=full_name, parent_id=parent)


@unit_of_work
async def load_regions(unit: Unit) -> int:
    """Add the regions that the database does not have yet; gives how many."""
    present = {region.code for region in await Region.all().only("code")}
    missing = [region for region in known_regions() if region.code not in present]
    await Region.bulk_create(missing, batch_size=CHUNK)
    return len(missing)
