"""Numbers as people write them."""

import pytest

from backend.employees.phones import to_dialled, to_e164


@pytest.mark.parametrize(
    ("written", "dialled"),
    [
        ("08121234567", "08121234567"),
        ("0812-1234-567", "08121234567"),
        ("+62 812 1234 567", "08121234567"),
        ("628121234567", "08121234567"),
        ("(022) 4567890", "0224567890"),
        ("+65 6212 3456", "+6562123456"),
        ("12345", None),
        ("0812", None),
        ("nomor saya", None),
        ("", None),
        ("9" * 40, None),
    ],
)
def test_a_number_is_kept_as_one_dials_it(written: str, dialled: str | None) -> None:
    assert to_dialled(written) == dialled


def test_the_record_keeps_the_international_form() -> None:
    assert to_e164("0812 0000 0008") == "+6281200000008"
