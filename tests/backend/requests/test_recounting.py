"""A day off that is added later gives back the days it cost (aturan 2.15 no. 5)."""

import pytest

from tests.backend.admin.test_office import office
from tests.backend.approvals.orang import (
    CECEP,
    DEDI,
    RINA,
    audited,
    days_left,
    file,
    inbox,
    press,
    press_label,
    stored,
    timeline,
)
from tests.backend.conftest import Backend


async def add_day(backend: Backend, day: str) -> None:
    body = {
        "tanggal": day,
        "jenis": "cuti_bersama",
        "nama": "Cuti bersama tambahan",
        "sumber": "Keputusan Presiden",
    }
    answer = await (await office(backend)).post("/calendar-days", body)
    assert answer.status_code == 201, answer.text


async def test_granted_leave_gets_the_day_back(backend: Backend) -> None:
    before = await days_left(backend, RINA)
    number = await file(backend)
    for approver in (DEDI, CECEP):
        await press_label(backend, approver, "Setujui")
    await add_day(backend, "2026-12-08")
    await add_day(backend, "2026-12-10")
    assert await days_left(backend, RINA) == before - 2
    assert "8 Desember 2026" in (await inbox(backend, RINA, "notice"))[-1]["text"]
    assert (await timeline(backend, number))[-1].kind == "hitung_ulang"
    (entry,) = await audited(backend, "permohonan.hitung_ulang")
    assert entry.data == {"tanggal": "2026-12-08", "hari": 1}


@pytest.mark.parametrize("day", ["2026-12-07", "2026-12-09"])
async def test_a_request_that_still_waits_pays_only_for_what_is_left(
    backend: Backend, day: str
) -> None:
    before = await days_left(backend, RINA)
    number = await file(backend)
    await add_day(backend, day)
    assert await days_left(backend, RINA) == before - 2
    for approver in (DEDI, CECEP):
        await press_label(backend, approver, "Setujui")
    assert (await stored(backend, number)).status == "disetujui"
    assert await days_left(backend, RINA) == before - 2


async def test_a_withdrawal_after_it_gives_back_the_rest_and_no_more(backend: Backend) -> None:
    before = await days_left(backend, RINA)
    request = await stored(backend, await file(backend))
    await add_day(backend, "2026-12-08")
    await press(backend, RINA, f"tarik:{request.id}:{request.version}")
    assert await days_left(backend, RINA) == before


async def test_the_right_that_was_used_last_comes_back_first(backend: Backend) -> None:
    """Rina has one day of 2025 and twelve of 2026."""
    await file(backend)
    await add_day(backend, "2026-12-08")
    record = await backend.get(RINA, "/v1/services/cuti/record")
    assert "11 hari dari tahun 2026" in record["messages"][0]["text"]
    assert "dari tahun 2025" not in record["messages"][0]["text"]
