"""Signing in to the admin API."""

import asyncio
import base64
import json
from datetime import timedelta

import jwt
import pytest
from sqlalchemy import delete

from backend.admin.accounts import ensure_admin, save_admin, sign_in
from backend.admin.models import AdminUser
from backend.admin.tokens import issue_token, username_of
from tests.backend.conftest import Backend
from tests.support.databases import ADMIN_PASSWORD

API = "/admin/api/v1"
GOOD = {"username": "admin", "password": ADMIN_PASSWORD}
BAD = {"username": "admin", "password": "salah"}


async def test_the_first_admin_signs_in_with_json_or_with_the_oauth2_form(backend: Backend) -> None:
    for request in ({"json": GOOD}, {"data": {**GOOD, "grant_type": "password"}}):
        answer = await backend.client.post(f"{API}/token", **request)
        assert answer.status_code == 200
        assert answer.json()["token_type"] == "bearer"
        token = answer.json()["access_token"]
        listed = await backend.client.get(
            f"{API}/requests", headers={"Authorization": f"Bearer {token}"}
        )
        assert listed.status_code == 200


async def test_wrong_names_and_wrong_passwords_are_answered_alike(backend: Backend) -> None:
    wrong = await backend.client.post(f"{API}/token", json=BAD)
    unknown = await backend.client.post(f"{API}/token", json={**GOOD, "username": "tidak-ada"})
    assert (wrong.status_code, wrong.json()) == (unknown.status_code, unknown.json())
    assert wrong.status_code == 401


@pytest.mark.parametrize("body", [{}, {"username": "admin"}, {"username": 1, "password": []}, []])
async def test_an_incomplete_sign_in_is_told_what_is_missing(backend: Backend, body) -> None:
    answer = await backend.client.post(f"{API}/token", json=body)
    assert answer.status_code == 422
    assert "username" in answer.json()["message"]


async def test_five_wrong_passwords_lock_the_account_for_fifteen_minutes(backend: Backend) -> None:
    db, now = backend.database, backend.now
    for _ in range(5):
        assert await sign_in(db, now=now, **BAD) is None
    assert await sign_in(db, now=now + timedelta(minutes=14), **GOOD) is None
    assert await sign_in(db, now=now + timedelta(minutes=15, seconds=1), **GOOD) is not None


async def test_guesses_at_the_same_time_are_all_counted(backend: Backend) -> None:
    now = backend.now
    await asyncio.gather(*(sign_in(backend.database, now=now, **BAD) for _ in range(8)))
    assert await sign_in(backend.database, now=now, **GOOD) is None


async def test_a_right_password_starts_the_count_again(backend: Backend) -> None:
    for _ in range(3):
        for _ in range(4):
            assert await sign_in(backend.database, now=backend.now, **BAD) is None
        assert await sign_in(backend.database, now=backend.now, **GOOD) is not None


async def test_a_changed_setting_changes_the_first_admins_password(backend: Backend) -> None:
    await ensure_admin(backend.database, "kata-sandi-baru", backend.now)
    assert await sign_in(backend.database, now=backend.now, **GOOD) is None
    new = {**GOOD, "password": "kata-sandi-baru"}
    assert await sign_in(backend.database, now=backend.now, **new) is not None


def test_a_token_is_good_for_thirty_minutes(now) -> None:
    token = issue_token("admin", secret="s", now=now)
    assert username_of(token, secret="s", now=now + timedelta(minutes=29)) == "admin"
    assert username_of(token, secret="s", now=now + timedelta(minutes=30)) is None


def _unsigned() -> str:
    def part(value: object) -> str:
        return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")

    claims = {"sub": "admin", "aud": "sapa-admin", "exp": 9_999_999_999, "iat": 0}
    return f"{part({'alg': 'none'})}.{part(claims)}."


def test_forged_tokens_open_nothing(now) -> None:
    claims = {"sub": "admin", "aud": "sapa-admin", "exp": 9_999_999_999}
    plain_key = "s" * 32
    forged = [
        "",
        "abc",
        _unsigned(),
        issue_token("admin", secret="lain", now=now),
        jwt.encode(claims, plain_key, "HS256"),
        issue_token("admin", secret="s", now=now)[:-3] + "AAA",
    ]
    assert [username_of(token, secret="s", now=now) for token in forged] == [None] * len(forged)
    assert username_of(jwt.encode(claims, plain_key, "HS256"), secret=plain_key, now=now) is None


async def test_an_account_taken_away_loses_its_token_at_once(backend: Backend) -> None:
    await save_admin(
        backend.database,
        username="budi",
        password="x" * 12,
        role="auditor",
        opd=None,
        now=backend.now,
    )
    secret = backend.app.state.settings.token_secret.get_secret_value()
    token = issue_token("budi", secret=secret, now=backend.now)

    async def status() -> int:
        headers = {"Authorization": f"Bearer {token}"}
        return (await backend.client.get(f"{API}/requests", headers=headers)).status_code

    assert await status() == 200
    async with backend.database.write() as session:
        await session.execute(delete(AdminUser).where(AdminUser.username == "budi"))
    assert await status() == 401
