"""Giving up a form, and withdrawing what was submitted."""

from tests.conversations.conftest import Talk, file_leave, number_in, words


def test_a_form_is_cancelled_in_the_middle_and_nothing_is_filed(talk: Talk) -> None:
    dadan = talk("pengelola_disdik")
    dadan.say("saya mau cuti tahunan 14-15 desember")
    assert "batalkan" in words(dadan.say("gak jadi deh, batal"))
    assert "tidak ada isian" in words(dadan.say("ulangi"))
    assert "belum mempunyai permohonan" in words(dadan.say("lihat daftar permohonan saya"))


def test_cancelling_without_a_form_says_that_nothing_is_open(talk: Talk) -> None:
    assert "tidak ada isian" in words(talk("pengelola_disdik").say("batal"))


def test_a_reason_that_speaks_of_cancelling_is_a_reason(talk: Talk) -> None:
    dadan = talk("pengelola_disdik")
    dadan.say("saya mau cuti tahunan 14-15 desember")
    assert "alamat" in words(dadan.say("acara lamaran adik yang sempat batal bulan lalu di Garut"))


def test_a_submitted_request_is_withdrawn_only_after_a_button(talk: Talk) -> None:
    yayan = talk("verifikator")
    number = file_leave(yayan, "17-18 desember")
    asked = yayan.say(f"tolong tarik permohonan {number}")
    assert number in words(asked)
    assert "disetujui" not in words(asked)
    assert "sudah dibatalkan" not in words(asked)
    assert "sudah dibatalkan" in words(yayan.press("Ya, batalkan"))
    assert number_in(yayan.say(f"status {number}")) == number
    assert "batal" in yayan.last.text.lower()


def test_a_submitted_request_is_withdrawn_by_words_as_by_the_button(talk: Talk) -> None:
    yayan = talk("verifikator")
    number = file_leave(yayan, "21-22 desember")
    yayan.say(f"tolong tarik permohonan {number}")
    assert "tetap berjalan" in words(yayan.say("tidak jadi"))
    yayan.say(f"tolong tarik permohonan {number}")
    assert "sudah dibatalkan" in words(yayan.say("ya"))
