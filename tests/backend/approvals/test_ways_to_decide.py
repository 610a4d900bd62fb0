"""By button, by quoted reply, by number, by a bare word; reasons and new terms are asked for."""

from datetime import timedelta

import pytest

from backend.core.clock import Clock
from tests.backend.approvals.orang import (
    CECEP,
    DEDI,
    RINA,
    answer,
    choices_of,
    days_left,
    file,
    inbox,
    notified,
    pending,
    press,
    press_label,
    say,
    stored,
    tasks,
    text_of,
    timeline,
)
from tests.backend.conftest import Backend


async def outcomes(backend: Backend, number: str) -> list[str | None]:
    return [task.outcome for task in await tasks(backend, number)]


async def test_the_number_in_the_sentence_decides(backend: Backend) -> None:
    number = await file(backend)
    await file(backend, "asep", "2026-12-14", "2026-12-14")
    reply = await say(backend, DEDI, "disetujui", number=number.lower(), text=f"setuju {number}")
    assert number in text_of(reply)
    assert await outcomes(backend, number) == ["disetujui", None]


async def test_a_bare_word_with_one_task_is_read_back_and_confirmed(backend: Backend) -> None:
    number = await file(backend)
    reply = await say(backend, DEDI, "disetujui", text="setuju")
    assert await outcomes(backend, number) == [None]
    assert f"Setujui *Cuti tahunan 7–9 Desember 2026* atas nama Rina Marlina ({number})?" in (
        text_of(reply)
    )
    assert reply["awaiting"]["isian"] == "keputusan"
    reply = await press(backend, DEDI, choices_of(reply)["Ya"])
    assert await outcomes(backend, number) == ["disetujui", None]
    assert reply["awaiting"] is None
    assert await pending(backend) == []


@pytest.mark.parametrize("said", [{"intent": "ya"}, {"putusan": "setuju"}, {}])
async def test_a_read_back_may_be_confirmed_in_words(
    backend: Backend, said: dict[str, str]
) -> None:
    number = await file(backend)
    await say(backend, DEDI, "disetujui", text="setuju")
    await answer(backend, DEDI, "ya", **said)
    assert await outcomes(backend, number) == ["disetujui", None]


@pytest.mark.parametrize("word", ["tidak", "no"])
async def test_a_read_back_that_is_denied_decides_nothing(backend: Backend, word: str) -> None:
    number = await file(backend)
    reply = await say(backend, DEDI, "disetujui", text="setuju")
    if word == "no":
        reply = await press(backend, DEDI, choices_of(reply)["Tidak"])
    else:
        reply = await answer(backend, DEDI, "tidak", intent="tidak")
    assert "tidak dicatat" in text_of(reply)
    assert await outcomes(backend, number) == [None]
    assert await pending(backend) == []


async def test_something_else_than_yes_or_no_is_asked_again(backend: Backend) -> None:
    number = await file(backend)
    await say(backend, DEDI, "disetujui", text="setuju")
    for text, said in (("hmm nanti", {}), ("tolak saja", {"putusan": "tolak"})):
        reply = await answer(backend, DEDI, text, **said)
        assert "*Ya* atau *Tidak*" in text_of(reply)
    assert await outcomes(backend, number) == [None]


async def test_a_bare_word_with_several_tasks_lists_them_and_decides_nothing(
    backend: Backend,
) -> None:
    numbers = [await file(backend), await file(backend, "asep", "2026-12-14", "2026-12-14")]
    reply = await say(backend, DEDI, "disetujui", text="setuju")
    assert all(number in text_of(reply) for number in numbers)
    assert reply["awaiting"] is None
    assert await pending(backend) == []
    for number in numbers:
        assert await outcomes(backend, number) == [None]
    shown = await press(backend, DEDI, choices_of(reply)[numbers[1]])
    assert "Asep Gunawan" in text_of(shown)
    await press(backend, DEDI, choices_of(shown)["Setujui"])
    assert await outcomes(backend, numbers[1]) == ["disetujui", None]


async def test_a_bare_word_with_nothing_waiting_says_so(backend: Backend) -> None:
    assert "tidak ada" in text_of(await say(backend, DEDI, "disetujui", text="setuju")).lower()
    assert "tidak ada" in text_of(await backend.get(DEDI, "/v1/tasks")).lower()


@pytest.mark.parametrize("target", ["quote", "number"])
async def test_polite_consent_is_never_an_approval(backend: Backend, target: str) -> None:
    number = await file(backend)
    named = {"number": number} if target == "number" else {}
    quoted = {"quote": (await notified(backend, DEDI))["quote"]} if target == "quote" else {}
    reply = await say(backend, DEDI, "disetujui", explicit=False, text="oke", **named, **quoted)
    assert await outcomes(backend, number) == [None]
    assert reply["awaiting"]["isian"] == "keputusan"


