"""Messages inside Telegram's limits, judged by the rules of the strict server."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.messages import Choice
from bot.telegram.rendering import MAX_PART, as_html, keyboard, parts, utf16
from tests.support.telegram_rules import visible


@given(st.text(max_size=200))
def test_any_text_is_shown_literally(text: str) -> None:
    shown = visible(as_html(text), "HTML")
    assert shown.replace("*", "") == text.replace("*", "")


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("*tebal*", "<b>tebal</b>"),
        ("2*3*4", "2*3*4"),
        ("* bukan *", "* bukan *"),
        ("<b>x</b> & *y*", "&lt;b&gt;x&lt;/b&gt; &amp; <b>y</b>"),
        ('*<a href="https://evil">*', '<b>&lt;a href="https://evil"&gt;</b>'),
    ],
)
def test_only_stars_become_bold(text: str, markup: str) -> None:
    assert as_html(text) == markup


@given(st.text(min_size=1, max_size=900).map(lambda t: t * 12))
def test_parts_fit_and_lose_nothing_but_blanks(text: str) -> None:
    cut = parts(text)
    assert all(part and utf16(part) <= MAX_PART for part in cut)
    seen = "".join("".join(cut).split())
    assert seen == "".join("".join(parts(text, 10**9)).split())


def test_a_long_text_is_cut_between_paragraphs() -> None:
    paragraph = "kata " * 300
    cut = parts(f"{paragraph}\n\n{paragraph}\n\n{paragraph}")
    assert [part.count("kata") for part in cut] == [600, 300]


def test_emoji_count_twice_as_telegram_counts_them() -> None:
    assert max(map(utf16, parts("🎉" * 4000))) <= MAX_PART


def test_short_labels_share_a_row_and_long_ones_do_not() -> None:
    labels = ["Ya", "Tidak", "Setujui permohonan Rina Marlina", "x" * 100]
    made = keyboard([Choice(label=label, payload="v1.b.x") for label in labels])
    assert made is not None
    assert [len(row) for row in made.inline_keyboard] == [2, 1, 1]
    assert max(len(b.text) for row in made.inline_keyboard for b in row) <= 64
