"""The backend is down for a while: nothing is lost, nothing is doubled."""

from tests.conversations.conftest import REST, Talk, words
from tests.support.system import System


def test_a_sentence_sent_while_the_backend_is_down_is_answered_when_it_is_back(
    system: System, talk: Talk
) -> None:
    harun = talk("sekda")
    harun.say("halo")
    newest = harun.last.id
    system.kill("backend")
    try:
        told = words(harun.say(f"saya mau cuti tahunan 14-15 desember, {REST}"))
        assert "sudah kami simpan" in told
    finally:
        system.revive("backend")
    summary = harun.wait_for("Mohon diperiksa", since=newest, seconds=60)
    assert "14–15 Desember 2026" in summary.text
    assert sum("Mohon diperiksa" in shown.text for shown in harun.seen if shown.id > newest) == 1


def test_static_answers_need_no_backend(system: System, talk: Talk) -> None:
    harun = talk("sekda")
    system.kill("backend")
    try:
        assert "Sama-sama" in words(harun.say("terima kasih banyak"))
    finally:
        system.revive("backend")
