"""What is recorded of the inbox."""

from dataclasses import dataclass

from models.kernel.events import Event, Told


@dataclass(frozen=True)
class NotificationsRead(Event):
    """{count}条消息标为已读"""

    told = Told.APPLICANT | Told.EMPLOYER
    count: int