async def test_an_approval_that_names_other_dates_is_read_back(backend: Backend) -> None:
    number = await file(backend)
    dates = {"mulai": "2026-12-07", "selesai": "2026-12-08"}
    reply = await say(
        backend,
        DEDI,
        "disetujui",
        number=number,
        text=f"setuju {number} tapi 7-8 saja",
        entities=[{"entity": "periode", "value": dates}],
    )
    assert await outcomes(backend, number) == [None]
    assert "7–9 Desember 2026" in text_of(reply)


async def test_a_refusal_with_its_reason_in_one_sentence(backend: Backend) -> None:
    number = await file(backend)
    before = await days_left(backend, RINA)
    await say(backend, DEDI, "disetujui", number=number)
    told = await notified(backend, CECEP)
    await say(
        backend,
        CECEP,
        "tidak_disetujui",
        quote=told["quote"],
        text="tolak, sedang audit",
        entities=[{"entity": "alasan", "value": "sedang audit"}],
    )
    assert (await stored(backend, number)).status == "tidak_disetujui"
    assert await days_left(backend, RINA) == before + 3
    last = (await inbox(backend, RINA, "decision"))[-1]["text"]
    assert "tidak disetujui" in last
    assert "sedang audit" in last


async def test_a_missing_reason_is_asked_for_and_taken_whole(backend: Backend) -> None:
    number = await file(backend)
    reply = await press_label(backend, DEDI, "Tolak")
    assert reply["awaiting"] == {
        "isian": "keputusan",
        "draft_id": None,
        "layanan": "cuti",
        "field": None,
    }
    assert await outcomes(backend, number) == [None]
    reply = await answer(backend, DEDI, "🙏🙏")
    assert "kata-kata" in text_of(reply)
    reply = await answer(backend, DEDI, "x" * 600)
    assert "600 huruf" in text_of(reply)
    text = "batal saja dulu *karena* sedang ada   audit BPK"
    await answer(backend, DEDI, text, intent="batal")
    (task, _) = await tasks(backend, number)
    assert task.outcome == "tidak_disetujui"
    assert task.reason == "batal saja dulu karena sedang ada audit BPK"


@pytest.mark.parametrize(
    ("text", "intent"), [("batal", "batal"), ("tidak jadi", "batal"), ("tidak", "tidak")]
)
async def test_a_decision_in_the_making_can_be_left(
    backend: Backend, text: str, intent: str
) -> None:
    number = await file(backend)
    await press_label(backend, DEDI, "Tolak")
    reply = await answer(backend, DEDI, text, intent=intent)
    assert "tidak dicatat" in text_of(reply)
    assert reply["awaiting"] is None
    assert await outcomes(backend, number) == [None]
    await press_label(backend, DEDI, "Tolak")
    assert "tidak dicatat" in text_of(await backend.post(DEDI, "/v1/decisions/cancel"))
    reply = await answer(backend, DEDI, "sedang audit")
    assert "Tidak ada putusan" in text_of(reply)
    assert await outcomes(backend, number) == [None]


async def test_an_answer_hours_later_belongs_to_no_question(backend: Backend) -> None:
    number = await file(backend)
    await press_label(backend, DEDI, "Tolak")
    clock = backend.app.state.clock
    backend.app.state.clock = Clock(clock.offset + timedelta(hours=2))
    reply = await answer(backend, DEDI, "sedang audit")
    assert "terlalu lama" in text_of(reply)
    assert await outcomes(backend, number) == [None]


async def test_other_dates_are_asked_checked_confirmed_and_accepted(backend: Backend) -> None:
    number = await file(backend)
    before = await days_left(backend, RINA)
    await say(backend, DEDI, "disetujui", number=number)
    reply = await press_label(backend, CECEP, "Ubah tanggal")
    assert "tanggal" in text_of(reply)
    reply = await answer(backend, CECEP, "terserah")
    assert "belum dapat saya baca" in text_of(reply)
    same = {"mulai": "2026-12-07", "selesai": "2026-12-09"}
    assert "sama dengan" in text_of(await answer(backend, CECEP, "7-9 desember", periode=same))
    past = {"mulai": "2026-11-02", "selesai": "2026-11-03"}
    assert "Dasar: " in text_of(await answer(backend, CECEP, "2-3 november", periode=past))
    start = {"mulai": "2026-12-14", "selesai": None}
    assert "sampai tanggal berapa" in text_of(
        await answer(backend, CECEP, "mulai 14", periode=start)
    )
    end = {"mulai": None, "selesai": "2026-12-15"}
    reply = await answer(backend, CECEP, "sampai 15", periode=end)
    assert "alasannya" in text_of(reply)
    reply = await answer(backend, CECEP, "ada kunjungan menteri pada 7-9 Desember")
    assert "14–15 Desember 2026" in text_of(reply)
    assert (await stored(backend, number)).status == "menunggu_keputusan"
    await answer(backend, CECEP, "ya", intent="ya")
    request = await stored(backend, number)
    assert request.status == "perubahan"
    assert await days_left(backend, RINA) == before

    offer = (await inbox(backend, RINA, "decision"))[-1]
    assert "14–15 Desember 2026" in offer["text"]
    assert "kunjungan menteri" in offer["text"]
    buttons = choices_of({"messages": [offer]})
    reply = await press(backend, RINA, buttons["Terima perubahan"])
    request = await stored(backend, number)
    assert (request.status, request.mulai.isoformat()) == ("disetujui", "2026-12-14")
    assert await days_left(backend, RINA) == before + 1
    assert "14–15 Desember 2026" in request.summary["title"]
    assert "menerima perubahan" in (await inbox(backend, CECEP, "notice"))[-1]["text"]
    again = await press(backend, RINA, buttons["Tolak perubahan"])
    assert "tidak dapat dicatat" in text_of(again)
    assert (await stored(backend, number)).status == "disetujui"


