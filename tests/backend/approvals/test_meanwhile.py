"""What changes between filing and deciding: posts, weeks, time, and the terms themselves."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from backend.approvals.absence import hand_over_absent
from backend.core.clock import Clock
from backend.drafts.models import Draft
from backend.employees.models import Employee
from tests.backend.approvals.orang import (
    CECEP,
    DEDI,
    HARUN,
    RINA,
    answer,
    audited,
    choices_of,
    days_left,
    file,
    inbox,
    press,
    press_label,
    say,
    stored,
    tasks,
    text_of,
)
from tests.backend.conftest import Backend
from tests.support.system import nip_of

WAWAN, EUIS = "wawan", "pengelola_kominfo"


async def record(backend: Backend, kunci: str, **values: Any) -> None:
    """A change in the personnel record."""
    async with backend.database.write() as session:
        await session.execute(
            update(Employee).where(Employee.nip == nip_of(kunci)).values(**values)
        )


def days_later(backend: Backend, days: int) -> None:
    backend.app.state.clock = Clock(backend.app.state.clock.offset + timedelta(days=days))


async def holders(backend: Backend, number: str) -> list[tuple[str, str]]:
    return [(task.state, task.assignee_nip) for task in await tasks(backend, number)]


async def test_who_has_kept_one_of_two_roles_decides_only_in_that_one(backend: Backend) -> None:
    """Cecep is Wawan's superior and head of the office; then Euis becomes head."""
    number = await file(backend, WAWAN)
    await record(backend, CECEP, peran=[])
    await record(backend, EUIS, peran=["kepala_opd"], atasan_nip=nip_of(HARUN))
    reply = await press_label(backend, CECEP, "Setujui")
    assert "diteruskan kepada Euis Komariah" in text_of(reply)
    assert await holders(backend, number) == [("done", nip_of(CECEP)), ("open", nip_of(EUIS))]
    assert (await stored(backend, number)).status == "menunggu_keputusan"
    await press_label(backend, EUIS, "Setujui")
    assert (await stored(backend, number)).status == "disetujui"


async def test_a_new_superior_takes_over_the_opinion_but_not_the_decision(
    backend: Backend,
) -> None:
    number = await file(backend, WAWAN)
    await record(backend, WAWAN, atasan_nip=nip_of(EUIS))
    await record(backend, EUIS, atasan_nip=nip_of(DEDI))
    await record(backend, DEDI, atasan_nip=None)
    assert "wewenang pejabat lain" in text_of(await press_label(backend, CECEP, "Setujui"))
    assert await holders(backend, number) == [("open", nip_of(EUIS))]
    assert (await stored(backend, number)).status == "diajukan"
    await press_label(backend, EUIS, "Setujui")
    assert (await stored(backend, number)).status == "menunggu_keputusan"
    assert await holders(backend, number) == [("done", nip_of(EUIS)), ("open", nip_of(CECEP))]


@pytest.mark.parametrize(
    ("who", "selesai"),
    [("bayu", "2026-12-15"), ("asep", "2026-12-15"), ("asep", "2026-11-24")],
    ids=["a government doctor's letter", "a higher official", "no decision at all"],
)
async def test_a_change_may_not_lead_past_the_official_or_a_document(
    backend: Backend, who: str, selesai: str
) -> None:
    """More than 14 days are decided by BKD, and for a PPPK need a government doctor (2.1, 2.11)."""
    number = await file(backend, who, "2026-11-24", "2026-11-27", "sakit", surat_dokter=["x"])
    await press_label(backend, DEDI, "Setujui")
    await press_label(backend, CECEP, "Ubah tanggal")
    dates = {"mulai": "2026-11-24", "selesai": selesai}
    reply = await answer(backend, CECEP, "sampai tanggal itu", periode=dates)
    assert "tidak dapat dicatat sebagai perubahan" in text_of(reply)
    assert "Kembalikan" in text_of(reply)
    shorter = {"mulai": "2026-11-24", "selesai": "2026-11-26"}
    assert "alasannya" in text_of(await answer(backend, CECEP, "24-26", periode=shorter))
    assert (await stored(backend, number)).status == "menunggu_keputusan"


