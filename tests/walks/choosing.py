"""Which move comes next, and by whom: mostly one that somebody is offered whose turn it is."""

from models.kernel.viewer import Viewer
from models.registration.actions import case_options, work_options
from models.registration.batches.reads import relations_to_batch
from models.registration.batches.tables import Batch, BatchEntry
from models.registration.batches.workflow import BATCH
from models.registration.deliveries.reads import relations_to_delivery
from models.registration.deliveries.tables import Delivery
from models.registration.deliveries.workflow import DELIVERY
from models.registration.kinds import StageKind, StageState
from tests.walks.making import MAKE
from tests.walks.walk import SURE, Walk

WEIGHTS = {
    "submit_registration": 12, "resubmit_registration": 12, "claim_work": 12, "pass_registration": 20,
    "issue_certificate": 12, "report_up_registration": 12, "lock_batch": 12, "report_batch": 12,
    "announce_batch": 12, "send_delivery": 12, "return_registration": 2, "save_registration": 4,
    "withdraw_registration": 0.4, "discard_registration": 0.2, "decline_registration": 0.4,
    "refuse_registration": 0.4, "allow_withdrawal": 1, "cancel_batch": 0.5, "detach_from_registration": 0.4,
}  # fmt: skip
"""How much likelier than others a move is, so that walks get far before they end."""
DEPENDING = {
    "detach_from_registration", "update_work_experience", "remove_work_experience", "keep_claim",
    "reassign_work", "claim_next_work", "report_batch", "announce_batch", "defer_batch_entry",
}  # fmt: skip
"""Whether these succeed depends on what is chosen, not on the state alone."""


async def chosen(walk: Walk) -> tuple[Viewer, str, bool]:
    """Who, what, and whether it was offered as ready."""
    if walk.chance.random() < SURE:
        viewer = await in_turn(walk)
        ready = sorted(await offered(walk, viewer))
        if ready:
            (action,) = walk.chance.choices(ready, [WEIGHTS.get(one, 1) for one in ready])
            return viewer, action, True
    viewer = walk.chance.choice(walk.cast.anybody(walk.who))
    action = walk.chance.choice(list(MAKE))
    return viewer, action, action in await offered(walk, viewer)


async def in_turn(walk: Walk) -> Viewer:
    """Mostly whoever has to do something now; sometimes the filer, or the head."""
    chance, stage = walk.chance.random(), walk.stage
    if stage is None or chance < 0.1:
        return walk.filer
    if stage.kind is StageKind.EMPLOYER:
        return await walk.cast.clerk(walk.row.employer_id)
    if chance < 0.15 and stage.authority_id:
        return walk.cast.at.heads[stage.authority_id]
    return walk.cast.at.officers[stage.kind]


async def offered(walk: Walk, viewer: Viewer) -> set[str]:
    """Moves that the viewer is offered as ready: on the case, its work, its batch, its parcel."""
    found = [one.available for one in await case_options(walk.row, viewer)]
    if walk.item:
        found += [one.available for one in await work_options(walk.item, viewer)]
    ready = {one.action for one in found if one.ready}
    if walk.stage and walk.stage.state is StageState.BATCHED:
        ready |= await _of_batch(walk, viewer)
    parcel = await Delivery.filter(registration_id=walk.row.id).order_by("-id").first()
    if parcel:
        ready |= {
            one.action for one in DELIVERY.available(parcel.state, relations_to_delivery(parcel, viewer))
        }
    return ready & MAKE.keys()


async def _of_batch(walk: Walk, viewer: Viewer) -> set[str]:
    entry = await BatchEntry.filter(registration_id=walk.row.id).order_by("-id").first()
    if entry is None:
        return set()
    batch = await Batch.get(id=entry.batch_id)
    return {one.action for one in BATCH.available(batch.state, relations_to_batch(batch, viewer))}
