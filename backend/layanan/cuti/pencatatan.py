"""The entries a request makes in the leave ledger, from filing to release (aturan 2.12)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from backend.layanan.cuti import periode
from backend.layanan.cuti.buku import DITANGGUHKAN, PEMAKAIAN, TAHUNAN, Jenis, jatuh_tempo
from backend.layanan.cuti.konfigurasi import Konfigurasi
from backend.layanan.cuti.saldo import Rencana, atas_nama, rencanakan, sumber
from backend.layanan.definition import Answers, LedgerEvent
from backend.layanan.facts import Facts, Posting

Pos = tuple[str, int, date]
"""Account, bucket and effective date: where an entry counts."""


def due_postings(facts: Facts) -> tuple[Posting, ...]:
    """Rights and lapses due today and not booked yet."""
    konf = Konfigurasi(facts.config)
    return jatuh_tempo(facts.pegawai, konf, facts.ledger, facts.today)


def postings(
    event: LedgerEvent, answers: Answers, facts: Facts, request_id: str
) -> tuple[Posting, ...]:
    """Entries of one event of a request for annual leave.

    All but DIAJUKAN start from the request's own entries in `facts.ledger`, so an event that is
    repeated books nothing. Raises ValueError when the balance cannot pay for the request.
    """
    own = tuple(entry for entry in facts.ledger if entry.request_id == request_id)
    match event:
        case LedgerEvent.DIAJUKAN:
            return () if _terbuka(own) else _ajukan(answers, facts, request_id)
        case LedgerEvent.DISETUJUI:
            return _setujui(answers, facts, request_id, own)
        case LedgerEvent.DILEPAS:
            return _lepas(_bersih(own), request_id)
        case LedgerEvent.DITANGGUHKAN:
            terbuka = _bersih(own)
            return (*_lepas(terbuka, request_id), *_tangguhkan(terbuka, request_id))
        case LedgerEvent.DIHITUNG_ULANG:
            return _lepas(_kelebihan(_bersih(own), _diminta(answers, facts)), request_id)


def _ajukan(answers: Answers, facts: Facts, request_id: str) -> tuple[Posting, ...]:
    rencana = _rencana(answers, facts)
    return (*_dibukukan(rencana, facts.today), *atas_nama(rencana.beban, request_id))


def _setujui(
    answers: Answers, facts: Facts, request_id: str, own: Sequence[Posting]
) -> tuple[Posting, ...]:
    """The reservation becomes use. Other terms than those reserved (a PERUBAHAN) are paid anew."""
    dipesan = _terbuka(own)
    if not dipesan and _bersih(own):
        return ()
    lepas = _lepas(dipesan, request_id)
    if _per_tahun(dipesan) == _diminta(answers, facts):
        return (*lepas, *_buat(dipesan, Jenis.PAKAI, request_id))
    rencana = _rencana(answers, replace(facts, ledger=(*facts.ledger, *lepas)))
    pakai = (replace(entry, kind=Jenis.PAKAI) for entry in rencana.beban)
    return (*lepas, *_dibukukan(rencana, facts.today), *atas_nama(tuple(pakai), request_id))


def _tangguhkan(terbuka: Counter[Pos], request_id: str) -> tuple[Posting, ...]:
    """The right moves to what is postponed in the year of the leave (aturan 2.2 no. 6). Days that
    were postponed before keep their year: nothing is postponed for more than one year."""
    entries: list[Posting] = []
    for (akun, ember, effective), days in terbuka.items():
        if akun != TAHUNAN:
            continue
        note = f"Ditangguhkan dari tahun {effective.year}"
        keluar = Posting(
            akun, ember, days, Jenis.DITANGGUHKAN, effective, request_id=request_id, note=note
        )
        entries += (
            keluar,
            replace(keluar, account=DITANGGUHKAN, bucket=effective.year, days=-days),
        )
    return tuple(entries)


def _kelebihan(terbuka: Counter[Pos], diminta: Counter[tuple[int, date]]) -> Counter[Pos]:
    """What a request holds beyond the working days it has left (aturan 2.15 no. 5): negative days.
    The right used last goes back first."""
    perlu: Counter[int] = Counter()
    for (tahun, _), days in diminta.items():
        perlu[tahun] += days
    lebih: Counter[Pos] = Counter()
    urutan = sorted(terbuka, key=lambda pos: sumber(pos[2].year).index(pos[:2]))
    for pos in urutan:
        dipakai = max(terbuka[pos], perlu[pos[2].year])
        perlu[pos[2].year] -= dipakai
        lebih[pos] = terbuka[pos] - dipakai
    return Counter({pos: days for pos, days in lebih.items() if days < 0})


def _rencana(answers: Answers, facts: Facts) -> Rencana:
    rentang = periode.baca(answers)
    if rentang is None:
        raise ValueError("a request for annual leave needs its dates")
    parts = periode.per_tahun(periode.hari_kerja_dari(rentang, facts))
    rencana = rencanakan(facts, Konfigurasi(facts.config), parts)
    if not rencana.cukup:
        raise ValueError("the balance of annual leave does not cover this request")
    return rencana


def _diminta(answers: Answers, facts: Facts) -> Counter[tuple[int, date]]:
    rentang = periode.baca(answers)
    days = () if rentang is None else periode.hari_kerja_dari(rentang, facts)
    return Counter({(part.tahun, part.mulai): -part.hari for part in periode.per_tahun(days)})


def _per_tahun(terbuka: Counter[Pos]) -> Counter[tuple[int, date]]:
    total: Counter[tuple[int, date]] = Counter()
    for (_, _, effective), days in terbuka.items():
        total[effective.year, effective] += days
    return total


def _dibukukan(rencana: Rencana, today: date) -> tuple[Posting, ...]:
    """What is due already, and the new year's right a reservation rests on. What will lapse at the
    turn of the year is not booked before."""
    return tuple(
        entry for entry in rencana.dasar if entry.kind == Jenis.HAK or entry.effective <= today
    )


def _terbuka(own: Sequence[Posting]) -> Counter[Pos]:
    """Reservations that were neither used nor released: negative days."""
    return _bersih(entry for entry in own if entry.kind in (Jenis.RESERVASI, Jenis.LEPAS))


def _bersih(own: Iterable[Posting]) -> Counter[Pos]:
    """What the request still takes, by right and date: negative days, zeros left out."""
    total: Counter[Pos] = Counter()
    for entry in own:
        if entry.kind in PEMAKAIAN:
            total[entry.account, entry.bucket, entry.effective] += entry.days
    return Counter({pos: days for pos, days in total.items() if days < 0})


def _lepas(terbuka: Counter[Pos], request_id: str) -> tuple[Posting, ...]:
    return _buat(Counter({pos: -days for pos, days in terbuka.items()}), Jenis.LEPAS, request_id)


def _buat(total: Counter[Pos], kind: Jenis, request_id: str) -> tuple[Posting, ...]:
    return tuple(
        Posting(akun, ember, days, kind, effective, request_id=request_id)
        for (akun, ember, effective), days in total.items()
    )
