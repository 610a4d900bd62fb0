"""A balance by the year of the right, in words and numbers."""

from backend.layanan.cuti.saldo import Saldo


def rincian(saldo: Saldo) -> str:
    """ "2024: 0, 2025: 1, 2026: 12", with what was postponed or added if there is any."""
    return ", ".join(f"{nama}: {days}" for nama, days in rincian_angka(saldo).items())


def rincian_angka(saldo: Saldo) -> dict[str, int]:
    """The three years always; what was postponed or added only if there is any."""
    tahun = saldo.tahun
    lain = {
        f"ditangguhkan dari {tahun - 1}": saldo.ditangguhkan_lalu,
        f"ditangguhkan dari {tahun}": saldo.ditangguhkan,
        "tambahan": saldo.tambahan,
    }
    return {
        str(tahun - 2): saldo.n2,
        str(tahun - 1): saldo.n1,
        str(tahun): saldo.n,
        **{nama: days for nama, days in lain.items() if days},
    }
