"""Where a certificate is to go, and whether that is enough for a courier."""

import re
from dataclasses import dataclass

from models.kernel.errors import InvalidField, UserError
from models.registration.kinds import DeliveryMethod

MOBILE = re.compile(r"1[3-9]\d{9}")
LONGEST = {"receiver": 64, "phone": 40, "region_code": 12, "address": 200}
WORDS = {"receiver": "收件人", "phone": "联系电话", "region_code": "区域", "address": "地址"}
PATHS = {"region_code": "regionCode"}
NEEDED_BY_COURIER = ("receiver", "phone", "address")
ADVICE = "建议填写手机号码，以免证书丢失"


@dataclass(frozen=True, kw_only=True)
class Address:
    """The way of getting a certificate, and to whom it goes."""

    method: DeliveryMethod
    receiver: str | None = None
    phone: str | None = None
    region_code: str | None = None
    address: str | None = None

    def mistakes(self) -> list[UserError]:
        """All of them: texts that are missing for a courier, or too long."""
        return [error for field in LONGEST if (error := self._mistake(field))]

    def _mistake(self, field: str) -> UserError | None:
        text, longest = (getattr(self, field) or "").strip(), LONGEST[field]
        missing = field in NEEDED_BY_COURIER and not text and self.method is DeliveryMethod.COURIER_COLLECT
        if not missing and len(text) <= longest:
            return None
        word = WORDS[field]
        return InvalidField(
            path=("input", "delivery", PATHS.get(field, field)),
            message=f"快递寄送须填写{word}" if missing else f"{word}最多{longest}个字，收到{len(text)}个",
            received=text[:40] or "未填写",
            wanted=f"1至{longest}个字",
        )


def phone_advice(phone: str | None, method: DeliveryMethod) -> str | None:
    """What to say of a telephone that is no mobile: a courier finds nobody at a fixed line (S4-28)."""
    if method is not DeliveryMethod.COURIER_COLLECT or MOBILE.fullmatch((phone or "").strip()):
        return None
    return ADVICE
