"""The life of a request as a table. What is not in the table is refused.

Words of the statuses: aturan 10.8; outcomes: aturan 2.12.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from backend.layanan.definition import Outcome, Role, Stage


class Status(StrEnum):
    """Where a request stands. The value is stored; `STATUS_WORDS` says it to people."""

    DRAF = "draf"
    """Being filed right now; never committed."""
    DIAJUKAN = "diajukan"
    """Filed; waits for the first opinion."""
    DIVERIFIKASI_OPD = "diverifikasi_opd"
    """The personnel officer of the OPD has checked it; waits for the next opinion."""
    DIVERIFIKASI_BKD = "diverifikasi_bkd"
    """BKD has checked it; waits for the next opinion."""
    MENUNGGU_KEPUTUSAN = "menunggu_keputusan"
    """Waits for the official who decides."""
    PERUBAHAN = "perubahan"
    """Granted with other terms; waits for the applicant to accept them."""
    PERBAIKAN = "perbaikan"
    """Returned to the applicant for correction; holds no right meanwhile."""
    DISETUJUI = "disetujui"
    DITANGGUHKAN = "ditangguhkan"
    TIDAK_DISETUJUI = "tidak_disetujui"
    SELESAI = "selesai"
    """A notice: recorded and told to the superior, nothing to decide."""
    DIBATALKAN = "dibatalkan"
    """Withdrawn by the applicant."""


STATUS_WORDS: Mapping[Status, str] = {
    Status.DRAF: "Draf",
    Status.DIAJUKAN: "Diajukan",
    Status.DIVERIFIKASI_OPD: "Diverifikasi OPD",
    Status.DIVERIFIKASI_BKD: "Diverifikasi BKD",
    Status.MENUNGGU_KEPUTUSAN: "Menunggu keputusan",
    Status.PERUBAHAN: "Perubahan",
    Status.PERBAIKAN: "Perlu perbaikan berkas",
    Status.DISETUJUI: "Disetujui",
    Status.DITANGGUHKAN: "Ditangguhkan",
    Status.TIDAK_DISETUJUI: "Tidak disetujui",
    Status.SELESAI: "Selesai",
    Status.DIBATALKAN: "Dibatalkan",
}

IN_PROCESS = frozenset(
    {
        Status.DIAJUKAN,
        Status.DIVERIFIKASI_OPD,
        Status.DIVERIFIKASI_BKD,
        Status.MENUNGGU_KEPUTUSAN,
    }
)
"""An approver has it."""
OPEN = IN_PROCESS | {Status.PERUBAHAN, Status.PERBAIKAN}
"""Something can still happen to it."""
GRANTED = frozenset({Status.DISETUJUI, Status.SELESAI})
"""The applicant will be, or is, away in its span."""
CLOSED = GRANTED | {Status.DITANGGUHKAN, Status.TIDAK_DISETUJUI, Status.DIBATALKAN}


class Action(StrEnum):
    AJUKAN = "ajukan"
    """File, or file again after correction, for somebody to decide."""
    BERITAHUKAN = "beritahukan"
    """File what needs no decision."""
    PERTIMBANGKAN = "pertimbangkan"
    """Give an opinion; the request moves on to the next stage."""
    SETUJUI = "setujui"
    UBAH = "ubah"
    TANGGUHKAN = "tangguhkan"
    TOLAK = "tolak"
    KEMBALIKAN = "kembalikan"
    TERIMA = "terima"
    """Accept the new terms of an UBAH."""
    TOLAK_UBAH = "tolak_ubah"
    TARIK = "tarik"


class Who(StrEnum):
    PEMOHON = "pemohon"
    PEMUTUS = "pemutus"


class Effect(StrEnum):
    """What else happens in the same transaction, in this order."""

    RESERVE = "reserve"
    CHARGE = "charge"
    RELEASE = "release"
    POSTPONE = "postpone"
    VOID_TASKS = "void_tasks"
    OPEN_TASK = "open_task"
    ISSUE_LETTER = "issue_letter"


@dataclass(frozen=True, slots=True)
class Transition:
    """`next` None: the status that the next stage gives (`status_at`)."""

    next: Status | None
    who: Who
    reason: bool = False
    effects: tuple[Effect, ...] = ()


_Table = dict[tuple[Status, Action], Transition]


def _each(statuses: Iterable[Status], action: Action, transition: Transition) -> _Table:
    return {(status, action): transition for status in statuses}


_FILED = (Status.DRAF, Status.PERBAIKAN)
_DECIDED_AT = (Status.MENUNGGU_KEPUTUSAN,)
_RELEASED = (Effect.RELEASE,)
_GRANTED = (Effect.CHARGE, Effect.ISSUE_LETTER)
_STOPPED = (Effect.RELEASE, Effect.VOID_TASKS)

TABLE: Mapping[tuple[Status, Action], Transition] = {
    **_each(
        _FILED,
        Action.AJUKAN,
        Transition(None, Who.PEMOHON, effects=(Effect.RESERVE, Effect.OPEN_TASK)),
    ),
    **_each(
        _FILED,
        Action.BERITAHUKAN,
        Transition(Status.SELESAI, Who.PEMOHON, effects=(Effect.RESERVE, Effect.CHARGE)),
    ),
    **_each(
        IN_PROCESS,
        Action.PERTIMBANGKAN,
        Transition(None, Who.PEMUTUS, effects=(Effect.OPEN_TASK,)),
    ),
    **_each(
        _DECIDED_AT, Action.SETUJUI, Transition(Status.DISETUJUI, Who.PEMUTUS, effects=_GRANTED)
    ),
    **_each(_DECIDED_AT, Action.UBAH, Transition(Status.PERUBAHAN, Who.PEMUTUS, reason=True)),
    **_each(
        _DECIDED_AT,
        Action.TANGGUHKAN,
        Transition(Status.DITANGGUHKAN, Who.PEMUTUS, True, (Effect.POSTPONE,)),
    ),
    **_each(
        _DECIDED_AT,
        Action.TOLAK,
        Transition(Status.TIDAK_DISETUJUI, Who.PEMUTUS, True, _RELEASED),
    ),
    **_each(
        IN_PROCESS,
        Action.KEMBALIKAN,
        Transition(Status.PERBAIKAN, Who.PEMUTUS, True, _STOPPED),
    ),
    **_each(
        (Status.PERUBAHAN,),
        Action.TERIMA,
        Transition(Status.DISETUJUI, Who.PEMOHON, effects=_GRANTED),
    ),
    **_each(
        (Status.PERUBAHAN,),
        Action.TOLAK_UBAH,
        Transition(Status.DIBATALKAN, Who.PEMOHON, effects=_RELEASED),
    ),
    **_each(OPEN, Action.TARIK, Transition(Status.DIBATALKAN, Who.PEMOHON, effects=_STOPPED)),
}

_FINAL: Mapping[Outcome, Action] = {
    Outcome.DISETUJUI: Action.SETUJUI,
    Outcome.PERUBAHAN: Action.UBAH,
    Outcome.DITANGGUHKAN: Action.TANGGUHKAN,
    Outcome.TIDAK_DISETUJUI: Action.TOLAK,
}
_CHECKED_BY: Mapping[Role, Status] = {
    Role.PENGELOLA_KEPEGAWAIAN: Status.DIVERIFIKASI_OPD,
    Role.VERIFIKATOR_BKD: Status.DIVERIFIKASI_BKD,
}


class NotAllowed(Exception):
    """The action is not in the table for this status: whoever got here did not check before."""


def allows(status: Status, action: Action) -> bool:
    return (status, action) in TABLE


def transition(status: Status, action: Action) -> Transition:
    """Raises NotAllowed."""
    try:
        return TABLE[status, action]
    except KeyError:
        raise NotAllowed(f"{action} at {status}") from None


def status_at(stages: Sequence[Stage], index: int) -> Status:
    """The status of a request that waits at a stage."""
    if stages[index].decides:
        return Status.MENUNGGU_KEPUTUSAN
    if index == 0:
        return Status.DIAJUKAN
    return _CHECKED_BY.get(stages[index - 1].role, Status.DIAJUKAN)


def action_of(outcome: Outcome, stages: Sequence[Stage], index: int) -> Action:
    """What an outcome at a stage means for the request. Only a deciding stage has legal effect; a
    return for correction goes back from anywhere."""
    if outcome is Outcome.PERBAIKAN:
        return Action.KEMBALIKAN
    last = index == len(stages) - 1
    if not stages[index].decides or (outcome is Outcome.DISETUJUI and not last):
        return Action.PERTIMBANGKAN
    return _FINAL[outcome]
