"""Entities of whole sentences."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu.bahasa.entitas import temukan

HARI_INI = date(2026, 11, 25)
DESEMBER_7_9 = {"mulai": "2026-12-07", "selesai": "2026-12-09"}


def isi(teks: str) -> dict[str, object]:
    return {temuan.entity: temuan.value for temuan in temukan(teks, HARI_INI)}


def test_one_sentence_can_say_everything() -> None:
    teks = (
        "saya mau cuti tahunan 7-9 desember, acara keluarga di Garut, "
        "alamat Jl. Melati 5 Garut, hp 08121234567"
    )
    assert isi(teks) == {
        "layanan": "cuti",
        "jenis_cuti": "tahunan",
        "periode": DESEMBER_7_9,
        "alasan": "acara keluarga di Garut",
        "alamat": "Jl. Melati 5 Garut",
        "telepon": "08121234567",
    }


def test_a_long_polite_letter_says_the_same() -> None:
    teks = (
        "Assalamualaikum wr wb, punten bu, saya Rina dari Disdik, mau mengajukan cuti tahunan "
        "tanggal 7 sampai 9 desember 2026, karena ada acara keluarga di Garut. Alamat selama cuti "
        "di Jl. Melati No. 5, Kec. Tarogong, Garut. No HP 0812-1234-567. Terima kasih"
    )
    assert isi(teks) == {
        "layanan": "cuti",
        "jenis_cuti": "tahunan",
        "periode": DESEMBER_7_9,
        "alasan": "acara keluarga di Garut",
        "alamat": "Jl. Melati No. 5, Kec. Tarogong, Garut",
        "telepon": "08121234567",
    }


@pytest.mark.parametrize(
    ("teks", "alasan"),
    [
        ("cuti 7-9 desember karena ibu sakit", "ibu sakit"),
        ("cuti tgl 3 krn anak wisuda", "anak wisuda"),
        ("mohon izin cuti tanggal 7 sampai 9 desember acara keluarga di garut",
         "acara keluarga di garut"),
        ("mau cuti seminggu mulai senin depan buat nikahan adik di Tasik", "nikahan adik di Tasik"),
        ("cuti tahunan 2 hari besok dalam rangka wisuda anak, terima kasih", "wisuda anak"),
        ("ibu saya sakit, mau cuti 3 hari mulai besok", "ibu saya sakit"),
        ("besok ga bisa ngantor, demam", "demam"),
        ("karena menjenguk ibu tanggal 7-9 desember", "menjenguk ibu"),
        ("acara keluarga", "acara keluarga"),
        ("mau tanya syarat cuti", None),
        ("saya mau cuti untuk tanggal 7 desember", None),
        ("halo, saya Rina dari Dinas Pendidikan", None),
    ],
)  # fmt: skip
def test_the_reason_is_found_where_it_is_stated(teks: str, alasan: str | None) -> None:
    assert isi(teks).get("alasan") == alasan


@pytest.mark.parametrize(
    ("teks", "alamat"),
    [
        ("alamat Jl. Melati 5 Garut, acara keluarga", "Jl. Melati 5 Garut"),
        ("selama cuti saya tinggal di Kp. Cibodas RT 03/05, Lembang",
         "Kp. Cibodas RT 03/05, Lembang"),
        ("di Jl. Braga 10 Bandung", "Jl. Braga 10 Bandung"),
        ("alamat: Perum Griya Asri Blok C7, Kab. Bandung, hp 081234567890",
         "Perum Griya Asri Blok C7, Kab. Bandung"),
        ("mau jalan-jalan ke Garut", None),
        ("mau jalan ke garut 7 desember", None),
    ],
)  # fmt: skip
def test_the_address_is_found_where_it_is_stated(teks: str, alamat: str | None) -> None:
    assert isi(teks).get("alamat") == alamat


@pytest.mark.parametrize(
    ("teks", "jenis"),
    [
        ("cuti tahunan karena ibu sakit di rumah sakit", "tahunan"),
        ("cuti sakit 2 hari", "sakit"),
        ("besok tidak masuk, demam tinggi", "sakit"),
        ("abdi teu damang", "sakit"),
        ("anak saya sakit, mau cuti", None),
        ("mau cuti antar ibu ke rumah sakit", None),
        ("saya mau melahirkan bulan depan", "melahirkan"),
        ("istri saya mau melahirkan", "alasan_penting"),
        ("cuti besar untuk haji", "besar"),
        ("mau ambil CLTN", "luar_tanggungan"),
        ("cuti karena alasan penting", "alasan_penting"),
        ("mau cuti", None),
    ],
)
def test_the_kind_of_leave_is_named_or_implied(teks: str, jenis: str | None) -> None:
    assert isi(teks).get("jenis_cuti") == jenis


@pytest.mark.parametrize(
    ("teks", "entitas"),
    [
        ("status CUTI-2026-000123", {"nomor_permohonan": "CUTI-2026-000123"}),
        ("cek cuti 2026 123", {"nomor_permohonan": "CUTI-2026-000123"}),
        ("cuti-2026-123 gimana", {"nomor_permohonan": "CUTI-2026-000123"}),
        ("nip saya 19840303 200901 2 003", {"nip": "198403032009012003"}),
        ("198403032009012003", {"nip": "198403032009012003"}),
        ("hp +62 812-3456-7890", {"telepon": "+6281234567890"}),
        ("wa 0812 3456 789", {"telepon": "08123456789"}),
        ("telp (022) 4233347", {"telepon": "0224233347"}),
        ("12", {}),
    ],
)
def test_numbers_are_read_without_their_separators(teks: str, entitas: dict[str, object]) -> None:
    ditemukan = isi(teks)
    ditemukan.pop("layanan", None)
    assert ditemukan == entitas


@pytest.mark.parametrize(
    ("teks", "entitas"),
    [
        ("karpeg saya hilang", {"jenis_kartu": "karpeg", "alasan_kartu": "hilang"}),
        ("mau bikin karis baru", {"jenis_kartu": "karis", "alasan_kartu": "baru"}),
        ("kartu suami sobek", {"jenis_kartu": "karsu", "alasan_kartu": "rusak"}),
        ("nama di karpeg salah nama", {"jenis_kartu": "karpeg", "alasan_kartu": "perubahan_data"}),
        ("kartu asn virtual", {"jenis_kartu": "asn"}),
    ],
)
def test_cards_and_why_a_new_one(teks: str, entitas: dict[str, object]) -> None:
    ditemukan = isi(teks)
    ditemukan.pop("layanan", None)
    assert ditemukan == entitas


@pytest.mark.parametrize(
    ("teks", "layanan"),
    [
        ("mau cuti", {"cuti"}),
        ("gaji saya belum naik", {"kgb"}),
        ("usul naik pangkat", {"pangkat"}),
        ("pindah instansi", {"mutasi"}),
        ("uji kompetensi", {"fungsional"}),
        ("pensiun kapan, mutasi gimana", {"pensiun", "mutasi"}),
        ("halo", set()),
    ],
)
def test_services_are_named(teks: str, layanan: set[str]) -> None:
    assert {t.value for t in temukan(teks, HARI_INI) if t.entity == "layanan"} == layanan


@pytest.mark.parametrize(
    ("teks", "isian", "lain"),
    [
        ("tanggalnya salah, harusnya 8-10 desember", "periode",
         {"periode": {"mulai": "2026-12-08", "selesai": "2026-12-10"}}),
        ("salah, harusnya 8-10 desember", "periode",
         {"periode": {"mulai": "2026-12-08", "selesai": "2026-12-10"}}),
        ("alasannya ganti jadi menikahkan anak", "alasan", {"alasan": "menikahkan anak"}),
        ("alamatnya salah, yang benar Jl. Braga 10 Bandung", "alamat",
         {"alamat": "Jl. Braga 10 Bandung"}),
        ("ganti nomor hp 081322334455", "telepon", {"telepon": "081322334455"}),
        ("ubah alamat", "alamat", {}),
        ("tanggalna lepat", "periode", {}),
        ("jenis cutinya salah, bukan tahunan", "jenis_cuti", {}),
        ("terus alasannya ganti menengok orang tua", "alasan", {"alasan": "menengok orang tua"}),
        ("alamatnya ubah Jl. Mawar 7 Bandung", "alamat", {"alamat": "Jl. Mawar 7 Bandung"}),
        ("bukan 08121234567 tapi 08129999999", "telepon", {"telepon": "08129999999"}),
        ("hp ganti dari 08121234567 jadi 08129999999", "telepon", {"telepon": "08129999999"}),
    ],
)  # fmt: skip
def test_a_correction_names_what_it_corrects(
    teks: str, isian: str, lain: dict[str, object]
) -> None:
    ditemukan = isi(teks)
    assert ditemukan["isian_dituju"] == isian
    assert lain.items() <= ditemukan.items()


@pytest.mark.parametrize("teks", ["alasannya ganti dulu dong", "alasannya mau saya ganti"])
def test_a_wish_to_correct_is_no_new_reason(teks: str) -> None:
    assert "alasan" not in isi(teks)


@pytest.mark.parametrize(
    "teks", ["7-9", "7 - 9", "7 sampai 9", "dari 7 s/d 9", "7 sampai dengan 9."]
)
def test_a_message_that_is_only_a_range_names_days(teks: str) -> None:
    assert isi(teks) == {"periode": DESEMBER_7_9}


@pytest.mark.parametrize("teks", ["cuti 7-9", "08-12", "2-3 hari", "45-47", "rumah 7-9"])
def test_two_bare_numbers_that_may_be_anything_name_no_days(teks: str) -> None:
    assert "periode" not in isi(teks)


@pytest.mark.parametrize(
    "teks", ["anak saya sakit keras dirawat", "ibu sakit, sudah diopname dan mau operasi"]
)
def test_the_whole_illness_of_somebody_else_is_not_ones_own(teks: str) -> None:
    assert "jenis_cuti" not in isi(teks)


def test_ones_own_illness_implies_sick_leave_with_several_words() -> None:
    assert isi("saya sakit, dirawat di rumah sakit")["jenis_cuti"] == "sakit"


def test_a_purpose_keeps_its_noun() -> None:
    assert isi("cuti tahunan untuk keperluan keluarga")["alasan"] == "keperluan keluarga"


def test_a_date_alone_corrects_nothing() -> None:
    assert "isian_dituju" not in isi("7-9 desember")


def test_a_contradiction_is_passed_on_without_dates() -> None:
    assert isi("cuti kamis 4 desember")["periode"] == {
        "mulai": None,
        "selesai": None,
        "bertentangan": True,
    }


def test_days_without_dates_are_only_a_length() -> None:
    assert isi("cuti tahunan 3 hari") == {
        "layanan": "cuti",
        "jenis_cuti": "tahunan",
        "durasi_hari": 3,
    }


@given(st.text(max_size=300))
def test_no_text_breaks_the_extractor_and_places_lie_in_it(teks: str) -> None:
    for temuan in temukan(teks, HARI_INI):
        assert 0 <= temuan.start <= temuan.end <= len(teks)


@given(
    st.from_regex(
        r"[A-Za-z ]{0,20}(karena|alamat|tolak|tgl 7) [A-Za-z0-9 .,]{0,40}", fullmatch=True
    )
)
def test_free_text_is_what_the_user_wrote(teks: str) -> None:
    for temuan in temukan(teks, HARI_INI):
        if temuan.entity in ("alasan", "alamat"):
            assert temuan.value == teks[temuan.start : temuan.end]


@pytest.mark.parametrize("teks", ["cuti 31 februari 2027", "cuti tanggal 45", "30 feb"])
def test_a_day_that_does_not_exist_is_passed_on_so_that_the_person_can_be_told(teks: str) -> None:
    assert isi(teks)["periode"] == {"mulai": None, "selesai": None, "mustahil": True}
