"""Free text as people write it with a step."""

from models.kernel.errors import InvalidField, Refused

LONGEST_OPINION = 2000
LONGEST_REASON = 500


def written(value: str | None, name: str, longest: int) -> str | None:
    """The text without space around it, None when nothing is left. :raises Refused: it is too long (characters)."""
    text = (value or "").strip()
    if len(text) > longest:
        raise Refused(
            InvalidField(
                path=("input", name),
                message=f"最多{longest}个字，收到{len(text)}个字",
                received=f"{len(text)}个字",
            )
        )
    return text or None
