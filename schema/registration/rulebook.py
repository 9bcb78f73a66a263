"""A profession's rules in the graph: what is asked, which forms there are, who handles them."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import strawberry

from models.authorities.kinds import AuthorityKind, Profession
from models.professions.rulebook import Demand, Withdrawal
from models.professions.rulebook import KindForm as KindFormRow
from models.registration.kinds import (
    ChangeItem,
    CredentialKind,
    FormSection,
    RegistrationKind,
    StageKind,
)
from models.registration.shown import DemandShown, demand_shown
from models.registration.shown_parts import SpecialtyShown, offered_specialties
from schema.plans.declare import column, computed
from schema.registration.parts import AttachmentDemand
from schema.specialties import Specialty

if TYPE_CHECKING:
    from schema.files import File


@strawberry.type(description="一条规则")
class Rule:
    """Carries a `models.kernel.rules.Rule`."""

    id: strawberry.ID = column(description="编号")
    question: str = column(description="问什么")
    law: str = column(description="依据")
    value: str = column(description="数值")
    changeable: bool = column(description="管理员是否可改数值")


def no_file() -> None:
    """The pledge is read on the page; its text is printed with the application form."""
    return


@strawberry.type(description="承诺书的一个版本")
class Pledge:
    """Carries a `models.professions.rulebook.Pledge`."""

    edition: str = column(description="版本，勾选时带回")
    heading: str = column(description="标题")
    body: str = column(description="条款")
    file: Annotated["File", strawberry.lazy("schema.files")] | None = computed(
        no_file, description="可下载的文本"
    )


@strawberry.type(description="流程的一步")
class RouteStep:
    """Carries a `models.professions.rulebook.RouteStep`."""

    stage: StageKind = column(description="环节")
    authority_kind: AuthorityKind | None = column(description="由谁办")
    workdays: int | None = column(description="期限，工作日")
    batched: bool = column(description="是否按批次")
    may_return: bool = column(description="可退回")
    may_refuse: bool = column(description="可不予注册")
    decides: bool = column(description="是否作出决定")


def demands_of(demands: tuple[Demand, ...]) -> list[DemandShown]:
    return [demand_shown(one, met=False) for one in demands]


@strawberry.type(description="一种注册的步骤、附件、流程")
class KindForm:
    """Carries a `models.professions.rulebook.KindForm`."""

    kind: RegistrationKind = column(description="注册种类")
    pledge: Pledge | None = column(description="诚信承诺书")
    employer_pledge: Pledge | None = column(description="单位上报时的承诺条款")
    sections: list[FormSection] = column(description="填写步骤，按顺序")
    attachments: list[AttachmentDemand] = computed(demands_of, description="附件材料清单")
    route: list[RouteStep] = column(description="审批流程")
    change_items: list[ChangeItem] = column("items", description="可变更的事项（变更注册）")
    reissuable: list[CredentialKind] = column("objects", description="可补办的对象（补办）")
    withdraw_until: Withdrawal = column(description="可撤回到何时")


def forms_of(forms: dict[RegistrationKind, KindFormRow]) -> list[KindFormRow]:
    return list(forms.values())


def specialties_of(profession: Profession) -> list[SpecialtyShown]:
    return offered_specialties(profession)


@strawberry.type(description="一个执业资格的规则，一个版本")
class Rulebook:
    """Carries a `models.professions.rulebook.Rulebook`."""

    profession: Profession = column(description="执业资格")
    edition: str = column("id", description="版本")
    valid_from: date = column(description="施行日期")
    valid_until: date | None = column(description="废止日期")
    rules: list[Rule] = column(description="规则")
    specialties: list[Specialty] = computed(specialties_of, description="专业类别")
    most_specialties: int = column(description="最多注册几个专业；0 即不分专业")
    forms: list[KindForm] = computed(forms_of, description="各种注册怎样办")


__all__ = ["KindForm", "Pledge", "RouteStep", "Rule", "Rulebook"]
