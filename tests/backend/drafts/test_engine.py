"""The guided form as a pure function."""

from typing import Any

import pytest
from hypothesis import given as with_any
from hypothesis import strategies as st

from backend.core.language import Entity, Language
from backend.drafts.engine import SUMMARY, WHICH, Outcome, apply, correct, previous
from backend.drafts.reading import Input
from tests.backend.drafts.contoh import FACTS, IZIN, TERTUTUP

DATES = {"mulai": "2026-12-07", "selesai": "2026-12-09"}
FULL: dict[str, Any] = {
    "jenis": "dinas",
    "kapan": DATES,
    "alasan": "rapat di Garut",
    "telepon": "08121234567",
}


def language(text: str = "", **entities: Any) -> Language:
    found = [Entity(entity=name, value=value) for name, value in entities.items()]
    return Language(text=text, entities=found)


def say(answers: dict[str, Any], asked: str | None, text: str = "", **entities: Any) -> Outcome:
    return apply(IZIN, answers, asked, Input(language=language(text, **entities)), FACTS)


def without(*keys: str) -> dict[str, Any]:
    return {key: value for key, value in FULL.items() if key not in keys}


def test_one_sentence_can_be_enough() -> None:
    outcome = say(
        {},
        None,
        "izin dinas 7-9 desember, rapat di Garut, hp 0812-1234-567",
        jenis_izin="dinas",
        periode=DATES,
        alasan="rapat di Garut",
        telepon="0812-1234-567",
    )
    assert outcome.asked == SUMMARY
    assert outcome.answers == FULL


def test_what_the_sentence_says_is_kept_while_the_kind_is_asked() -> None:
    outcome = say({}, None, "izin tanggal 7-9", periode=DATES, alasan="rapat")
    assert (outcome.asked, outcome.answers["kapan"]) == ("jenis", DATES)
    chosen = apply(IZIN, outcome.answers, "jenis", Input(chosen=("jenis", "belajar")), FACTS)
    assert chosen.asked == "surat"
    assert chosen.answers == {"jenis": "belajar", "kapan": DATES}


@pytest.mark.parametrize("text", ["Izin dinas", "izin dinas.", "dinas"])
def test_a_choice_may_be_typed_as_its_label(text: str) -> None:
    assert say({}, "jenis", text).answers == {"jenis": "dinas"}


def test_a_word_that_is_just_a_choice_is_no_reason_besides() -> None:
    assert say({}, "jenis", "dinas", alasan="dinas").answers == {"jenis": "dinas"}


def test_a_kind_that_cannot_be_filed_says_so() -> None:
    outcome = say({}, None, "izin ke luar negeri", jenis_izin="luar_negeri")
    assert outcome.unavailable == "Izin luar negeri belum dapat diajukan di sini."
    assert say({}, "jenis", "luar negeri").unavailable


def test_the_name_of_a_kind_within_another_answer_does_not_change_the_kind() -> None:
    answers = without("alasan")
    for kind in ("belajar", "luar_negeri"):
        outcome = say(answers, "alasan", f"anak {kind}", jenis_izin=kind)
        assert outcome.answers == {**answers, "alasan": f"anak {kind}"}


def test_free_text_is_taken_whole_when_it_is_asked() -> None:
    outcome = say(without("alasan"), "alasan", "menikah tanggal 12 di Garut", periode=DATES)
    assert outcome.answers["alasan"] == "menikah tanggal 12 di Garut"
    assert outcome.asked == SUMMARY


def test_a_date_in_a_reason_never_moves_the_dates() -> None:
    other = {"mulai": "2027-01-01", "selesai": "2027-01-01"}
    outcome = say(without("alasan"), "alasan", "menikah 1 januari", periode=other)
    assert outcome.answers["kapan"] == DATES


def test_several_answers_in_one_message() -> None:
    outcome = say(
        without("alasan", "telepon"),
        "alasan",
        "rapat di Garut, hp 08121234567",
        alasan="rapat di Garut",
        telepon="08121234567",
    )
    assert outcome.answers == FULL


def test_an_answer_to_a_later_question_leaves_the_asked_one_open() -> None:
    outcome = say(
        without("alasan", "telepon"), "alasan", "hp saya 08121234567", telepon="08121234567"
    )
    assert outcome.asked == "alasan"
    assert outcome.answers == without("alasan")


def test_a_refused_answer_is_not_kept_and_is_asked_again() -> None:
    wrong = {"mulai": "2026-12-09", "selesai": "2026-12-07"}
    outcome = say(without("kapan"), "kapan", "9-7 desember", periode=wrong)
    assert [one.code for one in outcome.violations] == ["terbalik"]
    assert (outcome.asked, outcome.answers) == ("kapan", without("kapan"))


