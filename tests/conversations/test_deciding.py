"""An approver decides by replying: by button, by quoting, by number, by one word.

Two lines of superiors are used: Mamat and Oyo at school (Tuti, then Entin), Nurul and Ujang at the
hospital (Imas, then Lilis).
"""

from tests.conversations.conftest import Talk, file_leave, words
from tests.support.chat import Chat


def clear(approver: Chat) -> None:
    """Decides whatever still waits, so that a test knows what waits."""
    for _ in range(12):
        answer = approver.say("daftar tugas")
        if not any("Setujui" in label for shown in answer for label in shown.choices):
            return
        approver.press("Setujui", of=next(s for s in answer if "Setujui" in " ".join(s.choices)))


def test_a_button_decides_and_a_second_press_changes_nothing(talk: Talk) -> None:
    nurul, imas = talk("nurul"), talk("karu")
    number = file_leave(nurul, "7-8 desember")
    notice = imas.wait_for(number)
    assert "Nurul Fadilah" in notice.text
    assert number in words(imas.press("Setujui", of=notice))
    assert "sudah" in words(imas.press("Setujui", of=notice))
    assert "disetujui" in nurul.wait_for("Kabar permohonan").text
    assert talk("kadinkes").wait_for(number)


def test_a_quoted_reply_decides(talk: Talk) -> None:
    nurul, imas, lilis = talk("nurul"), talk("karu"), talk("kadinkes")
    number = file_leave(nurul, "10-11 desember")
    answer = words(imas.say("setuju", reply_to=imas.wait_for(number)))
    assert number in answer
    assert "dicatat" in answer
    answer = words(lilis.say("tolak, sedang ada audit", reply_to=lilis.wait_for(number)))
    assert "tidak disetujui" in answer
    assert "sedang ada audit" in nurul.wait_for("tidak disetujui").text


def test_a_sentence_with_the_number_decides(talk: Talk) -> None:
    mamat, tuti = talk("gurupns"), talk("kepsek")
    number = file_leave(mamat, "14-15 desember")
    tuti.wait_for(number)
    answer = words(tuti.say(f"setuju {number}"))
    assert number in answer
    assert "dicatat" in answer


def test_a_refusal_without_a_reason_asks_for_it(talk: Talk) -> None:
    mamat, tuti = talk("gurupns"), talk("kepsek")
    number = file_leave(mamat, "17-18 desember")
    tuti.wait_for(number)
    assert "alasan" in words(tuti.say(f"tolak {number}")).lower()
    answer = words(tuti.say("ada ujian akhir semester, mohon diganti minggu depannya"))
    assert "tidak disetujui" in answer
    assert "ujian akhir semester" in mamat.wait_for("ujian akhir semester").text


def test_a_decision_in_the_making_can_be_given_up(talk: Talk) -> None:
    mamat, tuti = talk("gurupns"), talk("kepsek")
    number = file_leave(mamat, "21-22 desember")
    tuti.wait_for(number)
    tuti.say(f"tolak {number}")
    assert "tidak dicatat" in words(tuti.say("batal"))
    assert number in words(tuti.say("daftar tugas"))


def test_a_bare_word_with_one_task_is_read_back_first(talk: Talk) -> None:
    mamat, tuti = talk("gurupns"), talk("kepsek")
    clear(tuti)
    number = file_leave(mamat, "28-29 desember")
    tuti.wait_for(number)
    asked = words(tuti.say("setuju"))
    assert "Mamat Rahmat" in asked
    assert "dicatat" not in asked
    for polite in ("oke", "siap", "baik pak"):
        assert "dicatat" not in words(tuti.say(polite))
    assert "dicatat" in words(tuti.say("ya"))


def test_a_bare_word_with_several_tasks_lists_them_and_decides_nothing(talk: Talk) -> None:
    nurul, ujang, imas = talk("nurul"), talk("ujang"), talk("karu")
    clear(imas)
    first, second = file_leave(nurul, "14-15 desember"), file_leave(ujang, "14-15 desember")
    imas.wait_for(first)
    imas.wait_for(second)
    answer = words(imas.say("setuju"))
    assert first in answer
    assert second in answer
    assert "dicatat" not in answer


def test_a_polite_word_is_never_an_approval(talk: Talk) -> None:
    nurul, imas = talk("nurul"), talk("karu")
    clear(imas)
    number = file_leave(nurul, "17-18 desember")
    notice = imas.wait_for(number)
    for polite in ("oke", "siap", "baik, terima kasih", "👍", "nuhun", "mantap"):
        assert "dicatat" not in words(imas.say(polite))
        assert "dicatat" not in words(imas.say(polite, reply_to=notice))
    assert "Menunggu" in words(nurul.say(f"status {number}")) or "menunggu" in nurul.last.text


def test_somebody_else_decides_nothing_with_the_number(talk: Talk) -> None:
    nurul, ujang = talk("nurul"), talk("ujang")
    number = file_leave(nurul, "21-22 desember")
    assert "dicatat" not in words(ujang.say(f"setuju {number}"))
    assert "dicatat" not in words(nurul.say(f"setuju {number}"))
    assert "menunggu" in words(nurul.say(f"status {number}")).lower()


def test_an_approver_in_the_middle_of_his_own_form_goes_on_after_deciding(talk: Talk) -> None:
    nurul, imas = talk("nurul"), talk("karu")
    number = file_leave(nurul, "28-29 desember")
    notice = imas.wait_for(number)
    imas.say("saya mau cuti tahunan 14-15 desember")
    answers = imas.say("setuju", reply_to=notice)
    assert "dicatat" in answers[0].text
    assert "keperluan" in answers[-1].text
    assert "alamat" in words(imas.say("acara keluarga"))
