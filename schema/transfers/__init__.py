"""Imports and exports."""

from schema.transfers.live import Subscription
from schema.transfers.mutations import Mutation
from schema.transfers.queries import Query

__all__ = ["Mutation", "Query", "Subscription"]
