"""What people type, before anybody interprets it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cleaning import clean_text
from bot.guard import MAX_CHARS, Invitation, NoWords, TooLong, Words, read_text


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("saya mau izin", "saya mau izin"),
        ("/bantuan", "bantuan"),
        ("/MULAI", "bantuan"),
        ("/help@sapa_asn_bot", "bantuan"),
        ("/batal saja", "batal saja"),
        ("/restart", "restart"),
        ("\u200b/restart", "restart"),
        ("\u202e /\u2066/ restart", "restart"),
        ("5", "5"),
        ("?", "?"),
        ("baris satu\nbaris dua", "baris satu\nbaris dua"),
    ],
)
def test_text_is_read_as_words(typed: str, meant: str) -> None:
    assert read_text(typed) == Words(meant)


@pytest.mark.parametrize("typed", ["", " \n\t", "🎉", "👍🏽 👨‍👩‍👧", "/", "\u200b\u2060"])
def test_nothing_readable_is_no_words(typed: str) -> None:
    assert isinstance(read_text(typed), NoWords)


def test_the_limit_is_two_thousand_characters() -> None:
    assert isinstance(read_text("x" * MAX_CHARS), Words)
    assert isinstance(read_text("x" * (MAX_CHARS + 1)), TooLong)


def test_a_start_with_a_token_is_an_invitation() -> None:
    assert read_text("/start AbCdEfGhIjKlMnOpQrSt_-") == Invitation("AbCdEfGhIjKlMnOpQrSt_-")
    assert read_text("/start a b") == Words("start a b")


@given(st.text(max_size=60))
def test_no_typed_text_ever_begins_with_a_slash(typed: str) -> None:
    meant = read_text(clean_text(typed))
    if isinstance(meant, Words):
        assert not meant.text.strip().startswith("/")
        assert meant.text.strip()


@given(st.text(alphabet=st.characters(), max_size=60))
def test_cleaned_text_can_always_be_encoded(typed: str) -> None:
    assert "\x00" not in clean_text(typed).encode().decode()