def test_a_refused_correction_leaves_the_earlier_answer_standing() -> None:
    long = {"mulai": "2026-12-01", "selesai": "2026-12-31"}
    given = Input(language=language("ganti 1-31 desember", periode=long), correcting=True)
    outcome = correct(IZIN, FULL, SUMMARY, given, FACTS)
    assert [one.code for one in outcome.violations] == ["terlalu_lama"]
    assert (outcome.asked, outcome.answers) == ("kapan", FULL)


def test_a_refusal_no_answer_can_mend_is_dead_and_names_the_kind() -> None:
    given = Input(language=language(jenis_izin="dinas"))
    outcome = apply(TERTUTUP, {}, None, given, FACTS)
    assert [one.code for one in outcome.dead] == ["tertutup"]
    assert outcome.kind == "dinas"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("123", "belum lengkap"),
        ("besok saja", "belum lengkap"),
    ],
)
def test_an_unreadable_phone_number_is_asked_again(text: str, problem: str) -> None:
    outcome = say(without("telepon"), "telepon", text)
    assert outcome.problems is not None
    assert problem in str(outcome.problems["telepon"].problem)
    assert outcome.asked == "telepon"
    assert outcome.nothing_understood


@pytest.mark.parametrize(
    ("text", "problem"),
    [("😀😀", "kata-kata"), ("x" * 61, "paling panjang 60 huruf")],
)
def test_free_text_must_be_words_and_not_too_long(text: str, problem: str) -> None:
    outcome = say(without("alasan"), "alasan", text)
    assert outcome.problems is not None
    assert problem in str(outcome.problems["alasan"].problem)


def test_our_markup_and_control_signs_never_enter_an_answer() -> None:
    outcome = say(without("alasan"), "alasan", "rapat *penting*\x00\nsekali")
    assert outcome.answers["alasan"] == "rapat penting sekali"


class TestPeriods:
    """Answers of type PERIODE, half known and by length."""

    def ask(self, known: Any, text: str, **entities: Any) -> Outcome:
        answers = without("kapan") | ({"kapan": known} if known else {})
        return say(answers, "kapan", text, **entities)

    def test_a_lone_start_asks_for_the_end_and_remembers_the_start(self) -> None:
        start = {"mulai": "2026-12-07", "selesai": None}
        first = self.ask(None, "7 desember", periode=start)
        assert first.asked == "kapan"
        lone_date = {"mulai": "2026-12-09", "selesai": None}
        second = self.ask(first.answers["kapan"], "9 desember", periode=lone_date)
        assert second.answers["kapan"] == DATES

    def test_a_lone_end_is_completed_by_a_start(self) -> None:
        first = self.ask(None, "sampai 9", periode={"mulai": None, "selesai": "2026-12-09"})
        second = self.ask(
            first.answers["kapan"], "7", periode={"mulai": "2026-12-07", "selesai": None}
        )
        assert second.answers["kapan"] == DATES

    def test_a_length_is_counted_by_the_service_over_holidays(self) -> None:
        """24 December is joint leave and 25 December Christmas: 3 working days end on the 29th."""
        nlu = {"mulai": "2026-12-23", "selesai": "2026-12-25"}
        outcome = self.ask(None, "23 desember 3 hari", periode=nlu, durasi_hari=3)
        assert outcome.answers["kapan"] == {
            "mulai": "2026-12-23",
            "selesai": "2026-12-29",
            "hari": 3,
        }

    def test_a_length_alone_waits_for_the_start(self) -> None:
        first = self.ask(None, "3 hari", durasi_hari=3)
        assert first.asked == "kapan"
        second = self.ask(
            first.answers["kapan"], "7 des", periode={"mulai": "2026-12-07", "selesai": None}
        )
        assert second.answers["kapan"] == {**DATES, "hari": 3}

    def test_a_length_that_disagrees_with_the_dates_lets_the_person_choose(self) -> None:
        outcome = self.ask(None, "7-9 desember 5 hari", periode=DATES, durasi_hari=5)
        assert outcome.problems is not None
        options = outcome.problems["kapan"].options
        assert [one.value for one in options] == [
            "2026-12-07..2026-12-09",
            "2026-12-07..2026-12-11",
        ]
        chosen = Input(chosen=("kapan", options[0].value))
        answers = apply(IZIN, without("kapan"), "kapan", chosen, FACTS).answers
        assert answers["kapan"] == DATES

    @pytest.mark.parametrize(
        ("text", "entities", "words"),
        [
            (
                "kamis 4 desember",
                {"periode": {"mulai": None, "selesai": None, "bertentangan": True}},
                "tidak cocok",
            ),
            ("31 februari", {}, "belum dapat saya baca"),
            ("500 hari", {"durasi_hari": 500}, "antara 1 dan 366"),
        ],
    )
    def test_an_impossible_date_is_asked_again(
        self, text: str, entities: dict[str, Any], words: str
    ) -> None:
        outcome = self.ask(None, text, **entities)
        assert outcome.problems is not None
        assert words in str(outcome.problems["kapan"].problem)
        assert outcome.asked == "kapan"


