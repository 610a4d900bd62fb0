"""The whole grid of statuses and actions; what is not written here is refused."""

import pytest

from backend.layanan.definition import Outcome, Role, Stage
from backend.requests.lifecycle import (
    CLOSED,
    IN_PROCESS,
    OPEN,
    STATUS_WORDS,
    Action,
    Effect,
    NotAllowed,
    Status,
    Who,
    action_of,
    status_at,
    transition,
)

WAITING = ("diajukan", "diverifikasi_opd", "diverifikasi_bkd")
NEXT_STAGE = "(tahap berikutnya)"
GRID = {
    "draf": {"ajukan": NEXT_STAGE, "beritahukan": "selesai"},
    **{
        status: {
            "pertimbangkan": NEXT_STAGE,
            "kembalikan": "perbaikan",
            "tarik": "dibatalkan",
        }
        for status in WAITING
    },
    "menunggu_keputusan": {
        "pertimbangkan": NEXT_STAGE,
        "setujui": "disetujui",
        "ubah": "perubahan",
        "tangguhkan": "ditangguhkan",
        "tolak": "tidak_disetujui",
        "kembalikan": "perbaikan",
        "tarik": "dibatalkan",
    },
    "perubahan": {"terima": "disetujui", "tolak_ubah": "dibatalkan", "tarik": "dibatalkan"},
    "perbaikan": {"ajukan": NEXT_STAGE, "beritahukan": "selesai", "tarik": "dibatalkan"},
}
APPLICANT = {"ajukan", "beritahukan", "terima", "tolak_ubah", "tarik"}
NEEDS_REASON = {"ubah", "tangguhkan", "tolak", "kembalikan"}


@pytest.mark.parametrize("status", list(Status))
@pytest.mark.parametrize("action", list(Action))
def test_the_table_allows_exactly_this(status: Status, action: Action) -> None:
    expected = GRID.get(status, {}).get(action)
    if expected is None:
        with pytest.raises(NotAllowed):
            transition(status, action)
        return
    step = transition(status, action)
    assert (step.next or NEXT_STAGE) == expected
    assert step.who is (Who.PEMOHON if action in APPLICANT else Who.PEMUTUS)
    assert step.reason is (action in NEEDS_REASON)


def test_every_status_is_open_or_closed_and_has_words() -> None:
    assert OPEN | CLOSED | {Status.DRAF} == set(Status)
    assert not OPEN & CLOSED
    assert set(STATUS_WORDS) == set(Status)


@pytest.mark.parametrize("status", sorted(CLOSED))
def test_nothing_leads_out_of_a_closed_status(status: Status) -> None:
    for action in Action:
        with pytest.raises(NotAllowed):
            transition(status, action)


def test_a_right_is_reserved_once_and_then_charged_released_or_postponed() -> None:
    """aturan 2.12"""
    at = Status.MENUNGGU_KEPUTUSAN
    assert Effect.RESERVE in transition(Status.DRAF, Action.AJUKAN).effects
    assert transition(at, Action.SETUJUI).effects == (Effect.CHARGE, Effect.ISSUE_LETTER)
    assert transition(at, Action.TOLAK).effects == (Effect.RELEASE,)
    assert transition(at, Action.TANGGUHKAN).effects == (Effect.POSTPONE,)
    assert transition(at, Action.UBAH).effects == ()
    for status in IN_PROCESS:
        assert transition(status, Action.TARIK).effects == (Effect.RELEASE, Effect.VOID_TASKS)


def stage(key: str, role: Role, decides: bool) -> Stage:
    return Stage(key, role, key, frozenset(Outcome), 2, decides)


OPINION = stage("atasan", Role.ATASAN_LANGSUNG, decides=False)
CHECK = stage("pengelola", Role.PENGELOLA_KEPEGAWAIAN, decides=False)
BKD = stage("bkd", Role.VERIFIKATOR_BKD, decides=False)
DECISION = stage("pejabat", Role.PEJABAT_BERWENANG, decides=True)
WAY = (CHECK, BKD, OPINION, DECISION)


@pytest.mark.parametrize(
    ("index", "status"),
    [
        (0, Status.DIAJUKAN),
        (1, Status.DIVERIFIKASI_OPD),
        (2, Status.DIVERIFIKASI_BKD),
        (3, Status.MENUNGGU_KEPUTUSAN),
    ],
)
def test_the_status_says_how_far_it_is(index: int, status: Status) -> None:
    """aturan 10.8"""
    assert status_at(WAY, index) is status


def test_an_opinion_is_not_a_stop() -> None:
    assert status_at((OPINION, stage("b", Role.KEPALA_OPD, decides=False)), 1) is Status.DIAJUKAN


@pytest.mark.parametrize("outcome", list(Outcome))
def test_an_opinion_has_no_legal_effect_but_may_return_the_request(outcome: Outcome) -> None:
    """aturan 2.1: the superior considers, the competent official decides."""
    returned = outcome is Outcome.PERBAIKAN
    expected = Action.KEMBALIKAN if returned else Action.PERTIMBANGKAN
    assert action_of(outcome, WAY, 2) is expected


@pytest.mark.parametrize(
    ("outcome", "action"),
    [
        (Outcome.DISETUJUI, Action.SETUJUI),
        (Outcome.PERUBAHAN, Action.UBAH),
        (Outcome.DITANGGUHKAN, Action.TANGGUHKAN),
        (Outcome.TIDAK_DISETUJUI, Action.TOLAK),
        (Outcome.PERBAIKAN, Action.KEMBALIKAN),
    ],
)
def test_the_decision_has_its_effect(outcome: Outcome, action: Action) -> None:
    assert action_of(outcome, WAY, 3) is action


def test_an_approval_with_further_decisions_to_come_moves_on() -> None:
    way = (DECISION, stage("sekda", Role.SEKDA, decides=True))
    assert action_of(Outcome.DISETUJUI, way, 0) is Action.PERTIMBANGKAN
    assert action_of(Outcome.TIDAK_DISETUJUI, way, 0) is Action.TOLAK
