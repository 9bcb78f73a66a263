"""States of a correction, and the posts that handle it."""

from enum import StrEnum

from models.authorities.kinds import ReviewerRole


class CorrectionState(StrEnum):
    """证件信息更正的状态"""

    SUBMITTED = "SUBMITTED"
    CONFIRMED = "CONFIRMED"
    APPLIED = "APPLIED"
    REFUSED = "REFUSED"
    WITHDRAWN = "WITHDRAWN"


CONFIRMING = (ReviewerRole.ACCEPTOR, ReviewerRole.PRE_EXAMINER, ReviewerRole.FIRST_EXAMINER)
"""Posts of a registration body that look at papers: which of them there is depends on the profession."""
APPLYING = (ReviewerRole.EXAMINER, ReviewerRole.FINAL_EXAMINER)
"""Posts of the centre that change the register; of the body itself where a profession has no centre."""
