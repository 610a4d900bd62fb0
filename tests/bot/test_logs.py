"""What the bot writes down of an error."""

import logging
import sys

from bot.logs import FORMAT, Places


def test_an_error_is_logged_by_type_and_place_and_never_in_its_words() -> None:
    written_by_a_person, phone = "alasan " + "rahasia", "nomor " + "0812"
    try:
        try:
            raise ValueError(written_by_a_person)
        except ValueError as cause:
            raise RuntimeError(phone) from cause
    except RuntimeError:
        record = logging.LogRecord(
            "bot", logging.ERROR, __file__, 1, "row %s failed", (7,), sys.exc_info()
        )
    written = Places(FORMAT).format(record)
    assert "row 7 failed" in written
    assert "builtins.RuntimeError" in written
    assert "test_logs.py" in written
    assert "rahasia" not in written
    assert "0812" not in written
