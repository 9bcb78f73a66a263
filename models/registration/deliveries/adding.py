"""A delivery begins when a certificate has been made, as a consequence of its making."""

from models.registration.deliveries.tables import Delivery
from models.registration.kinds import DeliveryMethod
from models.registration.tables import Registration, RegistrationStage


async def add_delivery(
    case: Registration, stage: RegistrationStage, certificate_number: str
) -> Delivery | None:
    """As the form asks for it; without a word of it, to be fetched. None: there is nothing to hand over."""
    method = case.delivery_method or DeliveryMethod.PICK_UP
    if method is DeliveryMethod.ELECTRONIC:
        return None
    return await Delivery.create(
        registration_id=case.id,
        authority_id=stage.authority_id,
        applicant_id=case.applicant_id,
        employer_id=case.employer_id,
        profession=case.profession,
        region=case.region or "",
        certificate_number=certificate_number,
        method=method,
        receiver=case.delivery_receiver or case.name,
        phone=case.delivery_phone or case.mobile,
        region_code=case.delivery_region,
        address=case.delivery_address,
    )
