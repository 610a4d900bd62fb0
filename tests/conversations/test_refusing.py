"""Every refusal says why, by which rule, and what to do instead."""

import pytest

from tests.conversations.conftest import REST, Talk, file_leave, words


def test_more_days_than_are_left_are_refused_with_the_numbers(talk: Talk) -> None:
    answer = words(talk("bayu").say(f"saya mau cuti tahunan 30 november - 31 desember, {REST}"))
    assert "13" in answer
    assert "Dasar:" in answer
    assert "Mohon diperiksa" not in answer


def test_days_that_overlap_a_request_are_refused_with_its_dates(talk: Talk) -> None:
    bayu = talk("bayu")
    file_leave(bayu, "30 november - 1 desember")
    answer = words(bayu.say(f"saya mau cuti tahunan 1-2 desember, {REST}"))
    assert "Dasar:" in answer
    assert "30 November" in answer
    assert "Mohon diperiksa" not in answer


def test_a_teacher_on_contract_has_no_annual_leave_and_hears_what_instead(talk: Talk) -> None:
    answer = talk("gurupppk").say(f"saya mau cuti tahunan 7-9 desember, {REST}")
    assert "Pasal 81" in words(answer)
    assert any("sakit" in label.lower() for label in answer[-1].choices)


def test_less_than_a_year_of_service_is_refused_with_the_day_it_becomes_possible(
    talk: Talk,
) -> None:
    answer = words(talk("dewi").say(f"saya mau cuti tahunan 7-9 desember, {REST}"))
    assert "1 Januari 2027" in answer
    assert "Dasar:" in answer


DATES = {
    "impossible date": "31 november",
    "end before start": "9 desember sampai 7 desember 2026",
    "weekend only": "5-6 desember",
    "holiday only": "25 desember",
    "long past": "2 januari 2026",
    "weekday that contradicts": "kamis 4 desember",
}


@pytest.mark.parametrize("dates", DATES.values(), ids=DATES)
def test_a_period_that_cannot_be_is_asked_again_with_the_reason(talk: Talk, dates: str) -> None:
    neneng = talk("operator_bkd")
    neneng.say("saya mau cuti tahunan")
    answer = words(neneng.say(dates))
    assert "keperluan" not in answer
    assert "tanggal" in answer.lower()
    assert "keperluan" in words(neneng.say("7-8 desember"))


@pytest.mark.parametrize("sentence", ["cuti tahunan 31 februari 2027", "kamis 4 desember mau cuti"])
def test_a_first_sentence_with_a_day_that_is_none_is_told_so(talk: Talk, sentence: str) -> None:
    assert "tidak ada di kalender" in words(talk("operator_bkd").say(sentence))


def test_a_service_that_is_not_open_yet_says_what_is(talk: Talk) -> None:
    answer = words(talk("operator_bkd").say("saya mau mengajukan pensiun"))
    assert "belum dapat" in answer
    assert "pengelola kepegawaian" in answer


@pytest.mark.parametrize("number", ["CUTI-2026-999999", "other"])
def test_an_unknown_number_and_somebody_elses_are_answered_alike(talk: Talk, number: str) -> None:
    if number == "other":
        number = file_leave(talk("kadisdik"), "14-15 desember")
    answer = words(talk("operator_bkd").say(f"status {number}"))
    assert answer.startswith("Permohonan itu tidak ditemukan")
