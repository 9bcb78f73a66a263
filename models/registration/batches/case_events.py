"""What is recorded of a case because of its batch."""

from dataclasses import dataclass

from models.kernel.events import Event, Told


@dataclass(frozen=True)
class RegistrationDeferred(Event):
    """申请{number}顺延：{batch}"""

    told = Told.APPLICANT | Told.EMPLOYER
    notifies = True
    number: str
    batch: str
