"""The masked fields of an application: whoever reviews it may have one shown, and that is recorded."""

from models.people.steps.reveal import REVEALABLE, Masked, Revealable
from models.registration.reads import visible_to
from models.registration.tables import Registration

REVEALABLE[Registration.prefix] = Revealable(
    Registration,
    visible_to,
    {
        ("basic", "name"): Masked("姓名", "name"),
        ("basic", "identityNumber"): Masked("证件号码", "identity_number"),
        ("basic", "mobile"): Masked("联系电话", "mobile"),
        ("basic", "email"): Masked("邮箱", "email"),
        ("basic", "address"): Masked("通讯地址", "address"),
        ("delivery", "receiver"): Masked("收件人", "delivery_receiver"),
        ("delivery", "phone"): Masked("收件人联系电话", "delivery_phone"),
        ("delivery", "address"): Masked("收件地址", "delivery_address"),
    },
)
