"""/verify: is this certificate genuine, and what is true of it now? For anybody with a telephone."""

from collections.abc import Mapping
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from api.pages.render import page
from api.pages.throttled import throttled
from api.papers.signing import genuine
from api.parts import photo_address
from api.service import service_of
from models.kernel.clock import now
from models.professions.words import engineer_title
from models.registration.kinds import CredentialState
from models.registration.verify import Proof, verify_certificate

STATE_WORDS: Mapping[CredentialState, str] = {
    CredentialState.VALID: "有效",
    CredentialState.EXPIRING: "有效，临近到期",
    CredentialState.EXPIRED: "已过期",
    CredentialState.REPLACED: "已换发新证",
    CredentialState.CANCELLED: "已注销",
    CredentialState.REVOKED: "已撤销",
}
FAMILIES: Mapping[CredentialState, str] = {
    CredentialState.VALID: "granted",
    CredentialState.EXPIRING: "granted",
    CredentialState.EXPIRED: "ended",
    CredentialState.REPLACED: "ended",
    CredentialState.CANCELLED: "ended",
    CredentialState.REVOKED: "refused",
}
"""Icon and colours of a state, by the names the web app has for them."""
FIELDS: Mapping[str, str] = {"name": "姓名", "employerName": "聘用单位"}


async def ask(request: Request) -> Response:
    """The form; a number typed into it leads to the page of that number."""
    code = request.query_params.get("code", "").strip()
    if code:
        return RedirectResponse(f"/verify/{quote(code, safe='')}", 303)
    return page(request, "verify_form.html")


@throttled
async def show(request: Request) -> Response:
    """Everything the paper says, the present state, and where they differ."""
    code = request.path_params["code"]
    proof = await proof_of(request, code)
    if proof is None:
        return page(request, "verify_unknown.html", 404, code=code[:60], at=now())
    return page(
        request,
        "verify.html",
        proof=proof,
        family=FAMILIES[proof.state] if proof.genuine else "refused",
        word=STATE_WORDS[proof.state] if proof.genuine else "签名不真实",
        title=engineer_title(proof.profession, proof.grade),
        fields=FIELDS,
        photo=photo_address(proof.photo_id) if proof.photo_id else None,
        address=f"{service_of(request).settings.public_url}/verify",
    )


async def proof_of(request: Request, code: str) -> Proof | None:
    """What is known of the certificate with that number or code; None when there is none."""
    folder = service_of(request).settings.data_dir
    return await verify_certificate(code, lambda text: genuine(text, folder))


ROUTES = [Route("/verify", ask), Route("/verify/{code:path}", show)]
