"""The articles that refusals and letters cite."""

from backend.layanan.facts import Pegawai, StatusAsn

_PNS = "PP 11/2017 jo. PP 17/2020 {pasal}; Peraturan BKN 24/2017 jo. 7/2021"
_PPPK = "PP 49/2018 Pasal 76–93; Peraturan BKN 7/2022"

GURU_PPPK = "PP 49/2018 Pasal 81"
CUTI_BERSAMA = "PP 11/2017 Pasal 333; Keputusan Presiden tentang cuti bersama ASN"
LAYANAN = "Ketentuan layanan e-Cuti Pemerintah Provinsi Jawa Barat"
PENSIUN = "UU 20/2023 Pasal 55; PP 11/2017 Pasal 239"
KONTRAK = "PP 49/2018; perjanjian kerja PPPK"


def tahunan(pegawai: Pegawai) -> str:
    return _PPPK if pegawai.status is StatusAsn.PPPK else _PNS.format(pasal="Pasal 311–315")


def sakit(pegawai: Pegawai) -> str:
    return _PPPK if pegawai.status is StatusAsn.PPPK else _PNS.format(pasal="Pasal 319–324")