class TestCorrections:
    def test_a_new_value_is_taken_at_once(self) -> None:
        dates = {"mulai": "2026-12-08", "selesai": "2026-12-10"}
        said = language("tanggalnya 8-10", periode=dates, isian_dituju="periode")
        outcome = correct(IZIN, FULL, SUMMARY, Input(language=said, correcting=True), FACTS)
        assert (outcome.asked, outcome.answers["kapan"]) == (SUMMARY, dates)

    @pytest.mark.parametrize(
        "said", [{"isian_dituju": "telepon"}, {"text": "Telepon"}, {"text": "hp"}]
    )
    def test_a_named_field_without_a_value_is_asked(self, said: dict[str, Any]) -> None:
        given = Input(language=language(**said), correcting=True)
        outcome = correct(IZIN, FULL, SUMMARY, given, FACTS)
        assert (outcome.asked, outcome.answers) == ("telepon", FULL)

    def test_an_unnamed_correction_asks_which(self) -> None:
        given = Input(language=language("ada yang salah"), correcting=True)
        assert correct(IZIN, FULL, SUMMARY, given, FACTS).asked == WHICH

    def test_another_kind_keeps_what_it_asks_too(self) -> None:
        given = Input(
            language=language("ganti izin belajar", jenis_izin="belajar"), correcting=True
        )
        outcome = correct(IZIN, FULL, SUMMARY, given, FACTS)
        assert outcome.answers == {"jenis": "belajar", "kapan": DATES}
        assert outcome.asked == "surat"


def test_a_file_goes_to_the_field_that_takes_files() -> None:
    answers = {"jenis": "belajar", "kapan": DATES}
    first = apply(IZIN, answers, "surat", Input(document="a" * 32), FACTS)
    assert (first.asked, first.answers["surat"]) == (SUMMARY, ["a" * 32])
    second = apply(IZIN, first.answers, SUMMARY, Input(document="b" * 32), FACTS)
    assert second.answers["surat"] == ["a" * 32, "b" * 32]


def test_a_file_nobody_asked_for_is_not_understood() -> None:
    outcome = apply(IZIN, FULL, SUMMARY, Input(document="a" * 32), FACTS)
    assert outcome.nothing_understood
    assert outcome.answers == FULL


def test_back_goes_to_the_answered_question_before() -> None:
    assert previous(IZIN, without("telepon"), "telepon") == "alasan"
    assert previous(IZIN, FULL, SUMMARY) == "telepon"
    assert previous(IZIN, {}, "jenis") is None


json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 1000) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["mulai", "selesai", "hari"]), inner, max_size=3)
    ),
    max_leaves=4,
)
entities = st.lists(
    st.tuples(
        st.sampled_from(
            ["jenis_izin", "periode", "durasi_hari", "alasan", "telepon", "isian_dituju", "lain"]
        ),
        json_values | st.sampled_from([DATES, "dinas", "belajar", "08121234567"]),
    ),
    max_size=5,
)


@with_any(
    text=st.text(max_size=40),
    found=entities,
    asked=st.sampled_from(["jenis", "kapan", "alasan", "telepon", SUMMARY, WHICH, None]),
    known=st.sets(st.sampled_from(sorted(FULL))),
    correcting=st.booleans(),
)
def test_whatever_is_said_no_refused_answer_is_ever_kept(
    text: str, found: list[tuple[str, Any]], asked: str | None, known: set[str], correcting: bool
) -> None:
    said = Language(text=text, entities=[Entity(entity=n, value=v) for n, v in found])
    answers = {key: FULL[key] for key in known}
    step = correct if correcting else apply
    outcome = step(IZIN, answers, asked, Input(language=said, correcting=correcting), FACTS)
    kind = IZIN.kind(outcome.answers.get("jenis"))
    if kind is not None:
        assert kind.check(outcome.answers, FACTS) == ()
    if outcome.asked == SUMMARY:
        assert kind is not None
        assert set(outcome.answers) >= {field.key for field in kind.fields}