async def test_a_return_for_correction_costs_nobody_the_time_limit(backend: Backend) -> None:
    """Filed on the last of 14 days (aturan 2.15 no. 3), returned, mended three days later."""
    number = await file(backend, "asep", "2026-11-11", "2026-11-13", "sakit", surat_dokter=["x"])
    await press_label(backend, DEDI, "Kembalikan")
    await answer(backend, DEDI, "mohon alamat yang lengkap")
    days_later(backend, 3)
    told = (await inbox(backend, "asep", "decision"))[-1]
    form = await press(backend, "asep", choices_of({"messages": [told]})["Perbaiki sekarang"])
    await press(backend, "asep", choices_of(form)["Ya, ajukan"])
    assert (await stored(backend, number)).status == "diajukan"


async def test_a_late_change_of_sick_leave_is_measured_from_its_filing(backend: Backend) -> None:
    number = await file(backend, "asep", "2026-11-11", "2026-11-13", "sakit", surat_dokter=["x"])
    days_later(backend, 2)
    await press_label(backend, DEDI, "Setujui")
    await press_label(backend, CECEP, "Ubah tanggal")
    dates = {"mulai": "2026-11-11", "selesai": "2026-11-12"}
    await answer(backend, CECEP, "11-12 november", periode=dates)
    await answer(backend, CECEP, "sesuai surat dokter")
    await answer(backend, CECEP, "ya", intent="ya")
    days_later(backend, 3)
    offer = choices_of({"messages": [(await inbox(backend, "asep", "decision"))[-1]]})
    await press(backend, "asep", offer["Terima perubahan"])
    assert (await stored(backend, number)).status == "disetujui"


async def test_a_yes_with_other_dates_is_no_plain_yes(backend: Backend) -> None:
    number = await file(backend)
    await say(backend, DEDI, "disetujui", text="setuju")
    reply = await answer(backend, DEDI, "ya, tapi dua hari saja", intent="ya", durasi_hari=2)
    assert "*Ya* atau *Tidak*" in text_of(reply)
    assert [task.outcome for task in await tasks(backend, number)] == [None]


async def test_a_right_that_no_longer_covers_the_request_is_said_and_nothing_happens(
    backend: Backend,
) -> None:
    """Twelve days of a five-day week are fourteen of six."""
    number = await file(backend, WAWAN, "2026-11-30", "2026-12-15")
    await record(backend, WAWAN, pola_hari_kerja=6)
    body = {
        "outcome": "disetujui",
        "number": number,
        "explicit": True,
        "language": {"text": f"setuju {number}"},
    }
    refused = await backend.call(CECEP, "POST", "/v1/decisions", json=body)
    assert refused.status_code == 409
    assert "tidak lagi mencukupi" in refused.json()["message"]
    assert (await stored(backend, number)).status == "menunggu_keputusan"
    assert [state for state, _ in await holders(backend, number)] == ["open", "waiting"]


async def test_a_withdrawal_tells_the_official_whose_new_terms_wait(backend: Backend) -> None:
    before = await days_left(backend, RINA)
    number = await file(backend)
    await press_label(backend, DEDI, "Setujui")
    await press_label(backend, CECEP, "Ubah tanggal")
    dates = {"mulai": "2026-12-14", "selesai": "2026-12-14"}
    await answer(backend, CECEP, "14 desember saja", periode=dates)
    await answer(backend, CECEP, "ada kunjungan menteri")
    await answer(backend, CECEP, "ya", intent="ya")
    request = await stored(backend, number)
    done = await press(backend, RINA, f"tarik:{request.id}:{request.version}")
    assert "diberi tahu" in text_of(done)
    assert "dibatalkan oleh Rina Marlina" in (await inbox(backend, CECEP))[-1]["text"]
    assert await days_left(backend, RINA) == before


