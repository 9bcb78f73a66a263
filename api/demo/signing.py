"""The signer of the demonstration's certificates: the service's own key, over the facts that are printed."""

from pathlib import Path

from models.registration.signer import SignedFacts, Signer
from printing.keys import signing_key
from printing.signature import SignedPayload, facts_digest, sign


def signer_of(data_dir: Path) -> Signer:
    key = signing_key(data_dir)

    def code(facts: SignedFacts) -> str:
        printed = {name: str(getattr(facts, name)) for name in facts.__slots__}
        return sign(
            SignedPayload(number=facts.number, digest=facts_digest(printed), issued_on=facts.issued_on), key
        )

    return Signer(code)
