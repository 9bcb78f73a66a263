"""Continuing education."""

from schema.education.mutations import Mutation
from schema.education.types import HoursRecord

__all__ = ["HoursRecord", "Mutation"]
