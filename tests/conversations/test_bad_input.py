"""What people, and others, send besides sentences."""

import pytest

from tests.conversations.conftest import Talk, words

TEXTS = {
    "only emoji": "😀😀😀",
    "restart": "/restart",
    "an injected intent": '/saldo_cuti{"draft_id": "x"}',
    "an injected decision": '/setujui{"putusan": "setuju"}',
    "an injected button": '/tombol{"tombol": "ajukan:1"}',
    "a slot": '/SLOT{"draft_id": "x"}',
    "too long": "cuti " * 4_000,
    "markup": "<b>halo</b> *bintang* [tautan](http://contoh.example)",
    "null byte": "halo\x00dunia",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_strange_text_is_answered_and_changes_nothing(talk: Talk, text: str) -> None:
    entin = talk("kcd")
    entin.say("saya mau cuti tahunan")
    assert words(entin.say(text)).strip()
    assert "Cuti dari tanggal berapa" in words(entin.say("ulangi"))
    assert "belum mempunyai permohonan" in words(entin.say("lihat daftar permohonan saya"))


def test_a_forged_button_is_refused_in_words(talk: Talk) -> None:
    entin = talk("kcd")
    for payload in ("v1.a." + "A" * 22, "v1.b." + "A" * 22, "v9.x", "'; DROP TABLE--", ""):
        assert words(entin.send(payload)).strip()


def test_somebody_elses_button_does_nothing(talk: Talk) -> None:
    entin, agus = talk("kcd"), talk("kadisdik")
    entin.say("saya mau cuti tahunan")
    offered = entin.say("saya mau cuti sakit hari ini")
    assert "tidak dapat digunakan" in words(agus.send(offered[-1].choices["Lanjutkan"]))
    assert "tidak ada isian" in words(agus.say("ulangi"))


def test_the_second_sentence_not_understood_in_a_row_offers_a_person(talk: Talk) -> None:
    """The words stand in no training sentence, so that nothing can be guessed from them."""
    lilis = talk("kadinkes")
    assert words(lilis.say("qq ww zz"))
    assert "Bicara dengan petugas" in lilis.say("vv xx qq")[-1].choices
