"""An approver's decision: only what plainly is one."""

from datetime import date

import pytest

from nlu.bahasa.entitas import temukan

HARI_INI = date(2026, 11, 25)


def isi(teks: str) -> dict[str, object]:
    return {temuan.entity: temuan.value for temuan in temukan(teks, HARI_INI)}


@pytest.mark.parametrize(
    ("teks", "putusan", "alasan"),
    [
        ("setuju", "setuju", None),
        ("Setuju, silakan.", "setuju", None),
        ("ya, setuju", "setuju", None),
        ("disetujui", "setuju", None),
        ("acc", "setuju", None),
        ("ACC", "setuju", None),
        ("di acc", "setuju", None),
        ("setuju CUTI-2026-000123", "setuju", None),
        ("saya setuju permohonan CUTI-2026-000123", "setuju", None),
        ("tolak", "tolak", None),
        ("tolak, sedang audit", "tolak", "sedang audit"),
        ("tolak sedang audit", "tolak", "sedang audit"),
        ("tolak CUTI-2026-000123", "tolak", None),
        ("tolak CUTI-2026-000123 karena banyak pekerjaan", "tolak", "banyak pekerjaan"),
        ("tolak CUTI-2026-000123, sedang audit", "tolak", "sedang audit"),
        ("tolak cuti rina", "tolak", None),
        ("tolak cuti rina, sedang audit", "tolak", "sedang audit"),
        ("ditolak ya pak, sedang ada audit BPK", "tolak", "sedang ada audit BPK"),
        ("tidak disetujui", "tolak", None),
        ("saya tidak setuju", "tolak", None),
        ("tidak dapat disetujui karena tenaga kurang", "tolak", "tenaga kurang"),
        ("ga setuju", "tolak", None),
        ("tolak karena belum disetujui kepala dinas", "tolak", "belum disetujui kepala dinas"),
        ("tangguhkan", "tangguhkan", None),
        ("ditangguhkan, banyak laporan", "tangguhkan", "banyak laporan"),
        ("tunda dulu", "tangguhkan", None),
        ("tangguhkan CUTI-2026-000123 karena audit", "tangguhkan", "audit"),
    ],
)
def test_a_plain_decision_is_read_with_its_reason(
    teks: str, putusan: str, alasan: str | None
) -> None:
    ditemukan = isi(teks)
    assert (ditemukan.get("putusan"), ditemukan.get("alasan")) == (putusan, alasan)


@pytest.mark.parametrize(
    "teks",
    [
        "oke",
        "ok pak",
        "baik",
        "siap",
        "ya",
        "iya",
        "boleh",
        "lanjut",
        "terima kasih",
        "sudah disetujui belum?",
        "udah di acc blm",
        "setuju?",
        "apakah disetujui",
        "kapan disetujui",
        "semoga disetujui",
        "mohon disetujui pak",
        "tolong di acc ya",
        "minta acc dong",
        "kalau setuju kabari saya",
        "jika disetujui saya berangkat",
        "menunggu disetujui",
        "jangan ditolak",
        "jangan disetujui dulu",
        "belum saya setujui",
        "belum bisa disetujui",
        "setuju atau tolak ya",
        "siapa yang menyetujui cuti saya",
        "permohonan yang disetujui",
        "kenapa ditolak",
        "mana yang belum saya acc",
        "saya mau cuti tahunan 7-9 desember",
    ],
)
def test_politeness_questions_and_wishes_are_no_decision(teks: str) -> None:
    assert "putusan" not in isi(teks)
