"""The short memory: flat cost, nothing lost that a rule or the gateway looks at."""

import asyncio
import time
from typing import Any

import pytest
from rasa.core.agent import Agent
from rasa.core.tracker_store import (
    FailSafeTrackerStore,
    TrackerStore,
    check_if_tracker_store_async,
)
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, Event, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from nlu.riwayat import GILIRAN, HARI_SIMPAN, RiwayatRingkas, ringkas

from .conftest import ServerAksi, jalankan, ucapkan


def satu_giliran(nomor: int, **slot: Any) -> list[Event]:
    return [
        ActionExecuted("action_listen"),
        UserUttered(f"kalimat {nomor}", {"name": "sapa"}, metadata={"event_id": f"e{nomor}"}),
        ActionExecuted("utter_sapa"),
        *(SlotSet(nama, nilai) for nama, nilai in slot.items()),
    ]


def test_a_short_conversation_is_kept_whole() -> None:
    semua = [*satu_giliran(1), *satu_giliran(2)]
    assert ringkas(semua) == semua


def test_a_long_conversation_keeps_its_last_turns_and_the_slots_from_before() -> None:
    semua = [
        *satu_giliran(1, isian="teks", layanan="cuti"),
        *satu_giliran(2, isian=None),
        *satu_giliran(3),
        *satu_giliran(4, isian="tanggal"),
    ]
    hasil = ringkas(semua)
    assert [satu.text for satu in hasil if isinstance(satu, UserUttered)] == [
        "kalimat 3",
        "kalimat 4",
    ]
    assert [(satu.key, satu.value) for satu in hasil if isinstance(satu, SlotSet)] == [
        ("layanan", "cuti"),
        ("isian", "tanggal"),
    ]


def test_the_state_after_cutting_is_the_state_before(domain: Domain) -> None:
    semua = [
        *satu_giliran(1, isian="teks", layanan="cuti", draft_id="d1"),
        *satu_giliran(2, isian="tanggal"),
        *satu_giliran(3, draft_id=None),
        *satu_giliran(4, isian=None),
        ActionExecuted("action_listen"),
    ]
    penuh = DialogueStateTracker.from_events("a", semua, domain.slots, domain=domain)
    pendek = DialogueStateTracker.from_events("a", ringkas(semua), domain.slots, domain=domain)
    assert pendek.current_slot_values() == penuh.current_slot_values()
    assert pendek.latest_action_name == penuh.latest_action_name
    assert pendek.latest_message == penuh.latest_message


def test_the_memory_survives_a_restart(basis: str, domain: Domain) -> None:
    tracker = DialogueStateTracker.from_events(
        "a", satu_giliran(1, layanan="cuti"), domain.slots, domain=domain
    )
    asyncio.run(RiwayatRingkas(domain, basis).save(tracker))
    dibaca = asyncio.run(RiwayatRingkas(domain, basis).retrieve("a"))
    assert dibaca is not None
    assert dibaca.get_slot("layanan") == "cuti"
    assert dibaca.latest_message.metadata["event_id"] == "e1"
    assert asyncio.run(RiwayatRingkas(domain, basis).retrieve("b")) is None


def test_conversations_silent_for_long_are_forgotten(basis: str, domain: Domain) -> None:
    toko = RiwayatRingkas(domain, basis)
    asyncio.run(toko.save(DialogueStateTracker.from_events("a", satu_giliran(1), domain.slots)))
    toko._lupakan(time.time() - HARI_SIMPAN * 86_400)
    assert asyncio.run(toko.keys()) == ["a"]
    toko._lupakan(time.time() + 1)
    assert asyncio.run(toko.keys()) == []


def test_rasa_takes_the_store_for_an_asynchronous_one_of_its_own(basis: str) -> None:
    baru = TrackerStore.create(
        EndpointConfig.from_dict({"type": "nlu.riwayat.RiwayatRingkas", "url": basis})
    )
    assert isinstance(baru, RiwayatRingkas)
    assert check_if_tracker_store_async(baru)


def test_turn_240_carries_no_more_than_turn_10(agen: Agent, basis: str, domain: Domain) -> None:
    """Counted, not timed: events loaded, events sent to the action server."""

    async def bicara(server: ServerAksi) -> tuple[list[int], int]:
        from nlu.ujung_aksi import UjungAksi  # noqa: PLC0415  # needs the running loop

        toko = RiwayatRingkas(domain, basis)
        assert agen.processor is not None
        aksi = UjungAksi(server.url)
        agen.processor.tracker_store = FailSafeTrackerStore(toko)
        agen.processor.action_endpoint = aksi
        for nomor in range(240):
            kalimat = ("halo", "sisa cuti saya", '/tombol{"tombol": "x"}')[nomor % 3]
            assert await ucapkan(agen, "panjang", kalimat, nomor)
        await aksi.tutup()
        tersimpan = await toko.retrieve("panjang")
        assert tersimpan is not None
        ukuran = [len(p["tracker"]["events"]) for p in server.panggilan]
        return ukuran, len([e for e in tersimpan.events if isinstance(e, UserUttered)])

    ukuran, giliran = jalankan(bicara)
    assert giliran == GILIRAN
    assert len(ukuran) == 160
    assert max(ukuran[-20:]) <= max(ukuran[4:24])


def test_the_gateway_finds_the_event_of_the_last_turn(
    agen: Agent, basis: str, domain: Domain
) -> None:
    async def bicara(server: ServerAksi) -> list[Any]:
        assert agen.processor is not None
        agen.processor.tracker_store = RiwayatRingkas(domain, basis)
        for nomor in range(5):
            await ucapkan(agen, "dicari", "halo", nomor)
        tracker = await agen.processor.fetch_full_tracker_with_initial_session("dicari")
        return [e.metadata.get("event_id") for e in tracker.events if isinstance(e, UserUttered)]

    assert jalankan(bicara)[-1] == "e4"


@pytest.mark.parametrize("giliran", [1, 3])
def test_how_many_turns_are_kept_can_be_said(giliran: int) -> None:
    semua = [satu for nomor in range(6) for satu in satu_giliran(nomor)]
    hasil = ringkas(semua, giliran)
    assert len([satu for satu in hasil if isinstance(satu, UserUttered)]) == giliran
