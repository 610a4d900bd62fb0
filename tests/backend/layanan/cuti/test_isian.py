"""How a period is completed from its first day and a number of days."""

from datetime import date

import pytest

from backend.layanan.cuti.isian import PERIODE_SAKIT, PERIODE_TAHUNAN
from backend.layanan.definition import Field
from tests.backend.layanan.orang import contoh


@pytest.mark.parametrize(
    ("field", "kunci", "mulai", "jumlah", "selesai"),
    [
        pytest.param(
            PERIODE_TAHUNAN, "rina", date(2026, 12, 3), 3, date(2026, 12, 7), id="working days"
        ),
        pytest.param(
            PERIODE_TAHUNAN, "karu", date(2026, 12, 3), 3, date(2026, 12, 5), id="six-day week"
        ),
        pytest.param(
            PERIODE_TAHUNAN, "rina", date(2026, 12, 23), 2, date(2026, 12, 28), id="Christmas"
        ),
        pytest.param(
            PERIODE_SAKIT, "rina", date(2026, 12, 3), 3, date(2026, 12, 5), id="calendar days"
        ),
        pytest.param(
            PERIODE_TAHUNAN, "rina", date(9999, 12, 31), 9, date(9999, 12, 31), id="end of time"
        ),
        pytest.param(
            PERIODE_SAKIT, "rina", date(9999, 12, 31), 9, date(9999, 12, 31), id="end of time, sick"
        ),
        pytest.param(PERIODE_TAHUNAN, "rina", date(1, 1, 1), 1, date(1, 1, 1), id="dawn of time"),
    ],
)
def test_the_last_day_follows_from_a_number_of_days(
    field: Field, kunci: str, mulai: date, jumlah: int, selesai: date
) -> None:
    assert field.end_of is not None
    assert field.end_of(mulai, jumlah, contoh(kunci)) == selesai
