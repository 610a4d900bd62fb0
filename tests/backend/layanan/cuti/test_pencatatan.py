"""The entries of a request, from filing to release (aturan 2.12, 2.15 no. 26-28)."""

from dataclasses import replace
from datetime import date

import pytest

from backend.layanan.cuti import CUTI
from backend.layanan.cuti.buku import DITANGGUHKAN, TAHUNAN, Jenis, jumlah
from backend.layanan.cuti.konfigurasi import Konfigurasi
from backend.layanan.cuti.saldo import hari_dipesan, saldo
from backend.layanan.definition import LedgerEvent
from backend.layanan.facts import Facts, Posting
from tests.backend.layanan import orang
from tests.backend.layanan.orang import contoh, facts, jawaban

TIGA_HARI = jawaban("2026-12-07", "2026-12-09")
TAHUN_BARU = jawaban("2026-12-28", "2027-01-08")


def catat(
    known: Facts,
    *events: LedgerEvent,
    answers: dict[str, object] = TIGA_HARI,
    request_id: str = "r1",
) -> Facts:
    """The facts after these events of one request."""
    for event in events:
        entries = orang.TAHUNAN.postings(event, answers, known, request_id)
        known = replace(known, ledger=(*known.ledger, *entries))
    return known


def jatuh_tempo(known: Facts) -> tuple[Posting, ...]:
    assert CUTI.due_postings is not None
    return CUTI.due_postings(known)


def sisa(known: Facts, tahun: int = 2026) -> tuple[int, int, int]:
    left = saldo(known, Konfigurasi(known.config), tahun)
    return left.n2, left.n1 + left.ditangguhkan_lalu, left.n + left.ditangguhkan


def test_filing_reserves_the_oldest_right_first() -> None:
    rina = catat(contoh("rina"), LedgerEvent.DIAJUKAN)
    assert sisa(rina) == (0, 0, 10)
    assert hari_dipesan(rina.ledger) == 3
    own = [entry for entry in rina.ledger if entry.request_id == "r1"]
    assert [(entry.bucket, entry.days, entry.kind) for entry in own] == [
        (2025, -1, Jenis.RESERVASI),
        (2026, -2, Jenis.RESERVASI),
    ]


def test_approval_turns_the_reservation_into_use_of_the_same_rights() -> None:
    filed = catat(contoh("rina"), LedgerEvent.DIAJUKAN)
    approved = catat(filed, LedgerEvent.DISETUJUI)
    assert jumlah(approved.ledger) == jumlah(filed.ledger)
    used = [entry for entry in approved.ledger if entry.request_id == "r1"][-2:]
    assert [(entry.bucket, entry.days, entry.kind) for entry in used] == [
        (2025, -1, Jenis.PAKAI),
        (2026, -2, Jenis.PAKAI),
    ]
    assert hari_dipesan(approved.ledger) == 0


@pytest.mark.parametrize("answers", [TIGA_HARI, TAHUN_BARU], ids=["three days", "over New Year"])
@pytest.mark.parametrize(
    "before",
    [(LedgerEvent.DIAJUKAN,), (LedgerEvent.DIAJUKAN, LedgerEvent.DISETUJUI)],
    ids=["case 26: waiting", "granted"],
)
def test_release_restores_every_right(
    before: tuple[LedgerEvent, ...], answers: dict[str, object]
) -> None:
    rina = contoh("rina")
    released = catat(rina, *before, LedgerEvent.DILEPAS, answers=answers)
    for tahun in (2026, 2027):
        assert sisa(released, tahun) == sisa(rina, tahun)


@pytest.mark.parametrize(
    "events",
    [
        (LedgerEvent.DIAJUKAN,),
        (LedgerEvent.DIAJUKAN, LedgerEvent.DISETUJUI),
        (LedgerEvent.DIAJUKAN, LedgerEvent.DILEPAS),
        (LedgerEvent.DIAJUKAN, LedgerEvent.DITANGGUHKAN),
    ],
)
def test_an_event_that_comes_twice_books_nothing_more(events: tuple[LedgerEvent, ...]) -> None:
    once = catat(contoh("rina"), *events)
    assert catat(once, events[-1]).ledger == once.ledger


def test_a_request_filed_again_after_correction_is_reserved_again() -> None:
    again = catat(
        contoh("rina"),
        LedgerEvent.DIAJUKAN,
        LedgerEvent.DILEPAS,
        LedgerEvent.DIAJUKAN,
        LedgerEvent.DISETUJUI,
    )
    assert sisa(again) == (0, 0, 10)


def test_approval_with_other_terms_pays_for_those() -> None:
    filed = catat(contoh("rina"), LedgerEvent.DIAJUKAN)
    changed = catat(filed, LedgerEvent.DISETUJUI, answers=jawaban("2026-12-07", "2026-12-11"))
    assert sisa(changed) == (0, 0, 8)
    moved = catat(filed, LedgerEvent.DISETUJUI, answers=jawaban("2026-12-14", "2026-12-14"))
    assert sisa(moved) == (0, 0, 12)


