"""A decided request in the database, as the approvals leave it, for tests of letters and office."""

from datetime import date, datetime, timedelta

from backend.approvals.models import Task
from backend.core.database import Database
from backend.documents.letters import issue
from backend.documents.models import Letter
from backend.employees.facts import gather
from backend.employees.models import Employee
from backend.layanan.registry import SERVICES
from backend.requests.models import Request, RequestEvent
from tests.support.system import nip_of

STAGES = (
    ("pertimbangan", "Pertimbangan atasan langsung", False, "kabid_kominfo"),
    ("keputusan", "Keputusan pejabat yang berwenang", True, "kadis_kominfo"),
)
REASON = "Acara keluarga di Garut #text(red)[x] $x$ *b* <script>alert(1)</script>"


async def file_request(
    database: Database,
    now: datetime,
    *,
    kunci: str = "rina",
    number: str = "CUTI-2026-000001",
    request_id: str = "r1",
    status: str = "disetujui",
) -> None:
    """Decided by both stages; no letter yet."""
    async with database.write() as session:
        employee = await session.get_one(Employee, nip_of(kunci))
        session.add(
            Request(
                id=request_id,
                number=number,
                draft_id=f"d-{request_id}",
                nip=employee.nip,
                opd=employee.opd,
                layanan="cuti",
                jenis="tahunan",
                answers={
                    "jenis": "tahunan",
                    "periode": {"mulai": "2026-12-07", "selesai": "2026-12-09"},
                    "alasan": REASON,
                    "alamat": "Jl. Melati 5 Garut",
                    "telepon": "+628121234567",
                },
                summary={
                    "title": "Cuti tahunan 7–9 Desember 2026",
                    "lines": [{"label": "Lama", "value": "3 hari kerja"}],
                },
                stages=[
                    {"key": key, "title": title, "decides": decides}
                    for key, title, decides, _ in STAGES
                ],
                status=status,
                mulai=date(2026, 12, 7),
                selesai=date(2026, 12, 9),
                submitted_at=now,
            )
        )
        await session.flush()
        for index, (key, _, _, decider) in enumerate(STAGES):
            person = await session.get_one(Employee, nip_of(decider))
            session.add(
                Task(
                    id=f"{request_id}-{key}",
                    request_id=request_id,
                    stage_index=index,
                    stage_key=key,
                    role="atasan_langsung",
                    assignee_nip=person.nip,
                    state="done",
                    outcome="disetujui",
                    decided_at=now + timedelta(hours=index + 1),
                    decider={"nip": person.nip, "nama": person.nama, "jabatan": person.jabatan},
                    due=date(2026, 11, 27),
                    opened_at=now,
                )
            )
        session.add(
            RequestEvent(
                request_id=request_id,
                at=now,
                kind="diajukan",
                actor_nip=employee.nip,
                text="Permohonan diajukan.",
            )
        )


async def issue_letter(database: Database, now: datetime, request_id: str = "r1") -> Letter:
    service = SERVICES["cuti"]
    kind = service.kind("tahunan")
    assert kind is not None
    async with database.write() as session:
        request = await session.get_one(Request, request_id)
        employee = await session.get_one(Employee, request.nip)
        facts = await gather(session, employee, today=now.date(), lock=True)
        return await issue(
            session,
            request=request,
            service=service,
            kind=kind,
            employee=employee,
            facts=facts,
            now=now,
        )
