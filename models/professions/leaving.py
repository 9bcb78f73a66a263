"""What the forms of a deregistration share in every profession."""

from models.professions.rulebook import Pledge

WHO = ("name", "identity_kind", "identity_number")
"""Whom it is about."""

FORCED_PLEDGE = Pledge(
    "2026-1",
    "聘用单位申请强制注销诚信承诺书",
    (
        "一、本单位填写的情况和上传的证明材料真实、完整、有效。",
        "二、本单位与该人员的聘用关系已经依法解除或者终止，已要求其办理变更或者注销而其没有办理。",
        "三、如有隐瞒或者提供虚假材料，本单位愿意承担相应的法律责任。",
    ),
)
"""Ticked by the employer that files it."""
