"""Subjects without a state machine: called by their name, without status and steps."""

from schema.common.findings import AvailableAction


def name_as_title(name: str) -> str:
    return name


def no_status() -> str | None:
    return None


def no_actions() -> list[AvailableAction]:
    return []