async def test_nobody_is_said_to_be_told_when_nobody_has_the_request(backend: Backend) -> None:
    number = await file(backend)
    await press_label(backend, DEDI, "Kembalikan")
    await answer(backend, DEDI, "alamat belum lengkap")
    request = await stored(backend, number)
    done = await press(backend, RINA, f"tarik:{request.id}:{request.version}")
    assert "sudah dibatalkan" in text_of(done)
    assert "diberi tahu" not in text_of(done)


async def test_the_person_is_locked_before_his_form(backend: Backend) -> None:
    """Filing locks the person, then the form. Whoever did it the other way round would wait for a
    filing that waits for him."""
    number = await file(backend)
    await press_label(backend, DEDI, "Kembalikan")
    await answer(backend, DEDI, "alamat belum lengkap")
    told = choices_of({"messages": [(await inbox(backend, RINA, "decision"))[-1]]})
    await press(backend, RINA, told["Perbaiki sekarang"])
    request = await stored(backend, number)
    async with backend.database.write() as session:
        await session.scalar(select(Employee).where(Employee.nip == nip_of(RINA)).with_for_update())
        withdrawing = asyncio.create_task(
            press(backend, RINA, f"tarik:{request.id}:{request.version}")
        )
        await asyncio.sleep(0.5)
        assert not withdrawing.done()
        form = select(Draft).where(Draft.revises == request.id).with_for_update(nowait=True)
        assert await session.scalar(form) is not None
    assert "sudah dibatalkan" in text_of(await withdrawing)


async def test_what_waits_for_somebody_who_has_left_goes_to_his_superior(
    backend: Backend,
) -> None:
    number = await file(backend)
    await record(backend, DEDI, active=False)
    assert await hand_over_absent(backend.database, now=backend.now) == 1
    assert await hand_over_absent(backend.database, now=backend.now) == 0
    assert await holders(backend, number) == [
        ("open", nip_of(CECEP)),
        ("waiting", nip_of(CECEP)),
    ]
    assert number in (await inbox(backend, CECEP, "task"))[-1]["text"]
    assert len(await audited(backend, "tugas.dialihkan")) == 1
    await press_label(backend, CECEP, "Setujui")
    assert (await stored(backend, number)).status == "disetujui"


async def test_an_overdue_task_of_somebody_on_leave_goes_on(backend: Backend) -> None:
    """Due on Friday; Dedi is on leave from Thursday."""
    own = await file(backend, DEDI, "2026-11-26", "2026-12-04")
    await press_label(backend, CECEP, "Setujui")
    assert (await stored(backend, own)).status == "disetujui"
    number = await file(backend)
    friday, monday = backend.now + timedelta(days=2), backend.now + timedelta(days=5)
    assert await hand_over_absent(backend.database, now=friday) == 0
    assert await hand_over_absent(backend.database, now=monday) == 1
    assert (await holders(backend, number))[0] == ("open", nip_of(CECEP))
    (task, _) = await tasks(backend, number)
    assert task.due.isoformat() == "2026-12-02"


async def test_who_gets_a_task_a_second_time_is_told_a_second_time(backend: Backend) -> None:
    number = await file(backend)
    assert len(await inbox(backend, DEDI, "task")) == 1
    await record(backend, DEDI, active=False)
    assert await hand_over_absent(backend.database, now=backend.now) == 1
    await record(backend, DEDI, active=True)
    await record(backend, CECEP, active=False)
    assert await hand_over_absent(backend.database, now=backend.now) == 1
    assert (await holders(backend, number))[0] == ("open", nip_of(DEDI))
    assert len(await inbox(backend, DEDI, "task")) == 2
    await press_label(backend, DEDI, "Setujui")
    assert [task.outcome for task in await tasks(backend, number)] == ["disetujui", None]


async def test_a_task_for_which_nobody_stands_in_stays_where_it_is(backend: Backend) -> None:
    number = await file(backend)
    await record(backend, DEDI, active=False, atasan_nip=None)
    assert await hand_over_absent(backend.database, now=backend.now) == 0
    assert await holders(backend, number) == [("open", nip_of(DEDI))]
