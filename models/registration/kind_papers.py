"""What the application forms of the later kinds say beyond the common one, as plain facts."""

from dataclasses import dataclass
from datetime import date

from models.registration.differences import differing
from models.registration.gather import book_of
from models.registration.kinds import ChangeItem, CredentialKind, RegistrationKind
from models.registration.originals import originals_of
from models.registration.tables import Registration
from models.registration.words import CHANGE_WORDS, CREDENTIAL_WORDS, REISSUE_WORDS


@dataclass(frozen=True, kw_only=True, slots=True)
class ChangePaper:
    """One field of a change."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ChoicePaper:
    """One thing that may be made anew. `pictured`: it shows the photo."""

    word: str
    chosen: bool
    pictured: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class KindPaper:
    """Empty texts where a kind does not ask. `objects`: what is made anew; `cause`: lost or soiled."""

    original_number: str
    original_until: date | None
    items: str
    changes: tuple[ChangePaper, ...]
    objects: str
    choices: tuple[ChoicePaper, ...]
    cause: str
    reason: str


async def kind_paper(case: Registration) -> KindPaper:
    """The certificate that the case is about, and what the case wants of it."""
    original = (await originals_of([case.original_id])).get(case.original_id or 0)
    changing = case.kind is RegistrationKind.CHANGE
    return KindPaper(
        original_number=original.row.number if original else "",
        original_until=original.row.valid_until if original else None,
        items="、".join(CHANGE_WORDS[ChangeItem(item)] for item in case.changes),
        changes=tuple(
            ChangePaper(label=field.label, before=before or "", after=after or "")
            for field, before, after in (differing(case, original) if changing else [])
        ),
        objects="、".join(CREDENTIAL_WORDS[CredentialKind(one)] for one in case.reissue_of),
        choices=tuple(
            ChoicePaper(
                word=CREDENTIAL_WORDS[one],
                chosen=one in case.reissue_of,
                pictured=one is CredentialKind.CERTIFICATE,
            )
            for one in book_of(case).form(case.kind).objects
        ),
        cause=REISSUE_WORDS[case.reissue_reason] if case.reissue_reason else "",
        reason=case.reason or "",
    )
