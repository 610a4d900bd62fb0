"""Rina asks, Dedi gives his opinion, Cecep decides, the letter is issued."""

from sqlalchemy import select

from backend.documents.models import Letter
from backend.notifications.models import OutboxItem
from tests.backend.approvals.orang import (
    CECEP,
    DEDI,
    HARUN,
    RINA,
    audited,
    choices_of,
    days_left,
    file,
    file_saying,
    inbox,
    notified,
    press,
    press_label,
    say,
    stored,
    tasks,
    text_of,
    timeline,
)
from tests.backend.conftest import Backend
from tests.support.system import nip_of


async def letter_of(backend: Backend, number: str) -> Letter | None:
    request = await stored(backend, number)
    async with backend.database.read() as session:
        return await session.get(Letter, request.id)


async def test_from_filing_to_the_letter(backend: Backend) -> None:
    before = await days_left(backend, RINA)
    number = await file(backend)
    assert number == "CUTI-2026-000001"
    assert (await stored(backend, number)).status == "diajukan"
    assert await days_left(backend, RINA) == before - 3

    told = await notified(backend, DEDI)
    reply = await say(backend, DEDI, "disetujui", quote=told["quote"], text="setuju")
    assert "diteruskan kepada Cecep Hidayat" in text_of(reply)
    assert reply["awaiting"] is None
    assert (await stored(backend, number)).status == "menunggu_keputusan"
    assert "Dedi Supriadi" in text_of({"messages": await inbox(backend, RINA)})
    assert await letter_of(backend, number) is None

    reply = await press_label(backend, CECEP, "Setujui")
    assert "disetujui" in text_of(reply)
    request = await stored(backend, number)
    assert request.status == "disetujui"
    assert request.closed_at is not None
    assert await days_left(backend, RINA) == before - 3
    assert [task.state for task in await tasks(backend, number)] == ["done", "done"]

    letter = await letter_of(backend, number)
    assert letter is not None
    assert [(one["nama"], one["hasil"]) for one in letter.data["putusan"]] == [
        ("Dedi Supriadi", "disetujui"),
        ("Cecep Hidayat", "disetujui"),
    ]
    assert (
        letter.data["isi"]["catatan_tahunan"][-1]["sisa"]
        + letter.data["isi"]["catatan_tahunan"][-2]["sisa"]
        == before - 3
    )
    async with backend.database.read() as session:
        queued = await session.scalars(select(OutboxItem.kind).where(OutboxItem.kind == "letter"))
        assert queued.all() == ["letter"]
    assert [event.kind for event in await timeline(backend, number)] == [
        "ajukan",
        "pertimbangkan",
        "setujui",
    ]
    assert len(await audited(backend, "permohonan.setujui")) == 1
    (issued,) = await audited(backend, "surat.terbit")
    assert (issued.subject, issued.data) == (f"permohonan:{number}", {"nomor": letter.number})


async def test_the_notification_tells_all_that_is_needed_to_decide(backend: Backend) -> None:
    await file(backend, "asep", "2026-12-08", "2026-12-08")
    number = await file(backend)
    told = await notified(backend, DEDI)
    for words in (
        number,
        "Pertimbangan atasan langsung",
        "Rina Marlina",
        "7–9 Desember 2026",
        "3 hari kerja",
        "Sisa cuti sesudah",
        "acara keluarga di Garut",
        "paling lambat 27 November 2026",
        "Asep Gunawan (8 Desember 2026, masih diproses)",
    ):
        assert words in told["text"]
    assert "Jl. Melati 5" not in told["text"]
    assert list(choices_of({"messages": [told]})) == [
        "Setujui",
        "Tolak",
        "Ubah tanggal",
        "Tangguhkan",
        "Kembalikan",
        "Lihat rincian",
    ]
    assert told["quote"] == f"tugas:{(await tasks(backend, number))[0].id}"


