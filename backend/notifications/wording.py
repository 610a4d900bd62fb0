"""What the worker itself says; other messages come ready from those who queue them."""

from datetime import date

MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)


def reminder_text(*, title: str, number: str, applicant: str, due: date) -> str:
    return (
        f"Mengingatkan Bapak/Ibu: permohonan *{number}* dari {applicant} ({title}) masih menunggu "
        f"putusan Bapak/Ibu. Batas waktunya {due.day} {MONTHS[due.month - 1]} {due.year}.\n"
        "Silakan balas pesan ini dengan *setuju* atau *tolak* beserta alasannya."
    )
