"""Tasks find their people in the demonstration organisation."""

import pytest
from sqlalchemy import update

from backend.approvals.routing import UNROUTABLE
from backend.core.ids import new_id
from backend.drafts.models import Draft
from backend.employees.models import Employee
from tests.backend.approvals.orang import (
    CECEP,
    DEDI,
    HARUN,
    RINA,
    days_left,
    file,
    notified,
    press_label,
    stored,
    tasks,
    text_of,
)
from tests.backend.conftest import Backend
from tests.support.system import nip_of

NEXT_WEEK = ("2026-11-30", "2026-12-01")


@pytest.mark.parametrize(
    ("applicant", "expected"),
    [
        (RINA, [DEDI]),
        (DEDI, [CECEP, CECEP]),
        (CECEP, [HARUN, HARUN]),
        ("nurul", ["karu"]),
        ("karu", ["kadinkes", "kadinkes"]),
        ("gurupns", ["kepsek"]),
        ("kepsek", ["kcd"]),
        ("kcd", ["kadisdik", "kadisdik"]),
        ("pengelola_disdik", ["kcd"]),
        ("operator_bkd", ["verifikator"]),
        ("kepala_bkd", [HARUN, HARUN]),
        (HARUN, ["operator_bkd", "operator_bkd"]),
    ],
)
async def test_the_first_task_goes_to_the_superior(
    backend: Backend, applicant: str, expected: list[str]
) -> None:
    """Two people mean that both sections belong to one person (aturan 2.1)."""
    number = await file(backend, applicant)
    assert [t.assignee_nip for t in await tasks(backend, number)] == [
        nip_of(kunci) for kunci in expected
    ]


@pytest.mark.parametrize(
    ("applicant", "superior", "official"),
    [
        ("nurul", "karu", "kadinkes"),
        ("gurupns", "kepsek", "kcd"),
        ("kepsek", "kcd", "kadisdik"),
        ("operator_bkd", "verifikator", "kepala_bkd"),
    ],
)
async def test_the_decision_goes_to_the_competent_official(
    backend: Backend, applicant: str, superior: str, official: str
) -> None:
    number = await file(backend, applicant)
    await press_label(backend, superior, "Setujui")
    assert (await tasks(backend, number))[-1].assignee_nip == nip_of(official)


async def test_long_sickness_is_decided_by_the_head_of_bkd(backend: Backend) -> None:
    number = await file(
        backend, RINA, "2026-11-23", "2026-12-11", "sakit", surat_dokter=["x"], asal_surat="lain"
    )
    await press_label(backend, DEDI, "Setujui")
    assert (await tasks(backend, number))[-1].assignee_nip == nip_of("kepala_bkd")


async def test_an_approver_on_granted_leave_is_replaced_and_returns(backend: Backend) -> None:
    absence = await file(backend, DEDI, "2026-11-25", "2026-11-26")
    waiting = await file(backend, "asep")
    assert (await tasks(backend, waiting))[0].assignee_nip == nip_of(DEDI)
    await press_label(backend, CECEP, "Setujui")
    assert (await stored(backend, absence)).status == "disetujui"
    number = await file(backend)
    assert [task.assignee_nip for task in await tasks(backend, number)] == [nip_of(CECEP)] * 2
    await press_label(backend, DEDI, "Setujui")
    assert (await tasks(backend, waiting))[0].outcome == "disetujui"


async def test_without_anybody_to_act_nothing_is_filed_and_the_alarm_rings(
    backend: Backend,
) -> None:
    async with backend.database.write() as session:
        await session.execute(
            update(Employee).where(Employee.nip == nip_of(RINA)).values(atasan_nip=None)
        )
    before = await days_left(backend, RINA)
    rung = UNROUTABLE.labels("atasan_langsung")._value.get()
    draft_id = new_id()
    async with backend.database.write() as session:
        session.add(
            Draft(
                id=draft_id,
                nip=nip_of(RINA),
                layanan="cuti",
                answers={
                    "jenis_cuti": "tahunan",
                    "periode": {"mulai": "2026-12-07", "selesai": "2026-12-09"},
                    "alasan": "acara keluarga",
                    "alamat": "Garut",
                    "telepon": "08121234567",
                },
                asked="ringkasan",
                created_at=backend.now,
                updated_at=backend.now,
            )
        )
    answer = await backend.call(RINA, "POST", f"/v1/drafts/{draft_id}/submit", json={})
    assert answer.status_code == 409
    assert "pengelola kepegawaian" in answer.json()["message"]
    assert await days_left(backend, RINA) == before
    assert UNROUTABLE.labels("atasan_langsung")._value.get() > rung
    assert "belum mempunyai" in text_of(await backend.get(RINA, "/v1/requests"))


async def test_an_opinion_is_not_lost_but_refused_when_nobody_can_decide(
    backend: Backend,
) -> None:
    number = await file(backend)
    async with backend.database.write() as session:
        await session.execute(
            update(Employee)
            .where(Employee.nip.in_([nip_of(k) for k in (CECEP, HARUN, "operator_bkd")]))
            .values(active=False)
        )
    told = await notified(backend, DEDI)
    payload = next(c["payload"] for c in told["choices"] if c["label"] == "Setujui")
    answer = await backend.call(DEDI, "POST", "/v1/buttons", json={"payload": payload})
    assert answer.status_code == 409
    assert [task.state for task in await tasks(backend, number)] == ["open"]
    assert (await stored(backend, number)).status == "diajukan"
