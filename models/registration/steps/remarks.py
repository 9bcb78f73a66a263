"""Remarks: made by whoever returns a case, answered when what they point at is changed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from models.kernel.errors import InvalidField, Refused, UserError
from models.kernel.rules import Finding
from models.professions.rulebook import Rulebook
from models.registration.form import COLUMN_AT, PLACES, attachment_key, attachment_path
from models.registration.kinds import AttachmentKind
from models.registration.tables import Attachment, Registration, RegistrationStage, ReviewRemark
from models.registration.words import ATTACHMENT_WORDS

REMARK_RULE = "REG-REMARK"
LONGEST_REMARK = 1000
REMARKS_AT_MOST = 100
BOX_NUMBERS = 4


@dataclass(frozen=True, kw_only=True)
class Remark:
    """One remark as a reviewer gives it: on a field (path) or on an attachment (row key), never on both.

    `box`: left, top, width, height on the page, 0 to 1.
    """

    text: str
    path: tuple[str, ...] | None = None
    attachment_id: int | None = None
    page: int | None = None
    box: tuple[float, ...] | None = None
    rule: str | None = None


async def write_down(
    case: Registration, stage: RegistrationStage, book: Rulebook, remarks: Iterable[Remark]
) -> int:
    """Keep the remarks of a return; gives how many. :raises Refused: what is wrong with them, all at once."""
    given = list(remarks)
    slots = {row.id: row.kind for row in await Attachment.filter(registration_id=case.id)}
    wrong = [error for place, one in enumerate(given) for error in _wrong(one, place, slots, book)]
    if not 0 < len(given) <= REMARKS_AT_MOST:
        wrong = [
            InvalidField(
                path=("input", "remarks"),
                message=f"请写1至{REMARKS_AT_MOST}条意见",
                received=f"{len(given)}条",
            )
        ]
    if wrong:
        raise Refused(*wrong)
    for one in given:
        await ReviewRemark.create(
            registration_id=case.id,
            stage_id=stage.id,
            stage_kind=stage.kind,
            path=list(one.path) if one.path else None,
            attachment_kind=slots.get(one.attachment_id) if one.attachment_id else None,
            attachment_id=one.attachment_id,
            page=one.page,
            box=list(one.box) if one.box else None,
            rule=one.rule,
            text=one.text.strip(),
            made_at_version=case.version + 1,
        )
    return len(given)


async def answer(case: Registration, keys: Iterable[str]) -> None:
    """Open remarks on these fields or slots count as answered: what they point at was changed."""
    changed = set(keys)
    for remark in await ReviewRemark.filter(registration_id=case.id, answered=False):
        if key_of(remark) in changed:
            remark.answered = True
            await remark.store("answered")


async def unanswered(case: Registration) -> list[Finding]:
    """A blocking finding for every remark whose field or slot has not been changed since."""
    return (await all_unanswered([case])).get(case.id, [])


async def all_unanswered(cases: Sequence[Registration]) -> dict[int, list[Finding]]:
    """The same for many cases at once, by their row keys."""
    found: dict[int, list[Finding]] = {}
    rows = ReviewRemark.filter(registration_id__in=[case.id for case in cases], answered=False)
    for remark in await rows.order_by("id"):
        found.setdefault(remark.registration_id, []).append(_open_remark(remark))
    return found


def _open_remark(remark: ReviewRemark) -> Finding:
    return Finding(
        rule=REMARK_RULE,
        law="退回补正意见",
        message=f"还没有补正：{remark.text}",
        present="未改动",
        needed=f"补正{_subject(remark)}",
        advice=f"请修改{_subject(remark)}",
        path=_path(remark),
    )


def key_of(remark: ReviewRemark) -> str | None:
    """The key under which changes of the remark's field or slot are noted."""
    if remark.attachment_kind:
        return attachment_key(remark.attachment_kind)
    return COLUMN_AT.get(tuple(remark.path or ()))


def _subject(remark: ReviewRemark) -> str:
    if remark.attachment_kind:
        return ATTACHMENT_WORDS[remark.attachment_kind]
    return PLACES[COLUMN_AT[tuple(remark.path or ())]].label


def _path(remark: ReviewRemark) -> tuple[str, ...]:
    return attachment_path(remark.attachment_kind) if remark.attachment_kind else tuple(remark.path or ())


def _wrong(one: Remark, place: int, slots: dict[int, AttachmentKind], book: Rulebook) -> Iterable[UserError]:
    at = ("input", "remarks", str(place))
    if (one.path is None) == (one.attachment_id is None):
        yield InvalidField(path=at, message="每条意见须落在一个字段或一份附件上，二者之一")
    if one.path is not None and one.path not in COLUMN_AT:
        yield InvalidField(
            path=(*at, "path"), message="没有这个字段", received=".".join(one.path), wanted="申请表中的字段"
        )
    if one.attachment_id is not None and one.attachment_id not in slots:
        yield InvalidField(path=(*at, "attachmentId"), message="这件申请没有这份附件")
    if not 0 < len(one.text.strip()) <= LONGEST_REMARK:
        yield InvalidField(
            path=(*at, "text"),
            message=f"意见须为1至{LONGEST_REMARK}个字",
            received=f"{len(one.text.strip())}个字",
        )
    if one.box is not None and (len(one.box) != BOX_NUMBERS or not all(0 <= part <= 1 for part in one.box)):
        yield InvalidField(path=(*at, "box"), message="页上位置须为四个0到1之间的数：左、上、宽、高")
    if one.rule is not None and one.rule not in {rule.id for rule in book.rules}:
        yield InvalidField(path=(*at, "rule"), message="没有这条规则", received=one.rule)
