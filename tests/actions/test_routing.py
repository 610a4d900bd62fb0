"""What a sentence means in the middle of a form, as a table."""

from typing import Any

import pytest

from actions.routing import ACTION_OF_INTENT, asks, route
from actions.turn import Entity, Turn


def turn(isian: str, text: str, intent: str, confidence: float, **entities: Any) -> Turn:
    return Turn(
        conversation="obrolan-1",
        event_id="evt-1",
        text=text,
        intent=intent,
        confidence=confidence,
        entities=tuple(Entity(name, value) for name, value in entities.items()),
        draft_id=None if isian == "keputusan" else "d-1",
        layanan="cuti",
        isian=isian,
    )


PERIODE = {"mulai": "2026-12-07", "selesai": "2026-12-09"}
SAKIT = {"jenis_cuti": "sakit", "periode": PERIODE}

TABLE = [
    # free text is the answer first
    ("teks", "mau tanya syarat cuti orang tua sakit", "syarat_cuti", 0.95, {}, "action_jawab"),
    ("teks", "acara keluarga di Garut", "nlu_fallback", 0.5, {}, "action_jawab"),
    ("teks", "acara lamaran adik yang sempat batal bulan lalu", "batal", 0.9, {}, "action_jawab"),
    ("teks", "saya mau cuti karena orang tua sakit", "ajukan_cuti", 0.97, {}, "action_jawab"),
    ("teks", "terima kasih", "terima_kasih", 0.99, {}, "action_jawab"),
    ("teks", "setuju", "setujui", 0.99, {}, "action_jawab"),
    (
        "teks",
        "acara tanggal 7-9 desember",
        "ajukan_cuti",
        0.6,
        {"periode": PERIODE},
        "action_jawab",
    ),
    ("teks", "batal", "batal", 0.95, {}, "action_batal"),
    ("teks", "batal", "batal", 0.6, {}, "action_batal"),
    ("teks", "acara batal", "batal", 0.6, {}, "action_jawab"),
    ("teks", "daftar tugas", "daftar_tugas", 0.85, {}, "action_daftar_tugas"),
    ("teks", "urusan keluarga", "cek_status", 0.5, {}, "action_jawab"),
    ("teks", "ulangi", "ulangi", 0.9, {}, "action_ulangi"),
    ("teks", "bantuan", "bantuan", 0.9, {}, "utter_bantuan"),
    ("teks", "sisa cuti saya berapa?", "saldo_cuti", 0.95, {}, "action_catatan"),
    ("teks", "sisa cuti saya", "saldo_cuti", 0.95, {}, "action_jawab"),
    ("teks", "sisa cuti saya berapa?", "saldo_cuti", 0.7, {}, "action_jawab"),
    (
        "teks",
        "tanggalnya salah, harusnya 8-10 desember",
        "koreksi",
        0.7,
        {"isian_dituju": "periode", "periode": PERIODE},
        "action_koreksi",
    ),
    # where a date, a choice or a number is awaited, what states it is the answer
    ("tanggal", "7-9 desember", "ajukan_cuti", 0.8, {"periode": PERIODE}, "action_jawab"),
    ("tanggal", "7-9 desember sisanya", "saldo_cuti", 0.7, {"periode": PERIODE}, "action_jawab"),
    ("tanggal", "8-10 desember aja", "koreksi", 0.7, {"periode": PERIODE}, "action_jawab"),
    ("tanggal", "kapan saja boleh", "nlu_fallback", 0.5, {}, "action_jawab"),
    ("tanggal", "sisa cuti saya berapa", "saldo_cuti", 0.8, {}, "action_catatan"),
    ("tanggal", "syarat cuti apa saja", "syarat_cuti", 0.8, {}, "action_syarat"),
    ("tanggal", "status permohonan saya", "cek_status", 0.8, {}, "action_status"),
    ("tanggal", "gak jadi deh", "batal", 0.6, {}, "action_batal"),
    ("tanggal", "batalkan permohonannya", "batalkan_permohonan", 0.8, {}, "action_batal"),
    (
        "tanggal",
        "tarik CUTI-2026-000001",
        "batalkan_permohonan",
        0.8,
        {"nomor_permohonan": "CUTI-2026-000001"},
        "action_tarik",
    ),
    ("tanggal", "mau naik pangkat saja", "ajukan_pangkat", 0.9, {}, "action_mulai"),
    ("tanggal", "sakit 7 des", "ajukan_cuti", 0.9, SAKIT, "action_mulai"),
    ("konfirmasi", "mau cuti sakit", "ajukan_cuti", 0.9, SAKIT, "action_mulai"),
    (
        "konfirmasi",
        "cuti jadi 8-10 des",
        "ajukan_cuti",
        0.9,
        {"periode": PERIODE},
        "action_koreksi",
    ),
    ("tanggal", "halo", "sapa", 0.9, {}, "utter_sapa"),
    ("tanggal", "kembali ke pertanyaan sebelumnya", "koreksi", 0.9, {}, "action_kembali"),
    ("pilihan", "besok sampai lusa", "pamit", 0.9, {"periode": PERIODE}, "action_jawab"),
    ("tanggal", "cuaca hari ini", "di_luar_cakupan", 0.9, {}, "utter_di_luar_cakupan"),
    ("tanggal", "setuju", "setujui", 0.9, {}, "action_putuskan"),
    ("pilihan", "cuti sakit", "ajukan_cuti", 0.9, {"jenis_cuti": "sakit"}, "action_jawab"),
    ("pilihan", "lewati", "lewati", 0.9, {}, "action_lewati"),
    ("telepon", "08121234567", "profil_saya", 0.9, {"telepon": "08121234567"}, "action_jawab"),
    ("telepon", "nip saya berapa", "profil_saya", 0.9, {}, "action_profil"),
    ("dokumen", "belum ada suratnya", "nlu_fallback", 0.5, {}, "action_jawab"),
    ("dokumen", "belum ada suratnya", "unduh_surat", 0.6, {}, "action_jawab"),
    ("dokumen", "surat cuti saya mana?", "unduh_surat", 0.8, {}, "action_surat"),
    ("dokumen", "lewati", "lewati", 0.8, {}, "action_lewati"),
    # only a clear yes files a request
    ("konfirmasi", "ya", "ya", 0.9, {}, "action_ajukan"),
    ("konfirmasi", "ya", "ya", 0.5, {}, "action_jawab"),
    ("konfirmasi", "ok nanti saya lihat dulu ya", "ya", 0.7, {}, "action_jawab"),
    ("konfirmasi", "ya kan?", "ya", 0.9, {}, "action_jawab"),
    ("konfirmasi", "ya tapi 8-10 desember", "ya", 0.9, {"periode": PERIODE}, "action_koreksi"),
    ("konfirmasi", "tidak", "tidak", 0.9, {}, "action_koreksi"),
    ("konfirmasi", "terima kasih", "terima_kasih", 0.9, {}, "utter_terima_kasih"),
    ("konfirmasi", "setuju", "setujui", 0.95, {}, "action_jawab"),
    ("konfirmasi", "mantap", "nlu_fallback", 0.5, {}, "action_jawab"),
    ("konfirmasi", "batal", "batal", 0.9, {}, "action_batal"),
    ("konfirmasi", "alasannya ganti", "koreksi", 0.8, {"isian_dituju": "alasan"}, "action_koreksi"),
    (
        "konfirmasi",
        "jadi 8-10 desember",
        "nlu_fallback",
        0.5,
        {"periode": PERIODE},
        "action_koreksi",
    ),
    ("konfirmasi", "sisa cuti berapa?", "saldo_cuti", 0.8, {}, "action_catatan"),
    # a decision in the making
    ("keputusan", "ya", "ya", 0.9, {}, "action_jawab"),
    ("keputusan", "sedang ada audit", "nlu_fallback", 0.5, {}, "action_jawab"),
    ("keputusan", "tidak jadi", "batal", 0.9, {}, "action_batal"),
    ("keputusan", "batal", "batal", 0.55, {}, "action_batal"),
    ("keputusan", "ulangi", "ulangi", 0.95, {}, "action_jawab"),
    (
        "keputusan",
        "setuju CUTI-2026-000002",
        "setujui",
        0.9,
        {"nomor_permohonan": "CUTI-2026-000002", "putusan": "setuju"},
        "action_putuskan",
    ),
]