async def test_details_show_everything_and_the_files_to_the_approver_only(
    backend: Backend,
) -> None:
    uploaded = await backend.call(
        "asep", "POST", "/v1/documents", files={"file": ("surat.pdf", PDF, "application/pdf")}
    )
    document = uploaded.json()["id"]
    await file(
        backend,
        "asep",
        "2026-11-24",
        "2026-11-25",
        "sakit",
        alasan="demam tinggi",
        surat_dokter=[document],
    )
    told = await notified(backend, DEDI)
    assert "demam" not in told["text"]
    assert "surat dokter (1 berkas)" in told["text"]
    details = await press(backend, DEDI, choices_of({"messages": [told]})["Lihat rincian"])
    assert "demam tinggi" in text_of(details)
    assert [m["document"]["id"] for m in details["messages"] if m["document"]] == [document]
    assert (await backend.call(DEDI, "GET", f"/v1/documents/{document}")).status_code == 200
    assert (await backend.call("bayu", "GET", f"/v1/documents/{document}")).status_code == 404
    assert "Tangguhkan" not in choices_of({"messages": [told]})


async def test_the_second_approver_sees_the_opinion_of_the_first(backend: Backend) -> None:
    number = await file(backend)
    await say(
        backend,
        DEDI,
        "tidak_disetujui",
        number=number,
        text=f"tolak {number}, sedang audit",
        entities=[{"entity": "alasan", "value": "sedang audit"}],
    )
    assert (await stored(backend, number)).status == "menunggu_keputusan"
    told = await notified(backend, CECEP)
    assert "Dedi Supriadi): tidak disetujui. Alasan: sedang audit" in told["text"]
    await press_label(backend, CECEP, "Setujui")
    assert (await stored(backend, number)).status == "disetujui"


async def test_a_person_who_holds_two_stages_in_a_row_decides_once(backend: Backend) -> None:
    """Dedi's superior is Cecep, who also decides."""
    number = await file(backend, DEDI)
    assert [(t.state, t.assignee_nip) for t in await tasks(backend, number)] == [
        ("open", nip_of(CECEP)),
        ("waiting", nip_of(CECEP)),
    ]
    assert len(await inbox(backend, CECEP, "task")) == 1
    assert "dan keputusan pejabat" in (await notified(backend, CECEP))["text"]
    assert text_of(await backend.get(CECEP, "/v1/tasks")).count(number) >= 1
    await press_label(backend, CECEP, "Setujui")
    assert (await stored(backend, number)).status == "disetujui"
    letter = await letter_of(backend, number)
    assert letter is not None
    assert [one["nama"] for one in letter.data["putusan"]] == ["Cecep Hidayat", "Cecep Hidayat"]
    assert len(await timeline(backend, number)) == 2


async def test_what_the_governor_decides_is_recorded_by_bkd(backend: Backend) -> None:
    number = await file(backend, HARUN)
    (first, second) = await tasks(backend, number)
    assert (first.assignee_nip, first.on_behalf) == (nip_of("operator_bkd"), "ppk")
    assert second.state == "waiting"
    assert "Gubernur" in (await notified(backend, "operator_bkd"))["text"]
    await press_label(backend, "operator_bkd", "Setujui")
    letter = await letter_of(backend, number)
    assert letter is not None
    assert {one["atas_nama"] for one in letter.data["putusan"]} == {"ppk"}
    assert "Gubernur Jawa Barat" in text_of({"messages": await inbox(backend, HARUN)})


async def test_one_day_of_sickness_is_told_to_the_superior_without_a_decision(
    backend: Backend,
) -> None:
    number, told = await file_saying(
        backend, "asep", "2026-11-25", "2026-11-25", "sakit", surat_dokter=["x"]
    )
    assert "disampaikan kepada atasan" in told
    assert "dikabari" not in told
    request = await stored(backend, number)
    assert (request.status, request.stages) == ("selesai", [])
    assert await tasks(backend, number) == []
    (told,) = await inbox(backend, DEDI)
    assert "Asep Gunawan" in told["text"]
    assert number in told["text"]
    assert told["choices"] == []
    assert "acara keluarga" not in told["text"]
    status = await backend.get("asep", "/v1/requests/letter", params={"number": number})
    assert "pemberitahuan" in text_of(status)


PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
