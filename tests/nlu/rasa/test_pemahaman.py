"""The trained model as the rest of the system sees it: `POST /model/parse`."""

import asyncio
from typing import Any

import pytest
import yaml
from rasa.core.agent import Agent
from rasa.shared.core.domain import Domain

from nlu.bahasa.normalisasi import normal
from nlu.pengaturan import AKAR
from nlu.ukur import baca_uji, ukur

NIAT = {
    *(f"{awal}_{s}" for awal in ("ajukan", "syarat")
      for s in ("cuti", "kartu", "kgb", "pangkat", "mutasi", "fungsional", "pensiun")),
    "cek_status", "saldo_cuti", "jadwal_kgb", "jadwal_pangkat", "jadwal_pensiun", "angka_kredit",
    "daftar_permohonan", "batalkan_permohonan", "unduh_surat", "setujui", "tolak", "tangguhkan",
    "daftar_tugas", "delegasikan", "sapa", "pamit", "terima_kasih", "ya", "tidak", "batal",
    "koreksi", "ulangi", "lewati", "bantuan", "bicara_petugas", "bot_apa", "keluhan",
    "tautkan_akun", "profil_saya", "di_luar_cakupan",
}  # fmt: skip
ENTITAS = {
    "layanan", "jenis_cuti", "periode", "durasi_hari", "jenis_kartu", "alasan_kartu",
    "nomor_permohonan", "nip", "alasan", "alamat", "telepon", "putusan", "isian_dituju",
    "tombol", "dokumen",
}  # fmt: skip


def urai(agen: Agent, teks: str) -> dict[str, Any]:
    return asyncio.run(agen.parse_message(teks))


def contoh_latih() -> dict[str, list[str]]:
    hasil: dict[str, list[str]] = {}
    for berkas in sorted((AKAR / "nlu/data/pemahaman").glob("*.yml")):
        for bagian in yaml.safe_load(berkas.read_text(encoding="utf-8"))["nlu"]:
            hasil[bagian["intent"]] = [b[2:] for b in bagian["examples"].splitlines()]
    return hasil


def test_the_domain_knows_the_names_of_the_contract(domain: Domain) -> None:
    assert set(domain.intents) >= NIAT | {"tombol", "kirim_dokumen", "nlu_fallback"}
    assert set(domain.entities) == ENTITAS


def test_every_intent_has_sentences_to_train_on_and_to_be_measured_by() -> None:
    latih = contoh_latih()
    assert set(latih) == NIAT
    assert {niat for _, niat in baca_uji()} == NIAT
    assert min(len(kalimat) for kalimat in latih.values()) >= 18
    assert len(baca_uji()) >= 200


def test_no_sentence_teaches_two_intents_and_none_is_taught_twice() -> None:
    dilihat: dict[str, str] = {}
    for niat, semua in contoh_latih().items():
        for kalimat in semua:
            baku = normal(kalimat)
            assert dilihat.setdefault(baku, niat) == niat, kalimat


def test_what_is_measured_was_never_trained_on() -> None:
    latih = {normal(k) for semua in contoh_latih().values() for k in semua}
    assert [k for k, _ in baca_uji() if normal(k) in latih] == []


def test_understanding_is_good_and_rarely_wrong_with_confidence(agen: Agent) -> None:
    hasil = asyncio.run(ukur(agen, baca_uji()))
    benar = sum(h.benar for h in hasil) / len(hasil)
    yakin_salah = sum(not h.benar and not h.ragu for h in hasil) / len(hasil)
    assert benar >= 0.95
    assert yakin_salah <= 0.02


def test_one_rich_sentence_is_understood_whole(agen: Agent) -> None:
    teks = (
        "saya mau cuti tahunan 7-9 desember, acara keluarga di Garut, "
        "alamat Jl. Melati 5 Garut, hp 08121234567"
    )
    hasil = urai(agen, teks)
    assert hasil["text"] == teks
    assert hasil["intent"]["name"] == "ajukan_cuti"
    assert {e["entity"]: e["value"] for e in hasil["entities"]} == {
        "layanan": "cuti",
        "jenis_cuti": "tahunan",
        "periode": {"mulai": "2026-12-07", "selesai": "2026-12-09"},
        "alasan": "acara keluarga di Garut",
        "alamat": "Jl. Melati 5 Garut",
        "telepon": "08121234567",
    }
    for entitas in hasil["entities"]:
        assert 0 <= entitas["start"] < entitas["end"] <= len(teks)


def test_a_button_of_our_own_carries_its_payload(agen: Agent) -> None:
    hasil = urai(agen, '/tombol{"tombol": "jawab:01J:alasan:acara: \\"x\\""}')
    assert hasil["intent"]["name"] == "tombol"
    assert [(e["entity"], e["value"]) for e in hasil["entities"]] == [
        ("tombol", 'jawab:01J:alasan:acara: "x"')
    ]


@pytest.mark.parametrize(
    "teks", ["", "   ", "😀😀", "/", "/tidak_ada", "x" * 20_000, "\x00", "???"]
)
def test_odd_texts_are_parsed_without_an_error(agen: Agent, teks: str) -> None:
    assert "intent" in urai(agen, teks)


@pytest.mark.parametrize("teks", ["oke", "ok pak", "baik", "siap", "ya boleh"])
def test_a_polite_yes_is_never_understood_as_an_approval(agen: Agent, teks: str) -> None:
    hasil = urai(agen, teks)
    assert hasil["intent"]["name"] != "setujui"
    assert not any(e["entity"] == "putusan" for e in hasil["entities"])


@pytest.mark.parametrize("teks", ["asdkjh qwe", "rina", "bandung", "xqz", "zzz vvv"])
def test_what_means_nothing_is_not_understood_as_an_act(agen: Agent, teks: str) -> None:
    assert urai(agen, teks)["intent"]["name"] in ("nlu_fallback", "di_luar_cakupan")


@pytest.mark.parametrize(
    ("teks", "niat"),
    [
        ("dasar bot bego", {"keluhan"}),
        ("hjkdsf sdkjf sdkjh", {"di_luar_cakupan", "nlu_fallback"}),
        ("SELECT nip FROM asn WHERE 1=1", {"di_luar_cakupan", "nlu_fallback"}),
        ("mau naik haji", {"ajukan_cuti"}),
        ("hubungkan wa saya", {"tautkan_akun"}),
        ("cuti tahunan bisa dibawa ke tahun depan ga", {"syarat_cuti"}),
    ],
)
def test_what_strangers_said_is_understood(agen: Agent, teks: str, niat: set[str]) -> None:
    assert urai(agen, teks)["intent"]["name"] in niat


def test_every_sentence_of_the_model_is_deterministic(agen: Agent) -> None:
    assert urai(agen, "sisa cuti saya") == urai(agen, "sisa cuti saya")
