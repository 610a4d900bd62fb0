"""What is left, and from which right a range of leave is paid (aturan 2.2.2)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from backend.layanan.cuti.buku import (
    DITANGGUHKAN,
    TAHUNAN,
    TAMBAHAN,
    Ember,
    Jenis,
    jatuh_tempo,
    jumlah,
)
from backend.layanan.cuti.konfigurasi import Konfigurasi
from backend.layanan.cuti.periode import Bagian
from backend.layanan.facts import Facts, Pegawai, Posting


def sumber(tahun: int) -> tuple[Ember, ...]:
    """The rights that pay for leave in a year, in the order in which they are used up."""
    return (
        (TAHUNAN, tahun - 2),
        (TAHUNAN, tahun - 1),
        (DITANGGUHKAN, tahun - 1),
        (DITANGGUHKAN, tahun),
        (TAHUNAN, tahun),
        (TAMBAHAN, tahun),
    )


@dataclass(frozen=True, slots=True)
class Saldo:
    """Working days left for leave in `tahun`, after all reservations. `ditangguhkan_lalu` were
    postponed last year and lapse with this one; `ditangguhkan` were postponed this year."""

    tahun: int
    n2: int
    n1: int
    ditangguhkan_lalu: int
    ditangguhkan: int
    n: int
    tambahan: int

    @property
    def total(self) -> int:
        return sum(self.bagian)

    @property
    def bagian(self) -> tuple[int, ...]:
        """Days by source, in the order of `sumber`."""
        return (
            self.n2,
            self.n1,
            self.ditangguhkan_lalu,
            self.ditangguhkan,
            self.n,
            self.tambahan,
        )


@dataclass(frozen=True, slots=True)
class Kurang:
    """A year whose rights cannot pay for the days asked of it."""

    tahun: int
    diminta: int
    saldo: Saldo


@dataclass(frozen=True, slots=True)
class Rencana:
    """How a range is paid for: reservations, and the lapses and rights they rest on (`dasar`).
    `terikat`: the days are there, but reserved for a request of a later year."""

    beban: tuple[Posting, ...]
    dasar: tuple[Posting, ...]
    kurang: tuple[Kurang, ...]
    terikat: bool

    @property
    def cukup(self) -> bool:
        return not self.kurang and not self.terikat


def saldo(facts: Facts, konf: Konfigurasi, tahun: int) -> Saldo:
    """The balance for leave in `tahun`, as the ledger and the law stand at `facts.today`."""
    entries = lengkap(facts.pegawai, konf, facts.ledger, _per(tahun, facts.today))
    return _saldo(entries, tahun)


def hari_dipesan(ledger: Sequence[Posting]) -> int:
    """Working days held by requests that are not decided yet."""
    per_request: Counter[str] = Counter()
    for entry in ledger:
        if entry.request_id is not None and entry.kind in (Jenis.RESERVASI, Jenis.LEPAS):
            per_request[entry.request_id] -= entry.days
    return (+per_request).total()


def lengkap(
    pegawai: Pegawai, konf: Konfigurasi, ledger: Sequence[Posting], per: date
) -> tuple[Posting, ...]:
    """The ledger with everything due by `per`."""
    return (*ledger, *jatuh_tempo(pegawai, konf, ledger, per))


def rencanakan(facts: Facts, konf: Konfigurasi, parts: Sequence[Bagian]) -> Rencana:
    """Charges each part to the rights usable in its year, oldest first.

    Days of an old year cannot pay for the new one beyond what may be carried (aturan 2.15 no. 1).
    """
    entries = facts.ledger
    beban: list[Posting] = []
    dasar: list[Posting] = []
    kurang: list[Kurang] = []
    for part in parts:
        baru = jatuh_tempo(facts.pegawai, konf, entries, _per(part.tahun, facts.today))
        entries = (*entries, *baru)
        dasar += baru
        ada = _saldo(entries, part.tahun)
        if ada.total < part.hari:
            kurang.append(Kurang(part.tahun, part.hari, ada))
            continue
        baru = _bebankan(ada, part)
        entries = (*entries, *baru)
        beban += baru
    terikat = not kurang and _terikat(facts.pegawai, konf, (*facts.ledger, *beban))
    return Rencana(tuple(beban), tuple(dasar), tuple(kurang), terikat)


def _per(tahun: int, today: date) -> date:
    """The day as of which a year is looked at: today, or the first or last day of another year."""
    return min(max(today, date(tahun, 1, 1)), date(tahun, 12, 31))


def _saldo(entries: Sequence[Posting], tahun: int) -> Saldo:
    """All entries count, those of later years too: what is reserved is not there to be spent."""
    total = jumlah(entries)
    n2, n1, lalu, kini, n, tambahan = (max(0, total[ember]) for ember in sumber(tahun))
    return Saldo(tahun, n2, n1, lalu, kini, n, tambahan)


def _bebankan(ada: Saldo, part: Bagian) -> tuple[Posting, ...]:
    perlu = part.hari
    charges = []
    for (akun, ember), sisa in zip(sumber(part.tahun), ada.bagian, strict=True):
        if days := min(perlu, sisa):
            charges.append(Posting(akun, ember, -days, Jenis.RESERVASI, part.mulai))
            perlu -= days
    return tuple(charges)


def _terikat(pegawai: Pegawai, konf: Konfigurasi, entries: Sequence[Posting]) -> bool:
    """Whether some right is overdrawn once every year that is already planned for has come."""
    akhir = max((entry.effective.year for entry in entries), default=1)
    complete = lengkap(pegawai, konf, entries, date(akhir, 12, 31))
    return min(jumlah(complete).values(), default=0) < 0


def atas_nama(entries: Sequence[Posting], request_id: str) -> tuple[Posting, ...]:
    """The same entries, booked for a request."""
    return tuple(replace(entry, request_id=request_id) for entry in entries)
