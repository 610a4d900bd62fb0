import pytest

from backend.layanan.cuti.konfigurasi import NILAI, Konfigurasi
from backend.layanan.definition import Role
from tests.backend.layanan.orang import TAHUNAN, facts, jawaban, kode


def test_every_value_names_its_source() -> None:
    assert all(nilai.sumber for nilai in NILAI.values())


def test_a_configured_value_takes_the_place_of_the_default() -> None:
    known = facts(terpakai={2025: 12, 2026: 0}, config={"cuti.maks_hari_ke_depan": 30})
    assert kode(TAHUNAN.check(jawaban("2026-12-28", "2026-12-29"), known)) == ["terlalu_jauh"]
    assert (
        Konfigurasi({"cuti.wewenang.lainnya": "kepala_bkd"}).peran("cuti.wewenang.lainnya")
        is Role.KEPALA_BKD
    )


@pytest.mark.parametrize("value", ["12", True, None, -1, 1.5])
def test_a_wrong_number_never_decides_quietly(value: object) -> None:
    with pytest.raises(ValueError, match="hak_tahunan must be"):
        Konfigurasi({"cuti.hak_tahunan": value}).angka("cuti.hak_tahunan")


@pytest.mark.parametrize("value", ["false", 0, None])
def test_a_wrong_switch_never_decides_quietly(value: object) -> None:
    with pytest.raises(ValueError, match="true or false"):
        Konfigurasi({"cuti.limpahan_ketat": value}).benar("cuti.limpahan_ketat")


def test_a_wrong_role_or_an_unknown_key_is_refused() -> None:
    with pytest.raises(ValueError, match="raja"):
        Konfigurasi({"cuti.wewenang.lainnya": "raja"}).peran("cuti.wewenang.lainnya")
    with pytest.raises(KeyError):
        Konfigurasi({}).angka("cuti.tidak_ada")
