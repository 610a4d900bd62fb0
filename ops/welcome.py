"""What is shown when everything runs: addresses, people to try, the password."""

from rich.console import Console
from rich.table import Table

from ops.environment import Environment

PEOPLE = (
    ("Rina Marlina", "saya mau cuti tahunan 7-9 desember, acara keluarga di Garut, …"),
    ("Dedi Supriadi", "atasan Rina: balas pemberitahuannya dengan “setuju”"),
    ("Cecep Hidayat", "kepala dinas: tekan tombol Setujui"),
    ("Siti Nurjanah", "guru PPPK: mengapa tidak ada cuti tahunan?"),
    ("Imas Masitoh", "enam hari kerja: Sabtu ikut dihitung"),
)


def show(environment: Environment, console: Console, seconds: float) -> None:
    console.print(f"\n[bold green]SAPA ASN siap dalam {seconds:.0f} detik.[/]\n")
    addresses = Table.grid(padding=(0, 2))
    addresses.add_row("Obrolan web", f"[bold]{environment.url('bot')}/chat[/]")
    addresses.add_row(
        "API admin", f"{environment.url('backend')}/admin/api/v1  (uraian: /openapi.json)"
    )
    if environment.demo:
        password = environment.variables["SAPA_ADMIN_PASSWORD"]
        addresses.add_row("Masuk admin", f"admin  /  {password}")
    addresses.add_row("Catatan", str(environment.log_dir))
    console.print(addresses)
    if environment.demo:
        people = Table(title="Coba sebagai", title_justify="left", box=None, pad_edge=False)
        people.add_column("Pegawai", style="bold")
        people.add_column("Yang dicoba")
        for person, hint in PEOPLE:
            people.add_row(person, hint)
        console.print()
        console.print(people)
    console.print("\nTekan Ctrl-C untuk menghentikan semuanya.\n")
