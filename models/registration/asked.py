"""Which moves of a draft an application's form has at all: buttons and steps ask alike."""

from models.kernel.errors import Refused, WrongState
from models.professions.rulebook import KindForm
from models.registration.kinds import AttachmentKind, FormSection
from models.registration.words import KIND_WORDS


def asked_for(action: str, form: KindForm) -> bool:
    """Is it a part of this application's form?"""
    if action.endswith("_work_experience"):
        return FormSection.EXPERIENCE in form.sections
    if action == "prepare_application_form":
        return form.demand_for(AttachmentKind.APPLICATION_FORM) is not None
    return True


def require_asked(action: str, form: KindForm) -> None:
    """:raises Refused: this profession and kind ask for no such thing."""
    if not asked_for(action, form):
        raise Refused(WrongState(message=f"这项{KIND_WORDS[form.kind]}不需要这一步"))
