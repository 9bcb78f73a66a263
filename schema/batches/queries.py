"""Root fields of batches."""

import strawberry

from schema.batches.filters import BatchFilter, announcements_of, own_batches
from schema.batches.types import Batch
from schema.plans.connection import Connection
from schema.plans.declare import connection


@strawberry.type
class Query:
    """Announcements are public; the batches of an authority are its reviewers'."""

    announcements: Connection[Batch] = connection(
        filter=BatchFilter,
        order=("-day", "-id"),
        mine=announcements_of,
        description="注册信息公告，按批次，最新在前",
    )
    batches: Connection[Batch] = connection(
        filter=BatchFilter, order=("-day", "-id"), mine=own_batches, description="本机构的批次"
    )
