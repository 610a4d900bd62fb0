"""The service's part of the official form, Anak Lampiran 1.b (aturan 2.13).

Sections I, VII and VIII (person and decisions) come from the machinery.
"""

from collections.abc import Mapping

from backend.layanan.cuti import periode
from backend.layanan.cuti.konfigurasi import Konfigurasi
from backend.layanan.cuti.periode import Rentang
from backend.layanan.cuti.saldo import saldo
from backend.layanan.definition import Answers
from backend.layanan.facts import Facts
from backend.layanan.kepegawaian.tanggal_teks import terbilang

BAGIAN_II = {
    "tahunan": "Cuti Tahunan",
    "besar": "Cuti Besar",
    "sakit": "Cuti Sakit",
    "melahirkan": "Cuti Melahirkan",
    "alasan_penting": "Cuti Karena Alasan Penting",
    "luar_tanggungan": "Cuti di Luar Tanggungan Negara",
}
"""The six kinds of the form, in its order."""


def tahunan(answers: Answers, facts: Facts) -> Mapping[str, object]:
    """`facts.ledger` holds the request's own entries, so section V shows what is left after it."""
    rentang = _rentang(answers)
    days = len(periode.hari_kerja_dari(rentang, facts))
    return _isi("tahunan", answers, facts, rentang, f"{days} ({terbilang(days)}) hari kerja")


def sakit(answers: Answers, facts: Facts) -> Mapping[str, object]:
    rentang = _rentang(answers)
    lama = f"{rentang.hari} ({terbilang(rentang.hari)}) hari"
    return _isi("sakit", answers, facts, rentang, lama)


def _isi(
    kind: str, answers: Answers, facts: Facts, rentang: Rentang, lama: str
) -> Mapping[str, object]:
    return {
        "jenis": [{"nama": nama, "pilih": code == kind} for code, nama in BAGIAN_II.items()],
        "alasan": str(answers.get("alasan", "")),
        "lama": lama,
        "mulai": rentang.mulai.isoformat(),
        "selesai": rentang.selesai.isoformat(),
        "catatan_tahunan": _catatan_tahunan(facts, rentang),
        "catatan_lain": [
            {"nama": nama, "keterangan": lama if code == kind else ""}
            for code, nama in BAGIAN_II.items()
            if code != "tahunan"
        ],
        "alamat": str(answers.get("alamat", "")),
        "telepon": str(answers.get("telepon", "")),
    }


def _catatan_tahunan(facts: Facts, rentang: Rentang) -> list[dict[str, object]]:
    """Rows N-2, N-1, N of the year of the leave (aturan 2.15 no. 28)."""
    ada = saldo(facts, Konfigurasi(facts.config), rentang.mulai.year)
    n1 = (
        f"N-1, termasuk {ada.ditangguhkan_lalu} hari ditangguhkan"
        if ada.ditangguhkan_lalu
        else "N-1"
    )
    tambahan = ada.ditangguhkan + ada.tambahan
    n = f"N, termasuk {tambahan} hari ditangguhkan atau tambahan" if tambahan else "N"
    return [
        {"tahun": ada.tahun - 2, "sisa": ada.n2, "keterangan": "N-2"},
        {"tahun": ada.tahun - 1, "sisa": ada.n1 + ada.ditangguhkan_lalu, "keterangan": n1},
        {"tahun": ada.tahun, "sisa": ada.n + tambahan, "keterangan": n},
    ]


def _rentang(answers: Answers) -> Rentang:
    rentang = periode.baca(answers)
    if rentang is None:
        raise ValueError("the form of leave needs its dates")
    return rentang
