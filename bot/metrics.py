"""Counters of one bot process, in a registry of their own (tests make many bots)."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram


class Metrics:
    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.received = Counter(
            "sapa_bot_received",
            "Updates stored in the inbox",
            ["source", "state"],
            registry=self.registry,
        )
        self.refused = Counter(
            "sapa_bot_refused",
            "Requests turned away at a door",
            ["door", "reason"],
            registry=self.registry,
        )
        self.turns = Counter(
            "sapa_bot_turns",
            "Inbox rows worked on, by outcome",
            ["source", "outcome"],
            registry=self.registry,
        )
        self.turn_seconds = Histogram(
            "sapa_bot_turn_seconds",
            "From claim to shown answer",
            ["source"],
            buckets=(0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20),
            registry=self.registry,
        )
        self.deliveries = Counter(
            "sapa_bot_deliveries",
            "Unasked messages, by outcome",
            ["channel", "state"],
            registry=self.registry,
        )
        self.alerts = Counter(
            "sapa_bot_alerts",
            "Things an operator should look at",
            ["kind"],
            registry=self.registry,
        )
        self.waiting = Gauge(
            "sapa_bot_waiting", "Inbox rows not worked off", registry=self.registry
        )
        self.oldest = Gauge(
            "sapa_bot_oldest_waiting_seconds",
            "Age of the oldest inbox row not worked off",
            registry=self.registry,
        )
