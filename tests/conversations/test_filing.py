"""The good path: from the first words to a number."""

import pytest

from tests.conversations.conftest import REST, Talk, number_in, words


def test_one_sentence_is_enough_for_the_summary(talk: Talk) -> None:
    asep = talk("asep")
    answers = asep.say(f"saya mau cuti tahunan 7-9 desember, {REST}")
    summary = words(answers)
    assert len(answers) == 1
    assert "3 hari kerja" in summary
    assert "7–9 Desember 2026" in summary
    assert "acara keluarga di Garut" in summary
    assert "Jl. Melati 5" in summary
    assert "Dedi Supriadi" in summary
    assert "Cecep Hidayat" in summary
    filed = words(asep.say("ya"))
    assert "CUTI-2026-" in filed
    assert "Permohonan sudah diajukan" in filed


def test_a_form_is_filled_step_by_step(talk: Talk) -> None:
    euis = talk("pengelola_kominfo")
    assert "cuti apa" in words(euis.say("mau ngajuin cuti dong"))
    assert "tanggal" in words(euis.press("Cuti tahunan"))
    assert "keperluan" in words(euis.say("tanggal 14 sampai 16 desember"))
    assert "alamat" in words(euis.say("menikahkan adik di Ciamis"))
    assert "telepon" in words(euis.say("Jl. Braga 10 Bandung"))
    summary = words(euis.say("0812 3456 7890"))
    assert "14–16 Desember 2026" in summary
    assert "menikahkan adik di Ciamis" in summary
    assert "Jl. Braga 10 Bandung" in summary
    assert number_in(euis.press("Ya"))


def test_what_is_missing_is_asked_and_nothing_else(talk: Talk) -> None:
    bayu = talk("bayu")
    assert "keperluan" in words(bayu.say("cuti tahunan dari 21 desember selama 2 hari"))
    assert "alamat" in words(bayu.say("mengantar orang tua berobat"))
    assert "telepon" in words(bayu.say("jalan merdeka 7 cimahi"))
    assert "21–22 Desember 2026" in words(bayu.say("nomor saya 081298765432"))


SENTENCES = {
    "slang without vowels": "sy mo cuti thunan tgl 7 smp 9 des ya min",
    "capitals and typos": "MAU AJUKAN CUTII TAHUNANN 7 - 9 DESEMBERR",
    "long and polite": (
        "Assalamualaikum wr wb. Punten Bapak/Ibu admin, perkenalkan saya bermaksud mengajukan cuti"
        " tahunan mulai tanggal 7 Desember 2026 sampai dengan 9 Desember 2026. Hatur nuhun."
    ),
    "Sundanese": "punten abdi bade cuti tahunan ti tanggal 7 dugi ka 9 desember",
    "dictated": "saya mau mengajukan cuti tahunan tanggal tujuh sampai sembilan desember",
}


@pytest.mark.parametrize("sentence", SENTENCES.values(), ids=SENTENCES)
def test_people_write_as_they_speak(talk: Talk, sentence: str) -> None:
    yayan = talk("verifikator")
    assert "7–9 Desember 2026" in words(yayan.say(sentence))


def test_only_a_clear_yes_files_anything(talk: Talk) -> None:
    neneng = talk("operator_bkd")
    neneng.say(f"saya mau cuti tahunan 7-8 desember, {REST}")
    for unclear in ("terima kasih", "hmm mantap", "setuju?", "👍"):
        assert "sudah diajukan" not in words(neneng.say(unclear))
    assert "belum mempunyai permohonan" in words(neneng.say("lihat daftar permohonan saya"))


def test_a_second_yes_files_nothing_more(talk: Talk) -> None:
    oyo = talk("gurutua")
    oyo.say(f"saya mau cuti tahunan 28-29 desember, {REST}")
    number = number_in(oyo.say("ya"))
    assert "sudah diajukan dengan nomor" not in words(oyo.say("ya"))
    assert number in words(oyo.press("Ya, ajukan"))
    assert words(oyo.say("lihat daftar permohonan saya")).count("CUTI-2026-") <= 2
