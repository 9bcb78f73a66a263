"""Bodies, reviewers and cases of the professions whose routes lead through several bodies."""

from dataclasses import dataclass, field
from datetime import timedelta

from models.agencies.tables import Employer, EmployerState
from models.authorities.kinds import AuthorityKind, Grade, Profession
from models.authorities.tables import Authority, Reviewer, RoleGrant
from models.files.tables import FilePurpose
from models.kernel.clock import today
from models.kernel.viewer import PUBLIC_VIEWER, Grant, Viewer, ViewerKind
from models.people.kinds import AccountKind, AccountState
from models.people.tables import Account, Qualification
from models.professions.rulebook import STAGE_ROLES
from models.professions.shelf import rulebook_on
from models.registration.digest import preview_digest
from models.registration.kinds import AttachmentKind, DeliveryMethod, RegistrationKind, StageKind, TermKind
from models.registration.steps.claiming import claim_work
from models.registration.steps.drafting import (
    accept_pledge,
    choose_authority,
    save_registration,
    start_registration,
)
from models.registration.steps.files import attach_to_registration
from models.registration.steps.filing import submit_registration
from models.registration.steps.held import Claimed
from models.registration.tables import Registration, WorkItem
from tests.factories import agency, made, person, picture

SAFETY, SUPERVISION = Profession.SAFETY_ENGINEER, Profession.SUPERVISION_ENGINEER
Body = tuple[str, AuthorityKind, str | None, tuple[StageKind, ...], str | None]
_S = StageKind
BODIES: dict[Profession, tuple[Body, ...]] = {
    SAFETY: (
        ("中心", AuthorityKind.CENTRE, None, (_S.FINAL_EXAMINATION, _S.ANNOUNCEMENT, _S.CERTIFICATE_MAKING, _S.DELIVERY), None),
        ("应急厅", AuthorityKind.PROVINCIAL_BODY, "320000", (_S.FIRST_EXAMINATION,), "中心"),
        ("考试中心", AuthorityKind.TEST_CENTRE, "320000", (_S.PRE_EXAMINATION,), "应急厅"),
        ("外省应急厅", AuthorityKind.PROVINCIAL_BODY, "330000", (_S.PRE_EXAMINATION, _S.FIRST_EXAMINATION), "中心"),
    ),
    SUPERVISION: (
        ("部", AuthorityKind.MINISTRY, None, (_S.ACCEPTANCE, _S.DECISION), None),
        ("部中心", AuthorityKind.CENTRE, None, (_S.EXAMINATION, _S.CERTIFICATE_MAKING), "部"),
    ),
}  # fmt: skip
CHOSEN = {SAFETY: "应急厅", SUPERVISION: "部"}
CODES = {SAFETY: ["CHEMICAL"], SUPERVISION: ["HOUSING"]}


@dataclass
class Scene:
    """One profession's bodies with a reviewer for each stage, an applicant, the employer and its account."""

    profession: Profession
    bodies: dict[str, Authority] = field(default_factory=dict)
    officers: dict[StageKind, Viewer] = field(default_factory=dict)
    filer: Viewer = PUBLIC_VIEWER
    employer: Employer = field(default_factory=Employer)
    clerk: Viewer = PUBLIC_VIEWER
    case_key: int = 0

    async def case(self) -> Registration:
        return await Registration.get(id=self.case_key)

    async def claimed(self, stage: StageKind) -> Claimed:
        """The stage's officer claims the case."""
        item = await WorkItem.filter(registration_id=self.case_key, stage_kind=stage).order_by("-id").first()
        assert item is not None, "no work at that stage"
        held = (await claim_work(self.officers[stage], id=item.id)).value
        return Claimed(self.case_key, (await self.case()).version, held.fence)


async def scene(profession: Profession) -> Scene:
    found = Scene(profession)
    for name, kind, region, stages, parent in BODIES[profession]:
        above = found.bodies[parent].id if parent else None
        found.bodies[name] = await made(
            Authority, name=name, kind=kind, region_code=region, professions=[profession], stages=list(stages),
            short_name=name[:1], parent_id=above,
        )  # fmt: skip
        if name != "外省应急厅":
            for stage in stages:
                found.officers[stage] = await officer(found.bodies[name], stage, profession)
    found.filer = await person()
    await made(
        Qualification, person_id=found.filer.person_id, profession=profession, certificate_number="Q1",
        grade=Grade.INTERMEDIATE if profession is SAFETY else None, specialties=CODES[profession],
        obtained_on=today() - timedelta(days=60), region_code="320000",
    )  # fmt: skip
    found.employer = await agency(name="南京某单位", fire_agency=False, state=EmployerState.ACTIVE)
    account = await made(
        Account, kind=AccountKind.EMPLOYER, state=AccountState.ACTIVE, employer_id=found.employer.id
    )
    found.clerk = Viewer(ViewerKind.EMPLOYER, account.id, employer_id=found.employer.id)
    return found


async def officer(at: Authority, stage: StageKind, profession: Profession) -> Viewer:
    """A reviewer of a body with the role of a stage."""
    role = STAGE_ROLES[stage]
    row = await made(Reviewer, name=f"审{stage}", authority_id=at.id)
    account = await made(Account, kind=AccountKind.REVIEWER, state=AccountState.ACTIVE, reviewer_id=row.id)
    await made(RoleGrant, reviewer_id=row.id, role=role, profession=profession, regions=[])
    grants = (Grant(role.value, profession.value),)
    return Viewer(ViewerKind.REVIEWER, account.id, reviewer_id=row.id, authority_id=at.id, grants=grants)


async def submitted(profession: Profession) -> Scene:
    """A complete application, handed in."""
    found = await scene(profession)
    await filled_in(found)
    row = await found.case()
    await submit_registration(found.filer, id=row.id, version=row.version, digest=await preview_digest(row))
    return found


async def filled_in(found: Scene) -> None:
    filer, profession = found.filer, found.profession
    row = (await start_registration(filer, profession=profession, kind=RegistrationKind.INITIAL)).value
    found.case_key = row.id
    changes = {
        "photo_id": (await picture(filer, FilePurpose.PHOTO)).id, "education": "本科", "address": "南京市",
        "capable": True, "employer_id": found.employer.id, "employer_nature": "ENTERPRISE", "department": "一部",
        "post": "工程师", "term": TermKind.OPEN_ENDED, "term_from": today(), "retired": False,
        "specialties": CODES[profession], "delivery_method": DeliveryMethod.ELECTRONIC,
    }  # fmt: skip
    row = (await accept_pledge(filer, id=row.id, version=row.version, pledge_edition="2026-1")).value
    row = (await save_registration(filer, id=row.id, version=row.version, changes=changes)).value
    for demand in rulebook_on(profession).form(row.kind).demands:
        for _ in range(demand.min_pages or 1 if demand.required else 0):
            await attached(found, demand.kind)
    row = await found.case()
    chosen = found.bodies[CHOSEN[profession]].id
    await choose_authority(filer, id=row.id, version=row.version, authority_id=chosen)


async def attached(found: Scene, kind: AttachmentKind) -> None:
    row, file = await found.case(), await picture(found.filer)
    await attach_to_registration(found.filer, id=row.id, version=row.version, kind=kind, file_id=file.id)
