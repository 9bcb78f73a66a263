"""/contacts: how each body is reached, whom to ask there, and the service itself. For everybody; no script needed."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from api.pages.board import question
from api.pages.render import page
from models.authorities.kinds import Profession
from models.authorities.reads import contacts_of, support_contacts
from models.kernel.viewer import PUBLIC_VIEWER
from models.professions.words import PROFESSION_WORDS
from models.registration.words import STAGE_WORDS


async def listing(request: Request) -> Response:
    """All bodies, of a profession or with a word in their name; each with what it does and its contacts."""
    named, asked = request.query_params.get("profession", ""), question(request)
    profession = Profession(named) if named in Profession.__members__ else None
    return page(
        request,
        "contacts.html",
        bodies=await contacts_of(PUBLIC_VIEWER, profession, asked),
        support=await support_contacts(),
        professions=PROFESSION_WORDS,
        profession=profession,
        stages=STAGE_WORDS,
        question=asked,
    )


ROUTES = [Route("/contacts", listing)]
