"""The whole system from the gateway's door and back, and what it holds in memory."""

import csv
import statistics
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tests.support.system import PEOPLE, System

SENTENCES = ("halo", "sisa cuti saya berapa?", "status permohonan saya", "terima kasih")
EACH = 8  # messages a person; the gateway lets twenty a minute pass


@dataclass(frozen=True)
class Gateway:
    """Milliseconds from the message at the gateway to the answer, and MB resident."""

    p50_ms: float
    p95_ms: float
    messages: int
    megabytes: dict[str, float]


def measure(system: System) -> Gateway:
    with PEOPLE.open(encoding="utf-8") as file:
        people = [row["kunci"] for row in csv.DictReader(file)]
    times: list[float] = []
    for person in people:
        chat = system.chat(person)
        for number in range(EACH):
            sentence = chat.sentence(SENTENCES[number % len(SENTENCES)])
            started = time.perf_counter()
            chat.post_through(sentence)
            times.append((time.perf_counter() - started) * 1000)
    times = times[EACH:]  # the first person warms everything up
    cuts = statistics.quantiles(times, n=20)
    children = system.supervisor.children
    memory = {name: resident_megabytes(child.pid) for name, child in children.items()}
    return Gateway(statistics.median(times), cuts[18], len(times), memory)


def resident_megabytes(group: int) -> float:
    """Proportional set size of a process group (shared pages counted once), Linux only."""
    total = 0
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(FileNotFoundError, ProcessLookupError):  # it ended while we looked
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
            if int(fields[2]) == group:
                rollup = (folder / "smaps_rollup").read_text()
                pss = next(line for line in rollup.splitlines() if line.startswith("Pss:"))
                total += int(pss.split()[1])
    return total / 1024
