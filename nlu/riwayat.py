"""Tracker store with a bounded history."""

from rasa.core.tracker_store import SQLTrackerStore


class RiwayatTerbatas(SQLTrackerStore):
    """SQL tracker store of the running conversation only."""

    def __init__(self, domain=None, host=None, event_broker=None, url=None, **kwargs):  # type: ignore[no-untyped-def]  # Rasa's
        super().__init__(domain=domain, host=url or host, event_broker=event_broker, **kwargs)
