"""Something else in the middle of a form, and back to the same question."""

import pytest

from tests.conversations.conftest import REST, Talk, words

DATE_QUESTION = "Cuti dari tanggal berapa"

QUESTIONS = {
    "balance": ("sisa cuti saya berapa?", "Sisa cuti"),
    "requests": ("lihat daftar permohonan saya", "permohonan"),
    "help": ("bantuan", "Saya dapat membantu"),
    "who are you": ("kamu siapa?", "asisten otomatis"),
    "requirements": ("syarat cuti apa saja?", "cuti"),
    "a person": ("mau bicara dengan petugas", "pengelola kepegawaian"),
    "greeting": ("selamat pagi", "Selamat datang"),
}


@pytest.mark.parametrize(("sentence", "answer"), QUESTIONS.values(), ids=QUESTIONS)
def test_a_question_is_answered_and_the_form_goes_on(
    talk: Talk, sentence: str, answer: str
) -> None:
    dadan = talk("pengelola_disdik")
    dadan.say("saya mau cuti tahunan")
    answers = dadan.say(sentence)
    assert answer in words(answers[:-1])
    assert DATE_QUESTION in answers[-1].text
    assert "keperluan" in words(dadan.say("14-15 desember"))


def test_a_question_while_free_text_is_awaited_must_be_one(talk: Talk) -> None:
    dadan = talk("pengelola_disdik")
    dadan.say("saya mau cuti tahunan 14-15 desember")
    answers = dadan.say("sisa cuti saya berapa?")
    assert "Sisa cuti" in answers[0].text
    assert "keperluan" in answers[-1].text
    assert "alamat" in words(dadan.say("mau tanya syarat cuti orang tua sakit"))
    dadan.say("Jl. Melati 5 Garut")
    assert "mau tanya syarat cuti orang tua sakit" in words(dadan.say("08121234567"))


def test_a_menu_button_pressed_while_a_reason_is_awaited_is_not_the_reason(talk: Talk) -> None:
    dadan = talk("pengelola_disdik")
    dadan.say("bantuan")
    dadan.say("saya mau cuti tahunan 14-15 desember")
    answers = dadan.press("Sisa cuti")
    assert "Sisa cuti" in answers[0].text
    assert "keperluan" in answers[-1].text


def test_the_question_is_repeated_on_request(talk: Talk) -> None:
    dadan = talk("pengelola_disdik")
    dadan.say("saya mau cuti tahunan")
    assert DATE_QUESTION in words(dadan.say("ulangi"))


def test_another_service_that_is_not_open_yet_does_not_lose_the_form(talk: Talk) -> None:
    dadan = talk("pengelola_disdik")
    dadan.say("saya mau cuti tahunan")
    assert "belum dapat" in words(dadan.say("saya mau mengajukan kenaikan pangkat"))
    assert "keperluan" in words(dadan.say("14-15 desember"))


def test_a_new_beginning_offers_to_go_on_or_to_start_anew(talk: Talk) -> None:
    dadan = talk("pengelola_disdik")
    dadan.say(f"saya mau cuti tahunan 14-15 desember, {REST}")
    offer = dadan.say("saya mau cuti sakit hari ini")
    assert "Lanjutkan" in words(offer)
    assert "14–15 Desember 2026" in words(dadan.press("Lanjutkan"))


def test_an_open_form_is_offered_again_after_the_conversation_was_lost(talk: Talk) -> None:
    """The same person at a second device: another conversation of Rasa, the same draft."""
    first = talk("pengelola_disdik")
    first.say("saya mau cuti tahunan")
    second = talk("pengelola_disdik")
    assert DATE_QUESTION in words(second.say("ulangi"))
