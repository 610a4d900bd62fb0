"""Rasa's memory of a conversation: one row, cut to the last turns.

Stock Rasa keeps every event and replays all of them each turn, so that a turn costs about eight
times as much after 240 turns. Our rules only look at the slots and the last turn; what must not be
lost is in the backend. So the store keeps the slots and the last turns: a turn costs the same for
ever, and what people wrote does not pile up.
"""

import json
import time
from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa
from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import SerializedTrackerAsText, TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    AllSlotsReset,
    Event,
    Restarted,
    SessionStarted,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker

GILIRAN = 2  # turns kept; the rules look back one
HARI_SIMPAN = 90  # a conversation silent for so long is forgotten

_META = sa.MetaData()
_PERCAKAPAN = sa.Table(
    "rasa_percakapan",
    _META,
    sa.Column("sender_id", sa.String(255), primary_key=True),
    sa.Column("disimpan", sa.Float, nullable=False, index=True),
    sa.Column("peristiwa", sa.Text, nullable=False),
)
_BACA = sa.text("SELECT peristiwa FROM rasa_percakapan WHERE sender_id = :pengirim")
_SIMPAN = sa.text(
    "INSERT INTO rasa_percakapan (sender_id, disimpan, peristiwa) VALUES (:pengirim, :saat, :isi) "
    "ON CONFLICT (sender_id) DO UPDATE "
    "SET disimpan = excluded.disimpan, peristiwa = excluded.peristiwa"
)


def ringkas(peristiwa: Sequence[Event], giliran: int = GILIRAN) -> list[Event]:
    """The last turns, led by the values that the slots had when they began."""
    mulai = _awal(peristiwa, giliran)
    nilai: dict[str, Any] = {}
    for satu in peristiwa[:mulai]:
        if isinstance(satu, SlotSet):
            nilai[satu.key] = satu.value
        elif isinstance(satu, AllSlotsReset | Restarted | SessionStarted):
            nilai.clear()
    saat = peristiwa[mulai].timestamp if mulai else None
    isi = [SlotSet(k, v, timestamp=saat) for k, v in nilai.items() if v is not None]
    return [*isi, *peristiwa[mulai:]]


def _awal(peristiwa: Sequence[Event], giliran: int) -> int:
    """Index of the event before the user message that begins the last turns: its action_listen."""
    ucapan = [i for i, satu in enumerate(peristiwa) if isinstance(satu, UserUttered)]
    return max(0, ucapan[-giliran] - 1) if len(ucapan) > giliran else 0


class RiwayatRingkas(TrackerStore, SerializedTrackerAsText):
    """Tracker store over one SQL table, on SQLite or PostgreSQL. `host` is the SQLAlchemy URL."""

    def __init__(
        self,
        domain: Domain | None = None,
        host: str = "sqlite://",
        event_broker: EventBroker | None = None,
        **kwargs: Any,
    ) -> None:
        self.mesin = _mesin(host)
        _META.create_all(self.mesin)
        self._lupakan(time.time() - HARI_SIMPAN * 86_400)
        super().__init__(domain, event_broker, **kwargs)

    def _lupakan(self, sebelum: float) -> None:
        with self.mesin.begin() as koneksi:
            koneksi.execute(_PERCAKAPAN.delete().where(_PERCAKAPAN.c.disimpan < sebelum))

    async def save(self, tracker: DialogueStateTracker) -> None:
        await self.stream_events(tracker)
        isi = json.dumps([satu.as_dict() for satu in ringkas(list(tracker.events))])
        baris = {"pengirim": tracker.sender_id, "saat": time.time(), "isi": isi}
        with self.mesin.begin() as koneksi:
            koneksi.execute(_SIMPAN, baris)

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        with self.mesin.connect() as koneksi:
            isi = koneksi.execute(_BACA, {"pengirim": sender_id}).scalar()
        if isi is None:
            return None
        return DialogueStateTracker.from_dict(sender_id, json.loads(isi), self.domain.slots)

    async def retrieve_full_tracker(self, conversation_id: str) -> DialogueStateTracker | None:
        return await self.retrieve(conversation_id)

    async def keys(self) -> Iterable[str]:
        with self.mesin.connect() as koneksi:
            return list(koneksi.execute(sa.select(_PERCAKAPAN.c.sender_id)).scalars())


def _mesin(url: str) -> sa.engine.Engine:
    """Connections are kept; to SQLite only one, for Rasa works in one thread."""
    if not url.startswith("sqlite"):
        return sa.create_engine(url, pool_pre_ping=True, hide_parameters=True)
    mesin = sa.create_engine(
        url,
        poolclass=sa.pool.StaticPool,
        connect_args={"check_same_thread": False},
        hide_parameters=True,
    )
    sa.event.listen(mesin, "connect", _siapkan_sqlite)
    return mesin


def _siapkan_sqlite(koneksi: Any, _: object) -> None:
    """WAL without a sync per turn: after a power cut a turn of memory may be missing, no more."""
    for perintah in ("journal_mode=WAL", "synchronous=NORMAL", "busy_timeout=5000"):
        koneksi.execute(f"PRAGMA {perintah}")
