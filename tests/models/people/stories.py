"""People as tests speak of them: who has an account, who asked for a code, who is signed in."""

import re

from models.agencies.tables import Employer, EmployerNature
from models.authorities.kinds import AuthorityKind, ReviewerRole
from models.authorities.tables import Authority, Reviewer, RoleGrant
from models.kernel.unit import Unit, unit_of_work
from models.kernel.viewer import PUBLIC_VIEWER, SYSTEM_VIEWER, Viewer
from models.people import puzzles
from models.people.kinds import AccountKind, AccountState, ChallengePurpose
from models.people.passwords import hashed
from models.people.sessions import viewer_of_token
from models.people.steps.accounts import open_and_enter
from models.people.steps.code_requests import CodeRequest
from models.people.steps.codes import prove_code, request_code
from models.people.steps.sessions import Origin
from models.people.steps.sign_in import Credentials, sign_in_with_password
from models.people.steps.slider import SliderAnswer, start_slider
from models.people.tables import Account, Challenge, OutgoingMessage, Person, Session

PASSWORD = "correct-horse-9"
HOME = Origin("203.0.113.9", "Firefox · Linux")


async def solved_slider(address: str = HOME.address) -> SliderAnswer:
    slider = (await start_slider(PUBLIC_VIEWER, address=address)).value
    return SliderAnswer(slider.secret, track=human_track(slider.offset))


def human_track(offset: int) -> tuple[int, ...]:
    """A hand: quick at first, slower at the end, a little too far and back."""
    shares = [0.0, 0.08, 0.25, 0.5, 0.75, 0.9, 1.02, 1.0]
    points = [(round(offset * share), 60 * place + place % 3) for place, share in enumerate(shares)]
    return tuple(number for point in points for number in point)


def proof_of(puzzle: str) -> str:
    return next(str(n) for n in range(10_000_000) if puzzles.proves_work(puzzle, str(n)))


async def sent_code(target: str) -> str:
    """The code in the newest message to a number."""
    message = await OutgoingMessage.filter(target=target).order_by("-id").first()
    assert message is not None
    found = re.search(r"验证码 (\d{6})", message.text)
    assert found is not None
    return found[1]


async def sent_link(address: str) -> tuple[str, str]:
    """Challenge id and token in the newest mail to an address."""
    message = await OutgoingMessage.filter(target=address).order_by("-id").first()
    assert message is not None
    found = re.search(r"\?id=([\w-]+)&code=([\w-]+) ", message.text)
    assert found is not None
    return found[1], found[2]


async def mailed(request: CodeRequest, viewer: Viewer = PUBLIC_VIEWER) -> Challenge:
    """Ask for a link by mail; gives what the asker sees."""
    done = await request_code(viewer, request=request, slider=await solved_slider(), address=HOME.address)
    assert done.value is not None
    return done.value


async def asked(target: str, purpose: ChallengePurpose, viewer: Viewer = PUBLIC_VIEWER) -> str:
    """The secret of a code just sent."""
    done = await request_code(
        viewer,
        request=CodeRequest(purpose, target=target),
        slider=await solved_slider(),
        address=HOME.address,
    )
    assert done.value is not None and done.value.secret is not None
    return done.value.secret


async def proved(target: str, purpose: ChallengePurpose, viewer: Viewer = PUBLIC_VIEWER) -> str:
    """The secret of a code that was proved."""
    secret = await asked(target, purpose, viewer)
    await prove_code(viewer, secret=secret, code=await sent_code(target))
    return secret


async def newcomer(mobile: str) -> tuple[Session, Viewer]:
    """Somebody who just opened an account and has no password yet."""
    secret = await proved(mobile, ChallengePurpose.OPEN_ACCOUNT)
    session = (await open_and_enter(PUBLIC_VIEWER, secret, secret, HOME)).value
    return session, await signed_in(session)


async def signed_in(session: Session) -> Viewer:
    viewer = await viewer_of_token(session.token or "")
    assert viewer is not None
    return viewer


async def member(mobile: str, *, identity_number: str | None = None, password: str = PASSWORD) -> Account:
    """A person with an account and a password."""
    return (
        await _make_member(
            SYSTEM_VIEWER, mobile=mobile, number=identity_number, password_hash=await hashed(password)
        )
    ).value


async def enter(login: str, password: str = PASSWORD, origin: Origin = HOME) -> tuple[Session, Viewer]:
    session = (await sign_in_with_password(PUBLIC_VIEWER, Credentials(login, password), origin)).value
    return session, await signed_in(session)


async def agency(credit_code: str, mobile: str, password: str = "agency_pass1") -> Account:
    """A fire technical service agency with an account."""
    return (
        await _make_agency(
            SYSTEM_VIEWER, credit_code=credit_code, mobile=mobile, password_hash=await hashed(password)
        )
    ).value


async def reviewer(mobile: str, authority_name: str = "江苏省消防救援总队") -> tuple[Account, Reviewer]:
    """A reviewer with an account and one role for the whole jurisdiction."""
    return (
        await _make_reviewer(
            SYSTEM_VIEWER,
            mobile=mobile,
            authority_name=authority_name,
            password_hash=await hashed(PASSWORD),
        )
    ).value


@unit_of_work
async def _make_member(unit: Unit, *, mobile: str, number: str | None, password_hash: str) -> Account:
    person = await Person.create(name="王小宁", mobile=mobile, identity_number=number)
    return await Account.create(
        kind=AccountKind.PERSON,
        state=AccountState.ACTIVE,
        mobile=mobile,
        person=person,
        password_hash=password_hash,
    )


@unit_of_work
async def _make_agency(unit: Unit, *, credit_code: str, mobile: str, password_hash: str) -> Account:
    employer = await Employer.create(
        name="江苏某某消防技术服务有限公司",
        credit_code=credit_code,
        nature=EmployerNature.PROFESSIONAL_SERVICE,
        fire_agency=True,
        region_code="320100",
    )
    return await Account.create(
        kind=AccountKind.EMPLOYER,
        state=AccountState.ACTIVE,
        mobile=mobile,
        employer=employer,
        password_hash=password_hash,
    )


@unit_of_work
async def _make_reviewer(
    unit: Unit, *, mobile: str, authority_name: str, password_hash: str
) -> tuple[Account, Reviewer]:
    authority = await Authority.create(
        name=authority_name,
        kind=AuthorityKind.CORPS,
        region_code="32",
        professions=["FIRE_ENGINEER"],
        stages=[],
    )
    staff = await Reviewer.create(name="李审", authority=authority)
    await RoleGrant.create(
        reviewer=staff, role=ReviewerRole.ACCEPTOR, profession="FIRE_ENGINEER", regions=["3201"]
    )
    account = await Account.create(
        kind=AccountKind.REVIEWER,
        state=AccountState.ACTIVE,
        mobile=mobile,
        reviewer=staff,
        password_hash=password_hash,
    )
    return account, staff
