"""The guided form over HTTP, on both databases, with the services that are really there."""

import pytest
from sqlalchemy import func, select, update

from backend.drafts.models import Draft
from backend.employees.models import Employee
from tests.backend.conftest import Backend
from tests.backend.drafts.talk import (
    DATES,
    SENTENCE,
    act,
    awaited,
    labels,
    language,
    reply_to,
    start,
    text_of,
)
from tests.support.system import nip_of


async def test_one_sentence_ends_in_the_summary(backend: Backend) -> None:
    reply = await start(backend, "rina", SENTENCE)
    assert awaited(reply) == ("konfirmasi", None)
    assert labels(reply) == ["Ya, ajukan", "Ubah", "Batal"]
    text = text_of(reply)
    for part in (
        "7–9 Desember 2026",
        "3 hari kerja",
        "13 hari kerja",
        "10 hari kerja",
        "Dedi Supriadi",
        "Cecep Hidayat",
        "paling lama 4 hari kerja",
        "08121234567",
    ):
        assert part in text, part
    assert reply["summary"]["numbers"]["hari_kerja"] == 3
    assert [one["field"] for one in reply["understood"]] == [
        "jenis_cuti",
        "periode",
        "alasan",
        "alamat",
        "telepon",
    ]


async def test_without_anything_said_it_asks_step_by_step(backend: Backend) -> None:
    reply = await start(backend, "rina", language("saya mau cuti", layanan="cuti"))
    assert awaited(reply) == ("pilihan", "jenis_cuti")
    assert labels(reply) == ["Cuti tahunan", "Cuti sakit"]
    reply = await reply_to(backend, "rina", reply, "cuti tahunan", jenis_cuti="tahunan")
    assert awaited(reply) == ("tanggal", "periode")
    reply = await reply_to(backend, "rina", reply, "7 sampai 9 desember", periode=DATES)
    assert awaited(reply) == ("teks", "alasan")
    assert "7–9 Desember 2026" in text_of(reply)
    reply = await reply_to(backend, "rina", reply, "Acara keluarga")
    reply = await reply_to(backend, "rina", reply, "Jl. Melati 5, Garut")
    assert awaited(reply) == ("telepon", "telepon")
    reply = await reply_to(backend, "rina", reply, "0812-1234-567")
    assert awaited(reply) == ("konfirmasi", None)
    assert "08121234567" in text_of(reply)


async def test_the_form_survives_and_can_be_asked_again(backend: Backend) -> None:
    first = await start(backend, "rina", language("cuti tahunan", jenis_cuti="tahunan"))
    again = await backend.get("rina", "/v1/drafts/current")
    assert again["question"] == first["question"]
    assert again["awaiting"] == first["awaiting"]
    assert (await backend.get("asep", "/v1/drafts/current"))["awaiting"] is None


async def test_a_repeated_turn_changes_nothing(backend: Backend) -> None:
    first = await start(backend, "rina", SENTENCE, key="e1:action_mulai")
    again = await start(backend, "rina", SENTENCE, key="e1:action_mulai")
    assert first == again
    async with backend.database.read() as session:
        assert await session.scalar(select(func.count()).select_from(Draft)) == 1
    other = await backend.call(
        "rina", "POST", "/v1/drafts", key="e1:action_mulai", json={"layanan": "kgb"}
    )
    assert other.status_code == 422


async def test_too_many_days_are_refused_with_article_and_numbers(backend: Backend) -> None:
    reply = await start(backend, "rina", language("cuti tahunan", jenis_cuti="tahunan"))
    long = {"mulai": "2026-12-01", "selesai": "2026-12-31"}
    reply = await reply_to(backend, "rina", reply, "1-31 desember", periode=long)
    assert awaited(reply) == ("tanggal", "periode")
    assert reply["violations"][0]["field"] == "periode"
    assert "13" in text_of(reply)
    assert "Dasar: " in text_of(reply)
    good = await reply_to(backend, "rina", reply, "7-9 desember", periode=DATES)
    assert awaited(good) == ("teks", "alasan")


