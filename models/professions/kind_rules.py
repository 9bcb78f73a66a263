"""Rules of changes and reissues, and what a demand may depend on; each profession names what it asks."""

from collections.abc import Callable, Iterable
from datetime import timedelta

from models.kernel.rules import Finding, Severity
from models.professions.asking import Check, Say
from models.professions.facts import CaseFacts
from models.professions.rulebook import KindForm, RenewalWindow
from models.registration.changes import ITEM_COLUMNS, changed_items
from models.registration.form import FIELDS, SPECIALTIES
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


def changes_stated(forms: Iterable[KindForm]) -> Check:
    """REG-CHANGE: what is ticked differs from the registration, what differs is ticked, and may be changed at all."""
    offered = {form.kind: form.items for form in forms}

    def check(facts: CaseFacts, say: Say) -> Iterable[Finding]:
        if facts.original is None:
            return
        ticked = [ChangeItem(item) for item in facts.form.get("changes") or ()]
        real = changed_items(facts.original.form, facts.form)
        found = [_idle(item, say) for item in ticked if item not in real]
        found += [_silent(item, item in offered[facts.kind], say) for item in real if item not in ticked]
        yield from found
        if ticked and not found:
            words = "、".join(CHANGE_WORDS[item] for item in ticked)
            yield say(met=True, message=f"变更项与填写内容一致：{words}", present=words, needed=OTHER)

    return check


def _idle(item: ChangeItem, say: Say) -> Finding:
    return say(
        message=f"已勾选“{CHANGE_WORDS[item]}”，但填写的内容{SAME}",
        present=SAME,
        needed=OTHER,
        advice="请填写变更后的内容，或取消勾选这一项",
        path=FIELDS[ITEM_COLUMNS[item][0]].path,
    )


def _silent(item: ChangeItem, offered: bool, say: Say) -> Finding:
    word = CHANGE_WORDS[item]
    if not offered:
        return say(
            message=f"填写的内容{OTHER}，“{word}”不在变更注册中办理",
            present=OTHER,
            needed=SAME,
            advice="请改回原注册的内容，先向注册机构申请更正证件信息",
            path=FIELDS[ITEM_COLUMNS[item][0]].path,
        )
    return say(
        message=f"填写的内容{OTHER}，但没有勾选“{word}”",
        present=OTHER,
        needed=f"勾选“{word}”，或改回原内容",
        advice=f"请勾选“{word}”",
        path=FIELDS["changes"].path,
    )


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


def renewal_in_time(window: RenewalWindow) -> Check:
    """Before the window opens, and after the end, the kind is not legal (REG-KIND); late within it is a warning (D-30)."""

    def check(facts: CaseFacts, say: Say) -> Iterable[Finding]:
        if facts.original is None:
            return
        opens, until = facts.original.renewal_opens_on, facts.original.valid_until
        closes = until - timedelta(days=window.ahead)
        late = facts.day > closes
        yield say(
            met=not late,
            severity=Severity.WARNING if late else Severity.BLOCKING,
            message=f"应在有效期届满{window.ahead}日前（{closes}前）申请延续，注册证可能在准予延续前到期"
            if late
            else "在可以申请延续注册的期间内",
            present=f"注册证有效期至{until}",
            needed=f"{opens}至{closes}之间申请",
            advice=f"请尽快提交；{until}之后请办理重新注册" if late else None,
        )

    return check


def specialty_added(facts: CaseFacts, say: Say) -> Iterable[Finding]:
    """Another specialty than the registered one: its examination is on record, or on the certificate attached (S4-41)."""
    if facts.original is None or ChangeItem.SPECIALTY not in (facts.form.get("changes") or ()):
        return
    examined = set(facts.qualification.specialties) if facts.qualification else set[str]()
    met = set(facts.form.get("specialties") or ()) <= examined
    yield say(
        met=met,
        severity=Severity.WARNING,
        message="所选类别在考试记录中" if met else "所选类别不在考试记录中，由审核人员核对增项考试证书",
        present="在考试记录中" if met else "不在考试记录中",
        needed="增项考试合格",
        advice=None if met else "请核对增项考试证书上的姓名和类别",
        path=SPECIALTIES.path,
    )


_K = RegistrationKind
FIRST_TIME = (_K.INITIAL, _K.LATE_INITIAL)
PRACTISING = (*FIRST_TIME, _K.RENEWAL, _K.CHANGE, _K.RE_REGISTRATION)
"""Kinds after which somebody practises at an employer for a while to come."""
STILL_THE_SAME = (_K.RENEWAL, _K.REISSUE)
"""Kinds that change nothing of what is registered."""
