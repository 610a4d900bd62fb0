"""Linking a chat account to a person."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from backend.audit.models import AuditEntry
from backend.employees.invitations import VALID_FOR, invite
from backend.employees.models import Employee
from backend.employees.wording import CONTACT_NOT_ENOUGH
from tests.backend.conftest import Backend
from tests.support.system import nip_of

TELEGRAM = {"channel": "telegram", "account_id": "4711"}


async def resolve(backend: Backend, account_id: str = "4711") -> dict[str, Any]:
    body = {"channel": "telegram", "account_id": account_id, "display_name": "Rina"}
    answer = await backend.client.post("/v1/accounts/resolve", json=body)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def redeem(backend: Backend, token: str, account_id: str = "4711") -> dict[str, Any]:
    body = {"channel": "telegram", "account_id": account_id, "token": token}
    answer = await backend.client.post("/v1/accounts/invitations/redeem", json=body)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def invitation(backend: Backend, kunci: str, channel: str = "telegram") -> str:
    async with backend.database.write() as session:
        return await invite(
            session, nip=nip_of(kunci), channel=channel, created_by="admin", now=backend.now
        )


async def test_a_new_account_gets_a_conversation_and_keeps_it(backend: Backend) -> None:
    first, second = await resolve(backend), await resolve(backend)
    assert first == second
    assert first["linked"] is False
    assert first["conversation_id"] != (await resolve(backend, "4712"))["conversation_id"]


async def test_an_account_met_by_two_messages_at_once_is_made_once(backend: Backend) -> None:
    answers = await asyncio.gather(*(resolve(backend) for _ in range(8)))
    assert len({answer["conversation_id"] for answer in answers}) == 1


async def test_an_unlinked_account_is_told_how_to_link(backend: Backend) -> None:
    conversation = (await resolve(backend))["conversation_id"]
    for name in (conversation, "tidak-dikenal"):
        answer = await backend.client.get("/v1/me", headers={"X-SAPA-Conversation": name})
        assert answer.status_code == 200
        assert "undangan" in answer.json()["messages"][0]["text"]
        assert answer.json()["awaiting"] is None


async def test_an_invitation_links_once_and_is_audited(backend: Backend) -> None:
    token = await invitation(backend, "rina")
    linked = await redeem(backend, token)
    assert (linked["linked"], linked["name"]) == (True, "Rina Marlina")
    assert (await resolve(backend))["name"] == "Rina Marlina"

    stranger = await redeem(backend, token, "9999")
    assert (stranger["linked"], stranger["name"]) == (False, None)
    assert "tidak berlaku" in stranger["message"]
    async with backend.database.read() as session:
        links = select(AuditEntry).where(AuditEntry.action == "akun.tautkan")
        entries = (await session.scalars(links)).all()
    assert [e.subject for e in entries] == [nip_of("rina")]


async def test_the_same_account_may_redeem_its_invitation_again(backend: Backend) -> None:
    token = await invitation(backend, "rina")
    assert await redeem(backend, token) == await redeem(backend, token)


async def test_an_invitation_pressed_on_two_phones_at_once_links_one(backend: Backend) -> None:
    token = await invitation(backend, "rina")
    answers = await asyncio.gather(*(redeem(backend, token, str(n)) for n in range(6)))
    assert sum(answer["linked"] for answer in answers) == 1


@pytest.mark.parametrize("spoiled", ["expired", "other channel", "invented"])
async def test_a_bad_invitation_links_nobody(backend: Backend, spoiled: str) -> None:
    token = await invitation(backend, "rina", "web" if spoiled == "other channel" else "telegram")
    if spoiled == "expired":
        backend.app.state.clock = type(backend.app.state.clock)(
            backend.app.state.clock.offset + VALID_FOR + timedelta(seconds=1)
        )
    answer = await redeem(backend, "x" * 22 if spoiled == "invented" else token)
    assert answer["linked"] is False
    assert "Mintalah tautan baru" in answer["message"]


async def test_a_vouched_number_links_in_the_demonstration(backend: Backend) -> None:
    body = {**TELEGRAM, "phone": "0812 0000 0008"}
    answer = (await backend.client.post("/v1/accounts/contact", json=body)).json()
    assert (answer["linked"], answer["name"]) == (True, "Rina Marlina")


async def test_in_production_the_answer_never_tells_whether_a_number_is_known(
    backend: Backend,
) -> None:
    backend.app.state.settings = backend.app.state.settings.model_copy(update={"env": "production"})
    answers = []
    for phone in ("+6281200000008", "+6281299999999", "bukan nomor"):
        body = {**TELEGRAM, "phone": phone}
        answers.append((await backend.client.post("/v1/accounts/contact", json=body)).json())
    assert answers[0] == answers[1] == answers[2]
    assert answers[0]["message"] == CONTACT_NOT_ENOUGH
    demo = await backend.client.post("/v1/accounts/demo", json={"nip": nip_of("rina")})
    assert demo.status_code == 403


async def test_the_demonstration_lists_its_people(backend: Backend) -> None:
    people = (await backend.client.get("/v1/accounts/demo")).json()
    assert len(people) == 25
    rina = next(person for person in people if person["nip"] == nip_of("rina"))
    assert rina["catatan"].startswith("sisa 8 hari")
    assert (rina["opd"], rina["peran"]) == ("Diskominfo", [])


@pytest.mark.parametrize("nip", ["1" * 18, "123", "rina", "' OR 1=1"])
async def test_an_unknown_nip_cannot_sign_in(backend: Backend, nip: str) -> None:
    answer = await backend.client.post("/v1/accounts/demo", json={"nip": nip})
    assert answer.status_code == 404
    assert "daftar" in answer.json()["message"]


async def test_a_person_sees_his_own_record(backend: Backend) -> None:
    text = (await backend.get("rina", "/v1/me"))["messages"][0]["text"]
    assert "19930218 201903 2 001" in text
    assert "Dedi Supriadi" in text


async def test_whoever_has_left_is_no_longer_known(backend: Backend) -> None:
    await backend.conversation("rina")
    async with backend.database.write() as session:
        await session.execute(
            update(Employee).where(Employee.nip == nip_of("rina")).values(active=False)
        )
    answer = await backend.get("rina", "/v1/me")
    assert "belum ditautkan" in answer["messages"][0]["text"]
