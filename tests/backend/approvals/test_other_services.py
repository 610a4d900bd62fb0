"""The machinery serves a service it has never heard of: other stages, no letter, no change."""

from dataclasses import replace

import pytest

from backend.core.ids import new_id
from backend.documents.models import Letter
from backend.drafts.models import Draft
from backend.layanan.definition import Answers, Outcome, Role, Stage
from backend.layanan.facts import Facts
from backend.layanan.registry import SERVICES
from tests.backend.approvals.orang import (
    CECEP,
    RINA,
    choices_of,
    inbox,
    notified,
    press_label,
    stored,
    tasks,
    text_of,
)
from tests.backend.conftest import Backend
from tests.backend.drafts.contoh import IZIN
from tests.support.system import nip_of

OFFICER = "pengelola_kominfo"


def stages(answers: Answers, facts: Facts) -> tuple[Stage, ...]:
    checks = frozenset({Outcome.DISETUJUI, Outcome.PERBAIKAN})
    everything = frozenset(Outcome)
    return (
        Stage("periksa", Role.PENGELOLA_KEPEGAWAIAN, "Pemeriksaan", checks, 1, decides=False),
        Stage("timbang", Role.ATASAN_LANGSUNG, "Pertimbangan", everything, 2, decides=False),
        Stage("putus", Role.PEJABAT_BERWENANG, "Keputusan", everything, 2, decides=True),
    )


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> None:
    kinds = tuple(replace(kind, stages=stages) for kind in IZIN.kinds)
    monkeypatch.setitem(SERVICES, "izin", replace(IZIN, kinds=kinds))


async def filed(backend: Backend) -> str:
    draft_id = new_id()
    answers = {
        "jenis": "dinas",
        "kapan": {"mulai": "2026-12-07", "selesai": "2026-12-08"},
        "alasan": "rapat di Jakarta",
        "telepon": "08121234567",
    }
    async with backend.database.write() as session:
        session.add(
            Draft(
                id=draft_id,
                nip=nip_of(RINA),
                layanan="izin",
                answers=answers,
                asked="ringkasan",
                created_at=backend.now,
                updated_at=backend.now,
            )
        )
    reply = await backend.post(RINA, f"/v1/drafts/{draft_id}/submit")
    return str(reply["request"]["number"])


@pytest.mark.usefixtures("service")
async def test_three_stages_of_an_unknown_service_end_without_a_letter(backend: Backend) -> None:
    number = await filed(backend)
    assert number == "IZIN-2026-000001"
    labels = list(choices_of({"messages": [await notified(backend, OFFICER)]}))
    assert labels == ["Setujui", "Kembalikan", "Lihat rincian"]
    await press_label(backend, OFFICER, "Setujui")
    assert (await stored(backend, number)).status == "diverifikasi_opd"
    await press_label(backend, "kabid_kominfo", "Setujui")
    assert (await stored(backend, number)).status == "menunggu_keputusan"
    labels = list(choices_of({"messages": [await notified(backend, CECEP)]}))
    assert not any(label.startswith("Ubah") for label in labels)
    await press_label(backend, CECEP, "Setujui")
    request = await stored(backend, number)
    assert request.status == "disetujui"
    assert [task.outcome for task in await tasks(backend, number)] == ["disetujui"] * 3
    async with backend.database.read() as session:
        assert await session.get(Letter, request.id) is None
    last = (await inbox(backend, RINA, "decision"))[-1]["text"]
    assert "surat" not in last.lower()
    for path in ("letter", "status"):
        reply = await backend.get(RINA, f"/v1/requests/{path}", params={"number": number})
        assert "unduh surat" not in text_of(reply)
    assert "tidak berakhir dengan surat" in text_of(
        await backend.get(RINA, "/v1/requests/letter", params={"number": number})
    )
