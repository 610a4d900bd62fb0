"""The opening entries of the ledger, from the columns `cuti_terpakai_<tahun>` of a record."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from backend.layanan.cuti.buku import TAHUNAN, Jenis, jatuh_tempo
from backend.layanan.cuti.hak import dianggap_terpakai, hak_timbul
from backend.layanan.cuti.konfigurasi import Konfigurasi
from backend.layanan.cuti.periode import Bagian
from backend.layanan.cuti.saldo import rencanakan
from backend.layanan.facts import Facts, Posting

_KOLOM = re.compile(r"cuti_terpakai_(\d{4})")


def opening_postings(facts: Facts, row: Mapping[str, object]) -> tuple[Posting, ...]:
    """Rights, use and lapses up to the newest year named in `row`.

    Past years count what was charged to that year's own right; the newest year counts what was
    taken so far, booked oldest right first (aturan 2.2.2). Empty when no column is there or the law
    deems the leave used; years without a right book nothing. Raises ValueError when more was used
    than there was.
    """
    terpakai = _terpakai(row)
    if not terpakai or dianggap_terpakai(facts.pegawai):
        return ()
    konf = Konfigurasi(facts.config)
    *lalu, kini = sorted(terpakai)
    entries: list[Posting] = []
    for tahun in lalu:
        entries += _tahun_lalu(facts, konf, tahun, terpakai[tahun])
    per = min(max(facts.today, date(kini, 1, 1)), date(kini, 12, 31))
    saat_itu = replace(facts, today=per, ledger=tuple(entries))
    entries += jatuh_tempo(facts.pegawai, konf, entries, per)
    if days := terpakai[kini]:
        rencana = rencanakan(saat_itu, konf, (Bagian(kini, days, per),))
        if not rencana.cukup:
            raise ValueError(f"Cuti tahunan terpakai {kini} ({days} hari) melebihi hak yang ada.")
        note = f"Terpakai {kini} menurut catatan kepegawaian"
        entries += (replace(entry, kind=Jenis.PAKAI, note=note) for entry in rencana.beban)
    return tuple(entries)


def _terpakai(row: Mapping[str, object]) -> dict[int, int]:
    """Days by year; an empty cell is 0."""
    found = {}
    for column, value in row.items():
        if match := _KOLOM.fullmatch(column):
            text = str(value if value is not None else "").strip() or "0"
            if not text.isdecimal():
                raise ValueError(f"Kolom {column} harus berisi angka 0 atau lebih.")
            found[int(match[1])] = int(text)
    return found


def _tahun_lalu(facts: Facts, konf: Konfigurasi, tahun: int, days: int) -> tuple[Posting, ...]:
    timbul = hak_timbul(facts.pegawai, konf, tahun)
    if timbul is None:
        return ()
    hak = konf.angka("cuti.hak_tahunan")
    if days > hak:
        raise ValueError(f"Cuti tahunan terpakai {tahun} ({days} hari) melebihi hak {hak} hari.")
    entries = (Posting(TAHUNAN, tahun, hak, Jenis.HAK, timbul, note=f"Hak cuti tahunan {tahun}"),)
    if days == 0:
        return entries
    note = f"Terpakai {tahun} menurut catatan kepegawaian"
    akhir = date(tahun, 12, 31)
    return (*entries, Posting(TAHUNAN, tahun, -days, Jenis.PAKAI, akhir, note=note))