@pytest.mark.parametrize(
    ("kunci", "words"),
    [("gurupppk", "PPPK"), ("dewi", "1 Januari 2027")],
    ids=["Siti, teacher on contract", "Dewi, 11 months of service"],
)
async def test_a_refusal_that_nothing_mends_ends_the_form_and_offers_another_kind(
    backend: Backend, kunci: str, words: str
) -> None:
    reply = await start(backend, kunci, SENTENCE)
    assert reply["awaiting"] is None
    assert words in text_of(reply)
    assert "Dasar: " in text_of(reply)
    assert labels(reply) == ["Cuti sakit"]
    assert (await backend.get(kunci, "/v1/drafts/current"))["awaiting"] is None


async def test_a_kind_that_cannot_be_filed_is_answered_honestly(backend: Backend) -> None:
    reply = await start(backend, "rina", language("cuti besar", jenis_cuti="besar"))
    assert reply["awaiting"] is None
    assert "Cuti besar belum dapat diajukan" in text_of(reply)
    assert labels(reply) == ["Cuti tahunan", "Cuti sakit"]


async def test_a_service_that_is_not_there_yet_is_answered_honestly(backend: Backend) -> None:
    reply = await start(backend, "rina", language("kgb saya"), layanan="kgb")
    assert reply["awaiting"] is None
    assert "belum dapat diajukan" in text_of(reply)
    assert "e-Cuti" in text_of(reply)


async def test_a_wish_for_another_kind_that_cannot_be_does_not_lose_the_form(
    backend: Backend,
) -> None:
    reply = await start(backend, "rina", SENTENCE)
    said = language("ganti cuti besar", jenis_cuti="besar")
    refused = await act(backend, "rina", reply, "corrections", said)
    assert "Cuti besar belum dapat diajukan" in text_of(refused)
    assert awaited(refused) == ("konfirmasi", None)


async def test_three_answers_not_understood_offer_help(backend: Backend) -> None:
    reply = await start(backend, "rina", language("cuti tahunan", jenis_cuti="tahunan"))
    texts = []
    for _ in range(3):
        reply = await reply_to(backend, "rina", reply, "hmmm")
        texts.append(text_of(reply))
    assert "belum dapat saya baca" in texts[0]
    assert "misalnya" in texts[0]
    assert "bicara petugas" not in texts[1]
    assert "bicara petugas" in texts[2]
    reply = await reply_to(backend, "rina", reply, "7-9", periode=DATES)
    assert awaited(reply) == ("teks", "alasan")


async def test_at_the_summary_an_unclear_answer_asks_again_briefly(backend: Backend) -> None:
    reply = await start(backend, "rina", SENTENCE)
    again = await reply_to(backend, "rina", reply, "hmmm")
    assert awaited(again) == ("konfirmasi", None)
    assert labels(again) == labels(reply)
    assert "belum saya pahami" in text_of(again)
    assert "Diputuskan oleh" not in text_of(again)


async def test_who_has_both_stages_is_named_once(backend: Backend) -> None:
    """Imas's superior is the head of her agency, who also decides."""
    text = text_of(await start(backend, "karu", SENTENCE))
    assert text.count("Lilis Suryani") == 1


async def test_a_correction_at_the_summary_takes_the_new_value(backend: Backend) -> None:
    reply = await start(backend, "rina", SENTENCE)
    dates = {"mulai": "2026-12-08", "selesai": "2026-12-10"}
    said = language("tanggalnya 8-10 desember", isian_dituju="periode", periode=dates)
    reply = await act(backend, "rina", reply, "corrections", said)
    assert awaited(reply) == ("konfirmasi", None)
    assert "8–10 Desember 2026" in text_of(reply)


async def test_an_unnamed_correction_asks_which_and_takes_a_typed_name(backend: Backend) -> None:
    reply = await start(backend, "rina", SENTENCE)
    which = await act(backend, "rina", reply, "corrections", language("tidak"))
    assert "Bagian mana" in text_of(which)
    assert labels(which) == ["Jenis cuti", "Tanggal", "Alasan", "Alamat selama cuti", "Telepon"]
    asked = await reply_to(backend, "rina", which, "alasan")
    assert awaited(asked) == ("teks", "alasan")
    assert awaited(await backend.get("rina", "/v1/drafts/current")) == ("teks", "alasan")
    done = await reply_to(backend, "rina", asked, "menjenguk orang tua")
    assert awaited(done) == ("konfirmasi", None)
    assert "menjenguk orang tua" in text_of(done)


