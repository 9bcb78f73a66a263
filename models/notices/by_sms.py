"""Which news also comes by SMS: the table. What is not in it comes to the inbox only."""

from models.kernel.events import Event
from models.people.corrections.events import CorrectionApplied, CorrectionConfirmed, CorrectionRefused
from models.people.kinds import MessageKind
from models.registration.certificate_events import (
    CertificateCancelled,
    CertificateReminder,
    CertificateRevoked,
    LabelReissued,
    SealReissued,
)
from models.registration.deliveries.events import DeliverySent
from models.registration.events import (
    CertificateExpired,
    CertificateIssued,
    RegistrationGranted,
    RegistrationNotAccepted,
    RegistrationRefused,
    RegistrationReturned,
)
from models.registration.route_events import ReportUpDeclined

TABLE: dict[MessageKind, tuple[type[Event], ...]] = {
    MessageKind.RETURNED: (RegistrationReturned, ReportUpDeclined),
    MessageKind.DECIDED: (RegistrationGranted, RegistrationRefused, RegistrationNotAccepted),
    MessageKind.CERTIFICATE: (
        CertificateIssued,
        SealReissued,
        LabelReissued,
        DeliverySent,
        CertificateCancelled,
        CertificateRevoked,
    ),
    MessageKind.EXPIRING: (CertificateReminder, CertificateExpired),
    MessageKind.CORRECTION: (CorrectionConfirmed, CorrectionApplied, CorrectionRefused),
}
KIND_OF = {event.name(): kind for kind, events in TABLE.items() for event in events}