@pytest.mark.parametrize(
    ("isian", "text", "intent", "confidence", "entities", "expected"),
    TABLE,
    ids=[f"{row[0]}: {row[1]} ({row[2]} {row[3]})" for row in TABLE],
)
def test_a_sentence_in_a_form_means(
    *,
    isian: str,
    text: str,
    intent: str,
    confidence: float,
    entities: dict[str, Any],
    expected: str,
) -> None:
    assert route(turn(isian, text, intent, confidence, **entities)) == expected


@pytest.mark.parametrize("isian", ["teks", "tanggal", "konfirmasi", "keputusan"])
def test_a_quoted_decision_is_about_the_quoted_task_whatever_is_being_filled_in(isian: str) -> None:
    quoted = Turn(
        conversation="obrolan-1",
        event_id="evt-1",
        text="setuju",
        intent="setujui",
        confidence=0.9,
        quote="tugas:t-1",
        draft_id="d-1",
        isian=isian,
    )
    assert route(quoted) == "action_putuskan"


def test_a_pressed_menu_button_is_never_taken_as_free_text() -> None:
    pressed = Turn("obrolan-1", "e", pressed=True, intent="saldo_cuti", draft_id="d", isian="teks")
    assert route(pressed) == "action_catatan"


@pytest.mark.parametrize("isian", ["pilihan", "tanggal", "teks", "telepon", "dokumen", "keputusan"])
@pytest.mark.parametrize(
    "intent", [*ACTION_OF_INTENT, "ajukan_cuti", "ya", "tidak", "nlu_fallback"]
)
def test_nothing_is_filed_but_from_the_summary(isian: str, intent: str) -> None:
    assert route(turn(isian, "ya", intent, 1.0)) != "action_ajukan"


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("sisa cuti saya berapa", True),
        ("berapa sisa cuti saya", True),
        ("kapan ya?", True),
        ("mau tanya syarat cuti orang tua sakit", False),
        ("apa kabar", True),
        ("", False),
    ],
)
def test_a_question_is_known_by_its_mark_or_its_first_or_last_word(
    text: str, question: bool
) -> None:
    assert asks(text) is question