def test_what_cannot_be_paid_is_refused_loudly() -> None:
    with pytest.raises(ValueError, match="does not cover"):
        catat(contoh("rina"), LedgerEvent.DIAJUKAN, answers=jawaban("2026-11-26", "2026-12-31"))
    with pytest.raises(ValueError, match="needs its dates"):
        catat(contoh("rina"), LedgerEvent.DIAJUKAN, answers={})


class TestPostponed:
    """DITANGGUHKAN: the right stays, for one more year (aturan 2.2 no. 6, 2.12)."""

    def test_postponed_days_can_be_planned_again_this_year(self) -> None:
        known = catat(
            facts(terpakai={2025: 12, 2026: 0}), LedgerEvent.DIAJUKAN, LedgerEvent.DITANGGUHKAN
        )
        assert sisa(known) == (0, 0, 12)
        assert jumlah(known.ledger)[DITANGGUHKAN, 2026] == 3
        assert hari_dipesan(known.ledger) == 0

    def test_case_g_a_whole_postponed_year_gives_24_in_the_next(self) -> None:
        december = facts(today=date(2025, 12, 1), terpakai={2024: 12, 2025: 0})
        known = catat(
            december,
            LedgerEvent.DIAJUKAN,
            LedgerEvent.DITANGGUHKAN,
            answers=jawaban("2025-12-08", "2025-12-23"),
        )
        january = replace(known, today=date(2026, 1, 5))
        assert sisa(january) == (0, 12, 12)

    def test_a_postponement_decided_after_new_year_counts_for_the_year_of_the_leave(self) -> None:
        filed = catat(facts(terpakai={2025: 12, 2026: 0}), LedgerEvent.DIAJUKAN)
        january = replace(filed, today=date(2027, 1, 4))
        known = catat(january, LedgerEvent.DITANGGUHKAN)
        assert sisa(known, 2027) == (0, 9, 12)

    def test_days_carried_from_last_year_survive_when_postponed(self) -> None:
        known = catat(contoh("rina"), LedgerEvent.DIAJUKAN, LedgerEvent.DITANGGUHKAN)
        assert sisa(known) == (0, 0, 13)
        assert sisa(replace(known, today=date(2027, 1, 4)), 2027) == (0, 9, 12)

    def test_case_23_what_was_postponed_is_not_postponed_for_longer(self) -> None:
        known = catat(
            facts(terpakai={2025: 12, 2026: 0}), LedgerEvent.DIAJUKAN, LedgerEvent.DITANGGUHKAN
        )
        january = replace(known, today=date(2027, 1, 4))
        again = catat(
            january,
            LedgerEvent.DIAJUKAN,
            LedgerEvent.DITANGGUHKAN,
            answers=jawaban("2027-01-11", "2027-01-22"),
            request_id="r2",
        )
        total = jumlah(again.ledger)
        assert total[DITANGGUHKAN, 2026] == 3
        assert saldo(replace(again, today=date(2028, 1, 3)), Konfigurasi({}), 2028).n2 == 0


class TestTurnOfTheYear:
    def test_due_entries_are_booked_once_and_change_no_balance(self) -> None:
        known = replace(contoh("rina"), today=date(2027, 1, 4))
        due = jatuh_tempo(known)
        assert [(entry.bucket, entry.kind, entry.days) for entry in due] == [
            (2027, Jenis.HAK, 12),
            (2025, Jenis.HANGUS, -1),
            (2026, Jenis.HANGUS, -6),
        ]
        booked = replace(known, ledger=(*known.ledger, *due))
        assert sisa(booked, 2027) == sisa(known, 2027) == (0, 6, 12)
        assert jatuh_tempo(booked) == ()

    def test_nothing_lapses_before_its_time(self) -> None:
        known = catat(contoh("rina"), LedgerEvent.DIAJUKAN, answers=TAHUN_BARU)
        assert jumlah(known.ledger, Jenis.HANGUS)[TAHUNAN, 2026] == 0
        assert jatuh_tempo(known) == ()

    def test_days_of_december_refused_in_january_lapse_as_if_never_asked(self) -> None:
        never = replace(contoh("rina"), today=date(2027, 1, 11))
        filed = catat(contoh("rina"), LedgerEvent.DIAJUKAN)
        january = replace(filed, today=date(2027, 1, 4))
        january = replace(january, ledger=(*january.ledger, *jatuh_tempo(january)))
        refused = replace(catat(january, LedgerEvent.DILEPAS), today=date(2027, 1, 11))
        assert sisa(refused, 2027) == sisa(never, 2027)
