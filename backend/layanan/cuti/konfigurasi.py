"""Every value of these rules that a text leaves open or local policy decides (tags A and M)."""

from collections.abc import Mapping
from dataclasses import dataclass

from backend.layanan.definition import Role


@dataclass(frozen=True, slots=True)
class Nilai:
    """A default and where it comes from (aturan, part and tag)."""

    bawaan: object
    sumber: str


NILAI: Mapping[str, Nilai] = {
    "cuti.hak_tahunan": Nilai(12, "2.2 no. 1, PP 11/2017 Pasal 311 [V-H]"),
    "cuti.min_masa_kerja_bulan": Nilai(12, "2.2 no. 1 [V-H]"),
    "cuti.limpahan_maksimum": Nilai(6, "2.2.2 [V-H]"),
    "cuti.batas_satu_tahun": Nilai(18, "2.2.2 [V-H]"),
    "cuti.batas_dua_tahun": Nilai(24, "2.2.2 [V-H]"),
    "cuti.limpahan_ketat": Nilai(True, "2.2.2 case f [V-M]: both years must be wholly unused"),
    "cuti.maks_hari_ke_depan": Nilai(366, "[A] how far ahead leave may be asked for"),
    "cuti.maks_hari_ke_depan_sakit": Nilai(180, "[A] later days lack the year that was meant"),
    "cuti.mundur_hari_sakit": Nilai(14, "2.15 no. 3 [A]"),
    "cuti.sakit_maks_bulan_pns": Nilai(12, "2.5 [V-H]"),
    "cuti.sakit_maks_bulan_pppk": Nilai(1, "2.11 [V-H]"),
    "cuti.dokter_pemerintah_hari_pns": Nilai(None, "2.5 [V-H]: no such rule any more"),
    "cuti.dokter_pemerintah_hari_pppk": Nilai(14, "2.11 [V-H]"),
    "cuti.sakit_lama_hari": Nilai(14, "2.1 [A]: longer sick leave is decided higher up"),
    "cuti.hari_kerja_tahap": Nilai(2, "10.1 [A]: working days for each stage"),
    "cuti.hari_kerja_tahap_sakit": Nilai(1, "10.1 [A]: sick leave the same day"),
    "cuti.tahap_pengelola": Nilai(False, "2.1 [A]: section V is filled from the ledger"),
    "cuti.wewenang.sekda": Nilai("ppk", "2.1 [A]"),
    "cuti.wewenang.sekda.sakit_lama": Nilai("ppk", "2.1 [A]"),
    "cuti.wewenang.jpt_utama": Nilai("sekda", "2.1 [A]: JPT pratama and JF ahli utama"),
    "cuti.wewenang.jpt_utama.sakit_lama": Nilai("ppk", "2.1 [A]"),
    "cuti.wewenang.administrator_madya": Nilai("kepala_opd", "2.1 [A]"),
    "cuti.wewenang.administrator_madya.sakit_lama": Nilai("kepala_bkd", "2.1 [A]"),
    "cuti.wewenang.sekolah": Nilai("kepala_cabang", "2.1 [A]: schools"),
    "cuti.wewenang.sekolah.sakit_lama": Nilai("kepala_bkd", "2.1 [A]"),
    "cuti.wewenang.lainnya": Nilai("kepala_opd", "2.1 [A]"),
    "cuti.wewenang.lainnya.sakit_lama": Nilai("kepala_bkd", "2.1 [A]"),
    "kode_klasifikasi": Nilai("800.1", "2.13 [V-M]: the exact leave code comes from BKD"),
    "pola_nomor_surat": Nilai("{kode_klasifikasi}/{nomor_urut}/{kode_unit}/{tahun}", "2.13 [A]"),
    "tempat_surat": Nilai("Bandung", "2.13 [A]"),
}

BAWAAN: Mapping[str, object] = {key: nilai.bawaan for key, nilai in NILAI.items()}


@dataclass(frozen=True, slots=True)
class Konfigurasi:
    """Effective values: what `facts.config` says, else the default. Unknown keys raise KeyError,
    values of the wrong type raise ValueError: a wrong setting must never decide quietly."""

    nilai: Mapping[str, object]

    def _baca(self, key: str) -> object:
        return self.nilai.get(key, NILAI[key].bawaan)

    def angka(self, key: str) -> int:
        value = self._baca(key)
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            raise ValueError(f"{key} must be a whole number of at least 0")
        return value

    def batas(self, key: str) -> int | None:
        """A number, or None: there is no such limit."""
        return None if self._baca(key) is None else self.angka(key)

    def benar(self, key: str) -> bool:
        value = self._baca(key)
        if not isinstance(value, bool):
            raise ValueError(f"{key} must be true or false")
        return value

    def peran(self, key: str) -> Role:
        return Role(str(self._baca(key)))