async def test_other_dates_that_are_declined_end_the_request(backend: Backend) -> None:
    number = await file(backend)
    before = await days_left(backend, RINA)
    await say(backend, DEDI, "disetujui", number=number)
    await press_label(backend, CECEP, "Ubah tanggal")
    dates = {"mulai": "2026-12-14", "selesai": "2026-12-14"}
    await answer(backend, CECEP, "14 desember saja", periode=dates)
    await answer(backend, CECEP, "ada kunjungan menteri")
    await answer(backend, CECEP, "ya", intent="ya")
    offer = (await inbox(backend, RINA, "decision"))[-1]
    await press(backend, RINA, choices_of({"messages": [offer]})["Tolak perubahan"])
    assert (await stored(backend, number)).status == "dibatalkan"
    assert await days_left(backend, RINA) == before + 3


async def test_postponed_days_are_kept_for_another_time(backend: Backend) -> None:
    number = await file(backend)
    before = await days_left(backend, RINA)
    await say(backend, DEDI, "disetujui", number=number)
    await press_label(backend, CECEP, "Tangguhkan")
    await answer(backend, CECEP, "tutup tahun anggaran")
    assert (await stored(backend, number)).status == "ditangguhkan"
    assert await days_left(backend, RINA) == before + 3
    assert "Hak Bapak/Ibu tetap ada" in (await inbox(backend, RINA, "decision"))[-1]["text"]


async def test_a_returned_request_is_mended_and_keeps_its_number(backend: Backend) -> None:
    number = await file(backend)
    before = await days_left(backend, RINA)
    await press_label(backend, DEDI, "Kembalikan")
    await answer(backend, DEDI, "mohon alamat yang lengkap")
    assert (await stored(backend, number)).status == "perbaikan"
    assert await days_left(backend, RINA) == before + 3

    told = (await inbox(backend, RINA, "decision"))[-1]
    assert "mohon alamat yang lengkap" in told["text"]
    reply = await press(backend, RINA, choices_of({"messages": [told]})["Perbaiki sekarang"])
    assert "Jl. Melati 5" in text_of(reply)
    again = await press(backend, RINA, choices_of({"messages": [told]})["Perbaiki sekarang"])
    confirm = choices_of(again)["Ya, ajukan"]
    assert confirm == choices_of(reply)["Ya, ajukan"]
    await press(backend, RINA, confirm)
    request = await stored(backend, number)
    assert (request.status, request.number) == ("diajukan", number)
    assert await days_left(backend, RINA) == before
    assert [task.round for task in await tasks(backend, number)] == [1, 2]
    await press_label(backend, DEDI, "Setujui")
    await press_label(backend, CECEP, "Setujui")
    assert (await stored(backend, number)).status == "disetujui"
    assert "diajukan kembali" in (await timeline(backend, number))[2].text


async def test_quote_and_number_that_disagree_decide_nothing(backend: Backend) -> None:
    first = await file(backend)
    quote = (await notified(backend, DEDI))["quote"]
    second = await file(backend, "asep", "2026-12-14", "2026-12-14")
    reply = await say(backend, DEDI, "disetujui", quote=quote, number=second)
    assert "berbeda" in text_of(reply)
    assert await outcomes(backend, first) == [None]
    assert await outcomes(backend, second) == [None]


async def test_what_waits_is_listed_with_buttons_the_most_urgent_first(backend: Backend) -> None:
    late = await file(backend)
    urgent = await file(backend, "asep", "2026-11-24", "2026-11-26", "sakit", surat_dokter=["x"])
    reply = await backend.get(DEDI, "/v1/tasks")
    assert "2 permohonan" in reply["messages"][0]["text"]
    assert [urgent in reply["messages"][1]["text"], late in reply["messages"][2]["text"]] == [
        True,
        True,
    ]
    await press(backend, DEDI, choices_of({"messages": [reply["messages"][1]]})["Setujui"])
    assert await outcomes(backend, urgent) == ["disetujui", None]


async def test_an_outcome_the_stage_does_not_know_is_refused(backend: Backend) -> None:
    number = await file(backend, "asep", "2026-11-24", "2026-11-26", "sakit", surat_dokter=["x"])
    reply = await say(backend, DEDI, "ditangguhkan", number=number, text="tangguhkan")
    assert "tidak dapat ditangguhkan" in text_of(reply)
    assert reply["awaiting"] is None
    assert await outcomes(backend, number) == [None]
