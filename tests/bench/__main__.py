"""Prints the comparison as a table: `make bench` (about five minutes, nothing else running)."""

import asyncio
import subprocess
import tempfile
from pathlib import Path

from rich.console import Console
from rich.table import Table

from ops.prepare import ROOT
from ops.processes import train_command
from tests.bench import gateway, servers, turns
from tests.bench.turns import Numbers
from tests.support.system import running_system

ROWS = (
    ("jawaban tetap, ms per giliran", "static_ms", False),
    ("isian (satu aksi), ms per giliran", "form_ms", False),
    ("isian pada giliran ke-10, ms", "form_ms_at_10", False),
    ("isian pada giliran ke-240, ms", "form_ms_at_240", False),
    ("giliran per detik, 1 obrolan", "per_second_1", True),
    ("giliran per detik, 32 obrolan", "per_second_32", True),
)


def compare(folder: Path) -> tuple[Numbers, Numbers]:
    """(stock, ours), one after the other so that they do not share the cores."""
    results = []
    for name in ("stock", "ours"):
        environment = servers.environment_in(folder / name)
        program = (
            servers.ours(environment)
            if name == "ours"
            else servers.stock(environment, servers.newest_model())
        )
        with (
            servers.running(servers.actions(environment), environment),
            servers.running(program, environment),
        ):
            results.append(asyncio.run(turns.measure(environment.url("rasa"))))
    return results[0], results[1]


def comparison_table(stock: Numbers, ours: Numbers) -> Table:
    table = Table(title="Rasa 3.6.21, model yang sama")
    for column in ("ukuran", "Rasa biasa", "SAPA ASN", "kali"):
        table.add_column(column, justify="left" if column == "ukuran" else "right")
    for title, field, more_is_better in ROWS:
        before, after = getattr(stock, field), getattr(ours, field)
        ratio = after / before if more_is_better else before / after
        table.add_row(title, f"{before:.1f}", f"{after:.1f}", f"{ratio:.1f}×")
    table.add_row(
        "giliran 240 dibanding giliran 10",
        f"{stock.form_ms_at_240 / stock.form_ms_at_10:.1f}×",
        f"{ours.form_ms_at_240 / ours.form_ms_at_10:.1f}×",
        "",
    )
    return table


def gateway_table(result: gateway.Gateway) -> Table:
    table = Table(title="Seluruh sistem, dari pesan sampai jawaban di obrolan web")
    table.add_column("ukuran")
    table.add_column("nilai", justify="right")
    table.add_row(f"p50 dari {result.messages} pesan, ms", f"{result.p50_ms:.1f}")
    table.add_row("p95, ms", f"{result.p95_ms:.1f}")
    for name, megabytes in result.megabytes.items():
        table.add_row(f"memori {name}, MB", f"{megabytes:.0f}")
    table.add_row("memori semua, MB", f"{sum(result.megabytes.values()):.0f}")
    return table


def main() -> None:
    console = Console(width=100)
    subprocess.run(train_command(), cwd=ROOT, check=True, timeout=300)
    with tempfile.TemporaryDirectory(prefix="sapa-bench-") as name:
        folder = Path(name)
        console.print(comparison_table(*compare(folder)))
        (folder / "system").mkdir()
        with running_system(folder / "system") as system:
            console.print(gateway_table(gateway.measure(system)))


if __name__ == "__main__":
    main()
