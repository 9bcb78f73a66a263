"""Batches: half-monthly reports and announcements."""

from schema.batches.live import Subscription
from schema.batches.mutations import BatchMutations as Mutation
from schema.batches.queries import Query
from schema.batches.types import AnnouncedPerson, Batch, BatchEntry

__all__ = ["AnnouncedPerson", "Batch", "BatchEntry", "Mutation", "Query", "Subscription"]