async def test_skipping_a_correction_keeps_the_answer_but_a_missing_one_is_needed(
    backend: Backend,
) -> None:
    reply = await start(backend, "rina", language("cuti tahunan", jenis_cuti="tahunan"))
    refused = await act(backend, "rina", reply, "skip")
    assert "tidak dapat dilewati" in text_of(refused)
    assert awaited(refused) == ("tanggal", "periode")
    full = await start(backend, "rina", SENTENCE)
    asked = await act(backend, "rina", full, "corrections", language("telepon"))
    assert awaited(asked) == ("telepon", "telepon")
    assert awaited(await act(backend, "rina", asked, "skip")) == ("konfirmasi", None)


async def test_going_back_asks_the_question_before(backend: Backend) -> None:
    reply = await start(
        backend, "rina", language("cuti tahunan 7-9", jenis_cuti="tahunan", periode=DATES)
    )
    assert awaited(reply) == ("teks", "alasan")
    back = await act(backend, "rina", reply, "back")
    assert awaited(back) == ("tanggal", "periode")
    reply = await reply_to(backend, "rina", back, "8", periode={**DATES, "mulai": "2026-12-08"})
    assert awaited(reply) == ("teks", "alasan")
    assert "8–9 Desember 2026" in text_of(reply)


async def test_cancelling_ends_the_form_and_stays_so(backend: Backend) -> None:
    reply = await start(backend, "rina", SENTENCE)
    cancelled = await act(backend, "rina", reply, "cancel")
    assert cancelled["awaiting"] is None
    again = await act(backend, "rina", reply, "submit")
    assert again["request"] is None
    assert "sudah dibatalkan" in text_of(again)


async def test_a_form_of_somebody_else_is_not_found(backend: Backend) -> None:
    reply = await start(backend, "rina", SENTENCE)
    for verb in ("answers", "corrections", "skip", "back", "cancel", "submit"):
        path = f"/v1/drafts/{reply['awaiting']['draft_id']}/{verb}"
        answer = await backend.call("asep", "POST", path, json={})
        assert answer.status_code == 404
        assert answer.json()["code"] == "isian_tidak_ditemukan"


async def test_without_anybody_to_decide_nothing_is_filed(backend: Backend) -> None:
    async with backend.database.write() as session:
        await session.execute(
            update(Employee).where(Employee.nip != nip_of("rina")).values(active=False)
        )
    body = {"layanan": "cuti", "language": SENTENCE}
    answer = await backend.call("rina", "POST", "/v1/drafts", json=body)
    assert answer.status_code == 409
    assert "pengelola kepegawaian" in answer.json()["message"]


async def test_requirements_and_record_are_told(backend: Backend) -> None:
    requirements = await backend.get("rina", "/v1/services/cuti/requirements")
    assert "surat keterangan dokter" in text_of(requirements)
    record = await backend.get("rina", "/v1/services/cuti/record")
    assert "13 hari kerja" in text_of(record)
    services = await backend.get("rina", "/v1/services")
    assert labels(services) == ["Ajukan e-Cuti"]
    missing = await backend.get("rina", "/v1/services/kgb/record")
    assert "belum dapat diajukan" in text_of(missing)


@pytest.mark.parametrize(("text", "intent"), [("oke ajukan", "ya"), ("ya", "ya"), ("gak", "tidak")])
async def test_a_yes_or_no_to_nothing_is_no_reason(
    backend: Backend, text: str, intent: str
) -> None:
    reply = await start(backend, "rina", language("", jenis_cuti="tahunan", periode=DATES))
    assert awaited(reply) == ("teks", "alasan")
    said = {**language(text), "intent": intent, "confidence": 0.9}
    reply = await act(backend, "rina", reply, "answers", said)
    assert awaited(reply) == ("teks", "alasan")
    assert "dengan kata-kata" in text_of(reply)


async def test_a_short_reason_that_only_resembles_a_yes_is_a_reason(backend: Backend) -> None:
    reply = await start(backend, "rina", language("", jenis_cuti="tahunan", periode=DATES))
    said = {**language("umroh"), "intent": "ya", "confidence": 0.45}
    assert awaited(await act(backend, "rina", reply, "answers", said)) == ("teks", "alamat")
