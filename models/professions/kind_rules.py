"""Rules of changes and reissues, and what a demand may depend on; each profession names what it asks."""

from collections.abc import Callable, Iterable

from models.kernel.rules import Finding, Severity
from models.professions.asking import Say
from models.professions.facts import CaseFacts
from models.registration.changes import ITEM_COLUMNS, changed_items
from models.registration.form import FIELDS
from models.registration.kinds import ChangeItem, CredentialKind, RegistrationKind, ReissueReason
from models.registration.words import CHANGE_WORDS, CREDENTIAL_WORDS, KIND_WORDS

SAME = "与原注册相同"
OTHER = "与原注册不同"


def changing(*items: ChangeItem) -> Callable[[CaseFacts], bool]:
    """Demanded when one of these items is ticked."""
    return lambda facts: not set(items).isdisjoint(facts.form.get("changes") or ())


def soiled(facts: CaseFacts) -> bool:
    """Demanded when the old one is still there."""
    return facts.form.get("reissue_reason") == ReissueReason.SOILED


def changes_stated(facts: CaseFacts, say: Say) -> Iterable[Finding]:
    """REG-CHANGE: what is ticked differs from the registration, and what differs is ticked."""
    if facts.original is None:
        return
    ticked = [ChangeItem(item) for item in facts.form.get("changes") or ()]
    real = changed_items(facts.original.form, facts.form)
    idle, silent = [one for one in ticked if one not in real], [one for one in real if one not in ticked]
    for item in idle:
        yield say(
            message=f"已勾选“{CHANGE_WORDS[item]}”，但填写的内容{SAME}",
            present=SAME,
            needed=OTHER,
            advice="请填写变更后的内容，或取消勾选这一项",
            path=FIELDS[ITEM_COLUMNS[item][0]].path,
        )
    for item in silent:
        yield say(
            message=f"填写的内容{OTHER}，但没有勾选“{CHANGE_WORDS[item]}”",
            present=OTHER,
            needed=f"勾选“{CHANGE_WORDS[item]}”，或改回原内容",
            advice=f"请勾选“{CHANGE_WORDS[item]}”",
            path=FIELDS["changes"].path,
        )
    if ticked and not idle and not silent:
        words = "、".join(CHANGE_WORDS[item] for item in ticked)
        yield say(met=True, message=f"变更项与填写内容一致：{words}", present=words, needed=OTHER)


def nothing_changed(facts: CaseFacts, say: Say) -> Iterable[Finding]:
    """REG-SAME: a renewal or reissue changes nothing besides; another employer is REG-TWO's to find."""
    if facts.original is None:
        return
    changed = changed_items(facts.original.form, facts.form)
    real = [item for item in changed if item is not ChangeItem.EMPLOYER]
    for item in real:
        yield say(
            message=f"{CHANGE_WORDS[item]}不能与{KIND_WORDS[facts.kind]}一并办理",
            present=OTHER,
            needed=SAME,
            advice="请改回原注册的内容，或先办理变更注册",
            path=FIELDS[ITEM_COLUMNS[item][0]].path,
        )
    if not changed:
        yield say(met=True, message="注册内容没有变化", present=SAME, needed=SAME)


def reissue_possible(facts: CaseFacts, say: Say) -> Iterable[Finding]:
    """REG-REISSUE: what is asked for anew exists; of what is soiled, the old one is handed in."""
    if facts.original is None:
        return
    for one in (CredentialKind(one) for one in facts.form.get("reissue_of") or ()):
        there = one in facts.original.objects
        word = CREDENTIAL_WORDS[one]
        yield say(
            met=there,
            message=f"可以补办{word}" if there else f"没有有效的{word}，不能补办",
            present=f"有有效的{word}" if there else f"没有有效的{word}",
            needed=f"有有效的{word}",
            advice=None if there else f"请取消勾选{word}",
            path=FIELDS["reissue_of"].path,
        )
    if soiled(facts):
        yield say(
            severity=Severity.ADVICE,
            message="污损的原件应在领取新件时交回",
            present="污损",
            needed="交回原件",
            advice="请保管好原件",
            path=FIELDS["reissue_reason"].path,
        )


STILL_THE_SAME = (RegistrationKind.RENEWAL, RegistrationKind.REISSUE)
"""Kinds that change nothing of what is registered."""
