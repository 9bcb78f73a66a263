"""Deliveries of certificates."""

from schema.deliveries.live import Subscription
from schema.deliveries.mutations import DeliveryMutations as Mutation
from schema.deliveries.queries import Query
from schema.deliveries.types import Delivery

__all__ = ["Delivery", "Mutation", "Query", "Subscription"]
