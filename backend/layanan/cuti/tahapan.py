"""Who decides, in which order and with which outcomes (aturan 2.1, 2.5, 2.12)."""

from backend.layanan.cuti.konfigurasi import Konfigurasi
from backend.layanan.cuti.periode import satu_hari
from backend.layanan.definition import Answers, Outcome, Role, Stage
from backend.layanan.facts import Facts

SEMUA = frozenset(Outcome)
TANPA_PENANGGUHAN = SEMUA - {Outcome.DITANGGUHKAN}
"""Sick leave cannot be postponed in substance (aturan 2.12)."""
PEMERIKSAAN = frozenset({Outcome.DISETUJUI, Outcome.PERBAIKAN})


def tahunan(answers: Answers, facts: Facts) -> tuple[Stage, ...]:
    konf = Konfigurasi(facts.config)
    return _tahap(konf, SEMUA, konf.angka("cuti.hari_kerja_tahap"))


def sakit(answers: Answers, facts: Facts) -> tuple[Stage, ...]:
    """None for one day, which is a notice to the superior (aturan 2.5, 2.15 no. 31)."""
    if satu_hari(answers):
        return ()
    konf = Konfigurasi(facts.config)
    return _tahap(konf, TANPA_PENANGGUHAN, konf.angka("cuti.hari_kerja_tahap_sakit"))


def _tahap(konf: Konfigurasi, outcomes: frozenset[Outcome], days: int) -> tuple[Stage, ...]:
    stages = (
        Stage(
            key="atasan",
            role=Role.ATASAN_LANGSUNG,
            title="Pertimbangan atasan langsung",
            outcomes=outcomes,
            working_days=days,
            decides=False,
        ),
        Stage(
            key="pejabat",
            role=Role.PEJABAT_BERWENANG,
            title="Keputusan pejabat yang berwenang memberikan cuti",
            outcomes=outcomes,
            working_days=days,
            decides=True,
        ),
    )
    if not konf.benar("cuti.tahap_pengelola"):
        return stages
    pengelola = Stage(
        key="pengelola",
        role=Role.PENGELOLA_KEPEGAWAIAN,
        title="Pemeriksaan pengelola kepegawaian",
        outcomes=PEMERIKSAAN,
        working_days=days,
        decides=False,
    )
    return (pengelola, *stages)
