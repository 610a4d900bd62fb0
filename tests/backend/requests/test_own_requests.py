"""Status, list, letter and withdrawal, for the owner and for nobody else."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from backend.core.clock import Clock
from backend.core.ids import new_id
from backend.documents.models import Document, Letter
from tests.backend.approvals.orang import (
    CECEP,
    DEDI,
    RINA,
    answer,
    audited,
    choices_of,
    days_left,
    file,
    inbox,
    press,
    press_label,
    stored,
    tasks,
    text_of,
)
from tests.backend.conftest import Backend
from tests.support.system import nip_of

UNKNOWN = "CUTI-2026-999999"


async def status(backend: Backend, kunci: str, number: str | None = None) -> dict[str, Any]:
    params = {} if number is None else {"number": number}
    return await backend.get(kunci, "/v1/requests/status", params=params)


async def letter(backend: Backend, kunci: str, number: str | None = None) -> str:
    params = {} if number is None else {"number": number}
    return text_of(await backend.get(kunci, "/v1/requests/letter", params=params))


async def test_status_tells_where_it_is_until_when_and_what_happened(backend: Backend) -> None:
    number = await file(backend)
    text = text_of(await status(backend, RINA))
    for words in (
        number,
        "Cuti tahunan 7–9 Desember 2026",
        "*Diajukan*",
        "Sekarang menunggu Dedi Supriadi",
        "paling lambat 27 November 2026",
        "25 November 2026 pukul 08.",
        "Permohonan diajukan",
    ):
        assert words in text
    await press_label(backend, DEDI, "Setujui")
    text = text_of(await status(backend, RINA, number.lower()))
    assert "*Menunggu keputusan*" in text
    assert "Sekarang menunggu Cecep Hidayat" in text
    assert "Pertimbangan atasan langsung (Dedi Supriadi): disetujui" in text


async def test_status_without_a_number_prefers_what_is_still_open(backend: Backend) -> None:
    first = await file(backend)
    second = await file(backend, RINA, "2026-12-14", "2026-12-14")
    request = await stored(backend, second)
    await press(backend, RINA, f"tarik:{request.id}:{request.version}")
    assert first in text_of(await status(backend, RINA))


async def test_the_list_shows_own_requests_newest_first(backend: Backend) -> None:
    assert "belum mempunyai" in text_of(await backend.get(RINA, "/v1/requests"))
    first = await file(backend)
    second = await file(backend, RINA, "2026-12-14", "2026-12-14")
    other = await file(backend, "asep", "2026-12-21", "2026-12-21")
    text = text_of(await backend.get(RINA, "/v1/requests"))
    assert text.index(second) < text.index(first)
    assert other not in text


@pytest.mark.parametrize("path", ["status", "letter"])
async def test_somebody_elses_number_and_an_unknown_one_get_the_same_answer(
    backend: Backend, path: str
) -> None:
    number = await file(backend)
    for who in ("asep", DEDI):
        known, unknown, odd = [
            await backend.get(who, f"/v1/requests/{path}", params={"number": value})
            for value in (number, UNKNOWN, "' OR 1=1 --")
        ]
        assert known == unknown == odd
        assert "tidak ditemukan" in text_of(known)


async def test_withdrawing_somebody_elses_request_is_not_found_either(backend: Backend) -> None:
    number = await file(backend)
    known, unknown = [
        await backend.post("asep", "/v1/requests/withdrawals", {"number": value})
        for value in (number, UNKNOWN)
    ]
    assert known == unknown
    request = await stored(backend, number)
    for payload in (f"tarik:{request.id}", f"tarik:{request.id}:{request.version}"):
        reply = await press(backend, "asep", payload)
        assert "sudah tidak berlaku" in text_of(reply)
    assert (await stored(backend, number)).status == "diajukan"
    assert len(await audited(backend, "permohonan.tombol_orang_lain")) == 2


async def test_a_withdrawal_is_confirmed_gives_the_days_back_and_is_told(
    backend: Backend,
) -> None:
    before = await days_left(backend, RINA)
    number = await file(backend)
    ask = await backend.post(RINA, "/v1/requests/withdrawals", {})
    assert number in text_of(ask)
    assert (await stored(backend, number)).status == "diajukan"
    kept = await press(backend, RINA, choices_of(ask)["Tidak jadi"])
    assert "tetap berjalan" in text_of(kept)
    done = await press(backend, RINA, choices_of(ask)["Ya, batalkan"])
    assert "sudah dibatalkan" in text_of(done)
    request = await stored(backend, number)
    assert (request.status, request.closed_at is not None) == ("dibatalkan", True)
    assert await days_left(backend, RINA) == before
    assert [task.state for task in await tasks(backend, number)] == ["void"]
    assert "dibatalkan oleh Rina Marlina" in (await inbox(backend, DEDI))[-1]["text"]
    assert "Tidak ada permohonan" in text_of(
        await backend.post(RINA, "/v1/requests/withdrawals", {})
    )


async def test_ten_confirmations_of_a_withdrawal_release_the_days_once(backend: Backend) -> None:
    before = await days_left(backend, RINA)
    request = await stored(backend, await file(backend))
    payload = f"tarik:{request.id}:{request.version}"
    await asyncio.gather(*(press(backend, RINA, payload) for _ in range(10)))
    assert await days_left(backend, RINA) == before
    assert len(await audited(backend, "permohonan.tarik")) == 1


async def test_which_of_several_to_withdraw_is_asked(backend: Backend) -> None:
    first = await file(backend)
    second = await file(backend, RINA, "2026-12-14", "2026-12-14")
    reply = await backend.post(RINA, "/v1/requests/withdrawals", {})
    assert set(choices_of(reply)) == {first, second}
    ask = await press(backend, RINA, choices_of(reply)[first])
    assert first in text_of(ask)
    assert (await stored(backend, first)).status == "diajukan"


async def test_a_confirmation_that_has_been_overtaken_asks_again(backend: Backend) -> None:
    number = await file(backend)
    ask = await backend.post(RINA, "/v1/requests/withdrawals", {"number": number})
    await press_label(backend, DEDI, "Setujui")
    reply = await press(backend, RINA, choices_of(ask)["Ya, batalkan"])
    assert (await stored(backend, number)).status == "menunggu_keputusan"
    await press(backend, RINA, choices_of(reply)["Ya, batalkan"])
    assert (await stored(backend, number)).status == "dibatalkan"


async def test_what_was_granted_is_not_withdrawn_here(backend: Backend) -> None:
    number = await file(backend)
    for approver in (DEDI, CECEP):
        await press_label(backend, approver, "Setujui")
    reply = await backend.post(RINA, "/v1/requests/withdrawals", {"number": number})
    assert "pengelola kepegawaian" in text_of(reply)
    assert choices_of(reply) == {}


async def test_a_returned_request_can_be_withdrawn_with_its_form(backend: Backend) -> None:
    number = await file(backend)
    await press_label(backend, DEDI, "Kembalikan")
    await answer(backend, DEDI, "alamat belum lengkap")
    told = {"messages": [(await inbox(backend, RINA, "decision"))[-1]]}
    form = await press(backend, RINA, choices_of(told)["Perbaiki sekarang"])
    ask = await press(backend, RINA, choices_of(told)["Batalkan permohonan"])
    await press(backend, RINA, choices_of(ask)["Ya, batalkan"])
    assert (await stored(backend, number)).status == "dibatalkan"
    late = await press(backend, RINA, choices_of(form)["Ya, ajukan"])
    assert "CUTI" not in text_of(late)
    assert (await stored(backend, number)).status == "dibatalkan"


async def test_the_letter_says_when_it_will_come_and_then_comes(backend: Backend) -> None:
    number = await file(backend)
    text = await letter(backend, RINA, number)
    assert "setelah permohonannya disetujui" in text
    assert "Dedi Supriadi" in text
    for approver in (DEDI, CECEP):
        await press_label(backend, approver, "Setujui")
    assert "sedang disiapkan" in await letter(backend, RINA)
    await _render(backend, number)
    reply = await backend.get(RINA, "/v1/requests/letter")
    assert reply["messages"][0]["document"]["name"] == f"Surat {number}.pdf"
    assert "tidak ditemukan" in await letter(backend, "asep", number)


async def test_a_refused_request_has_no_letter(backend: Backend) -> None:
    number = await file(backend)
    await press_label(backend, DEDI, "Setujui")
    await press_label(backend, CECEP, "Tolak")
    await answer(backend, CECEP, "sedang audit")
    assert "Tidak ada surat" in await letter(backend, RINA, number)


async def test_numbers_run_on_within_a_year_and_begin_anew_with_the_next(
    backend: Backend,
) -> None:
    assert await file(backend) == "CUTI-2026-000001"
    assert await file(backend, "asep", "2026-12-14", "2026-12-14") == "CUTI-2026-000002"
    clock = backend.app.state.clock
    backend.app.state.clock = Clock(clock.offset + timedelta(days=45))
    assert await file(backend, "asep", "2027-01-18", "2027-01-18") == "CUTI-2027-000001"


async def _render(backend: Backend, number: str) -> None:
    """What the worker does to a letter, as far as this feature can see it."""
    request = await stored(backend, number)
    document_id = new_id()
    async with backend.database.write() as session:
        session.add(
            Document(
                id=document_id,
                owner_nip=nip_of(RINA),
                request_id=request.id,
                field="surat",
                name=f"Surat {number}.pdf",
                mime="application/pdf",
                size=1,
                sha256="0" * 64,
                created_at=backend.now,
            )
        )
        await session.flush()
        issued = await session.get(Letter, request.id)
        assert issued is not None
        issued.document_id = document_id
