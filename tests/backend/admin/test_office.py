"""What the personnel office can see and do, and who may not."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from backend.admin.access import RIGHTS
from backend.admin.accounts import save_admin
from backend.admin.tokens import issue_token
from backend.audit.models import AuditEntry
from backend.core.messages import Message
from backend.notifications.models import OutboxItem
from backend.notifications.service import enqueue
from tests.backend.conftest import Backend
from tests.backend.documents.filed import file_request, issue_letter
from tests.support.system import nip_of

API = "/admin/api/v1"


class Office:
    """The API with a signed-in account."""

    def __init__(self, backend: Backend, token: str) -> None:
        self._client = backend.client
        self._headers = {"Authorization": f"Bearer {token}"}

    async def get(self, path: str, **query):
        return await self._client.get(f"{API}{path}", params=query, headers=self._headers)

    async def post(self, path: str, body=None):
        return await self._client.post(f"{API}{path}", json=body, headers=self._headers)


async def office(backend: Backend, role: str = "bkd_admin", opd: str | None = None) -> Office:
    name = f"{role}-{opd}"
    await save_admin(
        backend.database, username=name, password="x" * 12, role=role, opd=opd, now=backend.now
    )
    secret = backend.app.state.settings.token_secret.get_secret_value()
    return Office(backend, issue_token(name, secret=secret, now=backend.app.state.clock.now()))


async def some_requests(backend: Backend, count: int = 3) -> None:
    for index in range(count):
        await file_request(
            backend.database,
            backend.now + timedelta(days=index // 2),
            kunci="asep" if index == 2 else "rina",
            request_id=f"r{index}",
            number=f"CUTI-2026-00000{index}",
            status="diajukan" if index else "disetujui",
        )


async def numbers(office: Office, **query) -> list[str]:
    answer = await office.get("/requests", **query)
    assert answer.status_code == 200, answer.text
    return [row["number"][-1] for row in answer.json()["items"]]


async def test_the_list_is_filtered_by_every_part(backend: Backend) -> None:
    await some_requests(backend)
    bkd = await office(backend)
    asep = nip_of("asep")

    assert sorted(await numbers(bkd)) == ["0", "1", "2"]
    assert await numbers(bkd, status="disetujui") == ["0"]
    assert sorted(await numbers(bkd, status=["disetujui", "diajukan"])) == ["0", "1", "2"]
    assert await numbers(bkd, nip=asep) == ["2"]
    assert await numbers(bkd, q="ASEP") == ["2"]
    assert await numbers(bkd, q="000001") == ["1"]
    assert await numbers(bkd, q="%") == []
    assert await numbers(bkd, layanan="tidak_ada") == []
    assert "1" in await numbers(bkd, opd="Diskominfo")
    assert await numbers(bkd, opd="Tidak Ada") == []
    assert await numbers(bkd, **{"from": "2026-11-26"}) == ["2"]
    assert sorted(await numbers(bkd, to="2026-11-25")) == ["0", "1"]


@pytest.mark.parametrize("sort", ["-submitted_at", "submitted_at", "number", "-number"])
async def test_pages_follow_one_another_without_gap_or_double(backend: Backend, sort: str) -> None:
    await some_requests(backend, 5)
    bkd = await office(backend)
    whole = await numbers(bkd, sort=sort)
    seen, cursor = [], None
    while True:
        query = {"sort": sort, "limit": 2} | ({"cursor": cursor} if cursor else {})
        page = (await bkd.get("/requests", **query)).json()
        seen += [row["number"][-1] for row in page["items"]]
        cursor = page["next"]
        if cursor is None:
            break
    assert seen == whole
    assert len(whole) == 5


@pytest.mark.parametrize("cursor", ["x", "W10=", "WzEsMl0=", "WyJrZW1hcmluIiwgInIxIl0=", "é"])
async def test_a_broken_cursor_is_refused_with_a_sentence(backend: Backend, cursor: str) -> None:
    answer = await (await office(backend)).get("/requests", cursor=cursor)
    assert answer.status_code == 422
    assert "halaman" in answer.json()["message"]


async def test_one_request_shows_its_whole_way(backend: Backend) -> None:
    await file_request(backend.database, backend.now)
    letter = await issue_letter(backend.database, backend.now)
    shown = (await (await office(backend)).get("/requests/CUTI-2026-000001")).json()
    assert shown["nama"] == "Rina Marlina"
    assert shown["summary"] == [{"label": "Lama", "value": "3 hari kerja"}]
    assert [event["text"] for event in shown["timeline"]] == ["Permohonan diajukan."]
    assert [task["decider"]["nama"] for task in shown["tasks"]] == [
        "Dedi Supriadi",
        "Cecep Hidayat",
    ]
    assert shown["letter"]["number"] == letter.number


async def test_the_letter_is_given_as_pdf_and_that_is_audited(backend: Backend) -> None:
    await file_request(backend.database, backend.now)
    bkd = await office(backend)
    not_yet = await bkd.get("/requests/CUTI-2026-000001/letter")
    assert not_yet.status_code == 404
    assert "belum terbit" in not_yet.json()["message"]

    await issue_letter(backend.database, backend.now)
    answer = await bkd.get("/requests/CUTI-2026-000001/letter")
    assert answer.content.startswith(b"%PDF-")
    again = await bkd.get("/requests/CUTI-2026-000001/letter")
    assert again.content == answer.content
    async with backend.database.read() as session:
        taken = select(AuditEntry.actor).where(AuditEntry.action == "surat.ambil")
        assert list(await session.scalars(taken)) == ["admin:bkd_admin-None"] * 2


async def test_an_opd_admin_sees_and_invites_only_his_own_people(backend: Backend) -> None:
    await file_request(backend.database, backend.now)
    own = await office(backend, "opd_admin", "Diskominfo")
    other = await office(backend, "opd_admin", "Disdik")

    assert await numbers(own) == ["1"]
    assert await numbers(other) == []
    assert await numbers(other, opd="Diskominfo") == []
    for path in ("/requests/CUTI-2026-000001", "/requests/CUTI-2026-000001/letter"):
        foreign, unknown = await other.get(path), await other.get(path.replace("1", "9"))
        assert (foreign.status_code, foreign.json()) == (404, unknown.json())
    invite = f"/employees/{nip_of('rina')}/invitations"
    assert (await own.post(invite, {"channel": "telegram"})).status_code == 201
    assert (await other.post(invite, {"channel": "telegram"})).status_code == 404


EVERY_ROUTE = [
    ("GET", "/requests", {"bkd_admin", "opd_admin", "auditor", "operator"}),
    ("GET", "/calendar-days", {"bkd_admin", "opd_admin", "auditor", "operator"}),
    ("GET", "/outbox", {"bkd_admin", "auditor", "operator"}),
    ("POST", "/outbox/1/replay", {"bkd_admin", "operator"}),
    ("POST", "/employees/1/invitations", {"bkd_admin", "opd_admin", "operator"}),
    ("POST", "/calendar-days", {"bkd_admin"}),
    ("GET", "/audit/verify", {"bkd_admin", "auditor"}),
]


@pytest.mark.parametrize("role", sorted(RIGHTS))
async def test_each_role_may_do_what_its_table_says(backend: Backend, role: str) -> None:
    account = await office(backend, role, "Diskominfo" if role == "opd_admin" else None)
    for method, path, allowed in EVERY_ROUTE:
        bodies = {
            "/employees/1/invitations": {"channel": "web"},
            "/calendar-days": {
                "tanggal": "2026-11-30",
                "jenis": "libur_daerah",
                "nama": "Pilkada",
                "sumber": "Kepgub",
            },
        }
        answer = await (
            account.get(path) if method == "GET" else account.post(path, bodies.get(path))
        )
        assert (answer.status_code != 403) == (role in allowed), (method, path)


async def test_every_route_but_signing_in_asks_for_an_account(backend: Backend) -> None:
    paths = backend.app.openapi()["paths"]
    routes = [
        (method.upper(), path)
        for path, methods in paths.items()
        if path.startswith(API) and path != f"{API}/token"
        for method in methods
    ]
    assert len(routes) >= 9
    for method, path in routes:
        filled = path.replace("{item_id}", "1").replace("{number}", "X").replace("{nip}", "1")
        # The service token of our own processes opens nothing here either.
        answer = await backend.client.request(method, filled)
        assert answer.status_code == 401, (method, path)


async def test_a_dead_message_can_be_sent_again_and_a_sent_one_cannot(backend: Backend) -> None:
    async with backend.database.write() as session:
        await enqueue(
            session,
            to_nip=nip_of("rina"),
            kind="task",
            dedupe_key="a",
            message=Message(text="rahasia"),
            now=backend.now,
        )
        await session.execute(update(OutboxItem).values(state="dead", attempts=12))
    bkd = await office(backend)
    listed = await bkd.get("/outbox", state="dead")
    assert [row["attempts"] for row in listed.json()] == [12]
    assert "rahasia" not in listed.text

    replayed = (await bkd.post("/outbox/1/replay")).json()
    assert (replayed["state"], replayed["attempts"]) == ("pending", 0)
    again = await bkd.post("/outbox/1/replay")
    assert again.status_code == 409
    assert (await bkd.post("/outbox/99/replay")).status_code == 404


async def test_an_invitation_links_the_account_it_is_given_to(backend: Backend) -> None:
    made = await (await office(backend)).post(
        f"/employees/{nip_of('rina')}/invitations", {"channel": "telegram"}
    )
    token = made.json()["token"]
    answer = await backend.client.post(
        "/v1/accounts/invitations/redeem",
        json={"channel": "telegram", "account_id": "4711", "token": token},
    )
    assert answer.json()["linked"] is True
    async with backend.database.read() as session:
        entries = (await session.scalars(select(AuditEntry))).all()
    assert token not in str([(e.actor, e.subject, e.data) for e in entries])


async def test_an_added_day_is_listed_once(backend: Backend) -> None:
    bkd = await office(backend)
    day = {
        "tanggal": "2026-11-30",
        "jenis": "libur_daerah",
        "nama": "Pemilihan kepala daerah",
        "sumber": "Keputusan Gubernur",
    }
    assert (await bkd.post("/calendar-days", day)).status_code == 201
    assert (await bkd.post("/calendar-days", day)).status_code == 409
    assert (await bkd.get("/calendar-days", year=2026)).json() == [day]
    assert (await bkd.get("/calendar-days", year=2027)).json() == []
    assert (await bkd.post("/calendar-days", {**day, "jenis": "x"})).status_code == 422


async def test_the_office_can_verify_the_audit_trail(backend: Backend) -> None:
    bkd = await office(backend)
    assert (await bkd.get("/audit/verify")).json()["sound"] is True
    async with backend.database.write() as session:
        await session.execute(
            update(AuditEntry).where(AuditEntry.seq == 1).values(actor="orang lain")
        )
    verdict = (await bkd.get("/audit/verify")).json()
    assert (verdict["sound"], verdict["first_bad"]) == (False, 1)
