"""Masked values: their forms, and that they never hold what they hide."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.people.masks import mask_address, mask_email, mask_identity, mask_mobile, mask_name


@pytest.mark.parametrize(
    ("masked", "form"),
    [
        (mask_mobile("13812345620"), "138****5620"),
        (mask_identity("320102199003071234"), "320102********1234"),
        (mask_identity("E12345678"), "E1*****78"),
        (mask_name("王小宁"), "王*宁"),
        (mask_name("王宁"), "王*"),
        (mask_name("欧阳修文"), "欧**文"),
        (mask_name(""), ""),
        (mask_email("wang@example.com"), "w***@example.com"),
        (mask_address("江苏省南京市玄武区某路 1 号"), "江苏省南京市****"),
    ],
)
def test_forms(masked: str, form: str) -> None:
    assert masked == form


@given(st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True))
def test_a_masked_mobile_hides_four_digits(mobile: str) -> None:
    assert mask_mobile(mobile) == f"{mobile[:3]}****{mobile[7:]}"


@given(st.text("0123456789", max_size=7))
def test_what_is_too_short_is_hidden_whole(text: str) -> None:
    assert mask_mobile(text) == "*" * len(text)
