"""What holds for every history: nothing overdrawn, nothing above the ceiling, nothing lost."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from backend.layanan.cuti import CUTI
from backend.layanan.cuti.buku import jumlah
from backend.layanan.cuti.konfigurasi import Konfigurasi
from backend.layanan.cuti.saldo import lengkap, saldo
from backend.layanan.definition import LedgerEvent
from backend.layanan.facts import ActiveRequest, Facts
from tests.backend.layanan.orang import TAHUNAN, facts

KONF = Konfigurasi({})
TERPAKAI = st.fixed_dictionaries({2024: st.integers(0, 12), 2025: st.integers(0, 12)})
JAWABAN = st.tuples(st.integers(0, 120), st.integers(0, 25))
LANGKAH = st.one_of(
    st.tuples(st.just("tunggu"), st.integers(1, 60)),
    st.tuples(st.just("ajukan"), JAWABAN),
    st.tuples(
        st.sampled_from((LedgerEvent.DISETUJUI, LedgerEvent.DILEPAS, LedgerEvent.DITANGGUHKAN)),
        st.integers(0, 3),
    ),
)


@dataclass
class Riwayat:
    """A person's ledger as the machinery keeps it: checked, then booked, event by event."""

    facts: Facts
    answers: dict[str, dict[str, object]] = field(default_factory=dict)
    menunggu: list[str] = field(default_factory=list)
    nomor: int = 0

    def catat(self, event: LedgerEvent, request_id: str) -> None:
        entries = TAHUNAN.postings(event, self.answers[request_id], self.facts, request_id)
        self.facts = replace(self.facts, ledger=(*self.facts.ledger, *entries))

    def tunggu(self, days: int) -> None:
        self.facts = replace(self.facts, today=self.facts.today + timedelta(days=days))
        assert CUTI.due_postings is not None
        due = CUTI.due_postings(self.facts)
        self.facts = replace(self.facts, ledger=(*self.facts.ledger, *due))

    def ajukan(self, awal: int, panjang: int) -> bool:
        mulai = self.facts.today + timedelta(days=awal)
        selesai = mulai + timedelta(days=panjang)
        answers: dict[str, object] = {
            "periode": {"mulai": mulai.isoformat(), "selesai": selesai.isoformat()}
        }
        if TAHUNAN.check(answers, self.facts):
            return False
        self.nomor += 1
        request_id = f"r{self.nomor}"
        self.answers[request_id] = answers
        self.menunggu.append(request_id)
        self.catat(LedgerEvent.DIAJUKAN, request_id)
        other = ActiveRequest(request_id, request_id, "cuti", "tahunan", "x", mulai, selesai)
        self.facts = replace(self.facts, requests=(*self.facts.requests, other))
        return True

    def putuskan(self, event: LedgerEvent, which: int) -> None:
        if not self.menunggu:
            return
        request_id = self.menunggu.pop(which % len(self.menunggu))
        self.catat(event, request_id)
        if event is not LedgerEvent.DISETUJUI:
            rest = tuple(r for r in self.facts.requests if r.request_id != request_id)
            self.facts = replace(self.facts, requests=rest)

    def langkah(self, step: tuple[object, object]) -> None:
        match step:
            case ("tunggu", int(days)):
                self.tunggu(days)
            case ("ajukan", (int(awal), int(panjang))):
                self.ajukan(awal, panjang)
            case (LedgerEvent() as event, int(which)):
                self.putuskan(event, which)


@settings(max_examples=300, deadline=None)
@given(terpakai=TERPAKAI, steps=st.lists(LANGKAH, max_size=14))
def test_no_history_overdraws_a_right_or_passes_the_ceiling(
    terpakai: dict[int, int], steps: list[tuple[object, object]]
) -> None:
    riwayat = Riwayat(facts(terpakai={**terpakai, 2026: 0}))
    for step in steps:
        riwayat.langkah(step)
        known = riwayat.facts
        for ahead in (0, 1):
            year = known.today.year + ahead
            per = max(known.today, date(year, 1, 1))
            entries = lengkap(known.pegawai, KONF, known.ledger, per)
            total = jumlah(entry for entry in entries if entry.bucket <= year)
            assert min(total.values()) >= 0
            assert saldo(known, KONF, year).total <= 24


@settings(max_examples=200, deadline=None)
@given(
    terpakai=TERPAKAI,
    steps=st.lists(LANGKAH, max_size=8),
    asked=JAWABAN,
    granted=st.booleans(),
)
def test_release_restores_what_a_request_took(
    terpakai: dict[int, int],
    steps: list[tuple[object, object]],
    asked: tuple[int, int],
    granted: bool,
) -> None:
    riwayat = Riwayat(facts(terpakai={**terpakai, 2026: 0}))
    for step in steps:
        riwayat.langkah(step)
    years = (riwayat.facts.today.year, riwayat.facts.today.year + 1)
    before = [saldo(riwayat.facts, KONF, year) for year in years]
    if riwayat.ajukan(*asked):
        request_id = riwayat.menunggu[-1]
        if granted:
            riwayat.catat(LedgerEvent.DISETUJUI, request_id)
        riwayat.catat(LedgerEvent.DILEPAS, request_id)
    assert [saldo(riwayat.facts, KONF, year) for year in years] == before


@settings(max_examples=200, deadline=None)
@given(terpakai=TERPAKAI, asked=JAWABAN)
def test_a_request_takes_exactly_its_working_days(
    terpakai: dict[int, int], asked: tuple[int, int]
) -> None:
    riwayat = Riwayat(facts(terpakai={**terpakai, 2026: 0}))
    if not riwayat.ajukan(*asked):
        return
    summary = TAHUNAN.summarise(riwayat.answers["r1"], facts(terpakai={**terpakai, 2026: 0}))
    own = [entry.days for entry in riwayat.facts.ledger if entry.request_id == "r1"]
    assert -sum(own) == summary.numbers["hari_kerja"]
