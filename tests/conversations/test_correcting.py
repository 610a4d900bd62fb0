"""Changing an answer that was given before."""

from tests.conversations.conftest import REST, Talk, words


def test_the_date_is_corrected_at_the_summary_by_a_sentence(talk: Talk) -> None:
    asep = talk("asep")
    asep.say(f"saya mau cuti tahunan 21-22 desember, {REST}")
    summary = words(asep.say("tanggalnya salah, harusnya 28-29 desember"))
    assert "28–29 Desember 2026" in summary
    assert "acara keluarga di Garut" in summary


def test_a_yes_with_another_date_is_a_correction(talk: Talk) -> None:
    asep = talk("asep")
    asep.say(f"saya mau cuti tahunan 21-22 desember, {REST}")
    answer = words(asep.say("ya tapi tanggalnya 28 sampai 29 desember"))
    assert "sudah diajukan" not in answer
    assert "28–29 Desember 2026" in answer


def test_the_reason_is_corrected_by_naming_it(talk: Talk) -> None:
    tatang = talk("pengelola_dinkes")
    tatang.say(f"saya mau cuti tahunan 7-8 desember, {REST}")
    assert "keperluan" in words(tatang.say("alasannya mau saya ganti"))
    summary = words(tatang.say("mengantar anak ke pesantren"))
    assert "mengantar anak ke pesantren" in summary
    assert "7–8 Desember 2026" in summary


def test_a_no_at_the_summary_asks_what_to_change(talk: Talk) -> None:
    tatang = talk("pengelola_dinkes")
    tatang.say(f"saya mau cuti tahunan 7-8 desember, {REST}")
    assert "Bagian mana" in words(tatang.say("tidak"))
    assert "telepon" in words(tatang.press("Telepon")).lower()
    assert "081398765432" in words(tatang.say("081398765432")).replace(" ", "").replace("-", "")


def test_an_earlier_date_is_corrected_while_the_reason_is_asked(talk: Talk) -> None:
    tatang = talk("pengelola_dinkes")
    tatang.say("saya mau cuti tahunan 7-8 desember")
    answer = words(tatang.say("tanggalnya salah, harusnya 10-11 desember"))
    assert "10–11 Desember 2026" in answer
    assert "keperluan" in answer


def test_one_may_go_back_to_the_question_before(talk: Talk) -> None:
    tatang = talk("pengelola_dinkes")
    tatang.say("saya mau cuti tahunan 7-8 desember")
    tatang.say("menjenguk orang tua")
    assert "keperluan" in words(tatang.say("kembali ke pertanyaan sebelumnya"))
    assert "alamat" in words(tatang.say("mengantar orang tua berobat"))
