"""Rules about how the certificate reaches its holder."""

import re
from collections.abc import Iterable

from models.kernel.rules import Finding, Severity
from models.professions.asking import Say, blank
from models.professions.facts import CaseFacts
from models.registration.form import FIELDS
from models.registration.kinds import DeliveryMethod

BY_COURIER = ("delivery_receiver", "delivery_phone", "delivery_address")
MOBILE = re.compile(r"1[3-9]\d{9}")


def delivery_complete(facts: CaseFacts, say: Say) -> Iterable[Finding]:
    """A courier needs receiver, telephone and address."""
    if facts.form.get("delivery_method") != DeliveryMethod.COURIER_COLLECT:
        return
    empty = [FIELDS[column] for column in BY_COURIER if blank(facts.form.get(column))]
    for field in empty:
        yield say(
            message=f"快递寄送须填写{field.label}",
            present="未填写",
            needed="必填",
            advice=f"请填写{field.label}",
            path=field.path,
        )
    if not empty:
        yield say(met=True, message="寄送信息齐全，运费到付", present="已填写", needed="收件人、电话、地址")


def delivery_by_mobile(facts: CaseFacts, say: Say) -> Iterable[Finding]:
    """The courier calls: a landline is a warning."""
    phone = facts.form.get("delivery_phone")
    if facts.form.get("delivery_method") != DeliveryMethod.COURIER_COLLECT or blank(phone):
        return
    met = MOBILE.fullmatch(str(phone)) is not None
    yield say(
        met=met,
        severity=Severity.WARNING,
        message="寄送电话为手机号码" if met else "联系电话建议填写手机号码，以免证件丢失",
        present=f"尾号{str(phone)[-4:]}",
        needed="11位手机号码",
        advice=None if met else "请改填手机号码",
        path=FIELDS["delivery_phone"].path,
    )
