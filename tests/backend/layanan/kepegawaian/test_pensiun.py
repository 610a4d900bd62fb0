from datetime import date

import pytest

from backend.layanan.facts import JenisJabatan, Pegawai, StatusAsn
from backend.layanan.kepegawaian.pensiun import baris_bup, hari_dinas_terakhir, tmt_pensiun
from tests.backend.layanan.orang import contoh, pegawai

JF = JenisJabatan.FUNGSIONAL


@pytest.mark.parametrize(
    ("person", "usia"),
    [
        pytest.param(pegawai(jenis=JenisJabatan.JPT, jenjang="pratama"), 60, id="JPT"),
        pytest.param(pegawai(jenis=JenisJabatan.ADMINISTRATOR), 58, id="administrator"),
        pytest.param(pegawai(jenis=JenisJabatan.PENGAWAS), 58, id="pengawas"),
        pytest.param(pegawai(), 58, id="pelaksana"),
        pytest.param(pegawai(jenis=JF, jenjang="mahir"), 58, id="keterampilan"),
        pytest.param(pegawai(jenis=JF, jenjang="ahli_muda"), 58, id="ahli muda"),
        pytest.param(pegawai(jenis=JF, jenjang="ahli_madya"), 60, id="ahli madya"),
        pytest.param(pegawai(jenis=JF, jenjang="ahli_utama"), 65, id="ahli utama"),
        pytest.param(
            pegawai(jenis=JF, jenjang="ahli_utama", jabatan="Guru Ahli Utama"),
            60,
            id="guru goes first",
        ),
        pytest.param(
            pegawai(jenis=JF, jenjang="ahli_muda", jabatan="Guru Ahli Muda"), 60, id="guru"
        ),
        pytest.param(pegawai(jenis=JF, jabatan="Dosen"), 65, id="dosen"),
        pytest.param(pegawai(jenis=JF, jabatan="Guru Besar"), 70, id="profesor"),
        pytest.param(
            pegawai(jenis=JF, jenjang="ahli_utama", jabatan="Peneliti Ahli Utama"),
            70,
            id="peneliti ahli utama",
        ),
    ],
)
def test_the_retirement_age_follows_the_post(person: Pegawai, usia: int) -> None:
    assert baris_bup(person).usia == usia


@pytest.mark.parametrize(
    ("lahir", "jenjang", "tmt"),
    [
        (date(1969, 4, 7), "ahli_muda", date(2027, 5, 1)),
        (date(1968, 12, 31), "ahli_madya", date(2029, 1, 1)),
        (date(1967, 2, 28), "ahli_madya", date(2027, 3, 1)),
        (date(1968, 6, 1), "ahli_muda", date(2026, 7, 1)),
        (date(1966, 12, 15), "ahli_madya", date(2027, 1, 1)),
        (date(1962, 11, 30), "ahli_utama", date(2027, 12, 1)),
        (date(1968, 2, 29), "ahli_muda", date(2026, 3, 1)),
    ],
)
def test_retirement_takes_effect_as_part_6_3_says(lahir: date, jenjang: str, tmt: date) -> None:
    assert tmt_pensiun(pegawai(lahir=lahir, jenis=JF, jenjang=jenjang)) == tmt


@pytest.mark.parametrize(
    ("kunci", "tmt"),
    [
        ("wawan", date(2027, 1, 1)),
        ("gurutua", date(2027, 3, 1)),
        ("karu", date(2040, 9, 1)),
        ("sekda", date(2028, 10, 1)),
    ],
)
def test_people_of_the_demonstration_retire_when_their_note_says(kunci: str, tmt: date) -> None:
    assert tmt_pensiun(contoh(kunci).pegawai) == tmt


def test_a_contract_ends_service_before_retirement_does() -> None:
    contract = pegawai(status=StatusAsn.PPPK, akhir_kontrak=date(2028, 4, 30))
    assert hari_dinas_terakhir(contract) == date(2028, 4, 30)
    old = pegawai(status=StatusAsn.PPPK, lahir=date(1968, 12, 24), akhir_kontrak=date(2028, 4, 30))
    assert hari_dinas_terakhir(old) == date(2026, 12, 31)
