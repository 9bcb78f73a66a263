"""Form fields keep their types on the way: what was typed is what is read, on both databases."""

from typing import Any

import pytest

from tests.factories import case
from tests.schema.registration.asking import SCHEMA, ask, context, do

FIELDS = "employment { postcode phone fax term termFrom termUntil retired } basic { birthDate capable sex }"
TYPED: dict[str, dict[str, Any]] = {
    "employment": {
        "postcode": "010010", "phone": "0471-0001234", "fax": "00", "term": "OPEN_ENDED",
        "termFrom": "2024-02-29", "termUntil": None, "retired": True,
    },
    "basic": {"birthDate": "1990-01-01", "capable": False, "sex": "FEMALE"},
}  # fmt: skip


async def test_days_truths_choices_and_zeros_come_back_as_typed(database: str) -> None:
    story = await case(stage=None)
    on = {"id": story.case.global_id, "version": story.case.version}
    saved = await do(
        story.filer, "saveRegistration", f"registration {{ {FIELDS} }}", **on, **TYPED, idempotencyKey="1"
    )
    assert saved["userErrors"] == []
    assert saved["registration"] == TYPED
    document = f"query ($id: ID!) {{ node(id: $id) {{ ... on Registration {{ {FIELDS} }} }} }}"
    assert (await ask(story.filer, document, id=story.case.global_id))["node"] == TYPED


@pytest.mark.parametrize(
    ("section", "wrong"),
    [
        ("employment", {"termFrom": "2026-02-30"}),
        ("employment", {"termFrom": "01/03/2026"}),
        ("employment", {"retired": "是"}),
        ("employment", {"postcode": 10010}),
        ("basic", {"sex": "男"}),
    ],
)
async def test_a_value_of_another_type_is_refused_and_changes_nothing(
    sqlite: str, section: str, wrong: dict[str, Any]
) -> None:
    story = await case(stage=None)
    given = {
        "id": story.case.global_id, "version": story.case.version, section: wrong, "idempotencyKey": "1",
    }  # fmt: skip
    document = "mutation ($input: SaveRegistrationInput!) { saveRegistration(input: $input) { cursor } }"
    result = await SCHEMA.execute(document, {"input": given}, context(story.filer))
    assert result.errors
    assert next(iter(wrong)) in result.errors[0].message
    assert (await story.fresh()).version == given["version"]
