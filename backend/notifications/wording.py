"""What the worker itself says; other messages come ready from those who queue them."""

from datetime import date

from backend.layanan.kepegawaian.tanggal_teks import tanggal


def reminder_text(*, title: str, number: str, applicant: str, due: date) -> str:
    return (
        f"Mengingatkan Bapak/Ibu: permohonan *{number}* dari {applicant} ({title}) masih menunggu "
        f"putusan Bapak/Ibu. Batas waktunya {tanggal(due)}.\n"
        "Silakan balas pesan ini dengan *setuju* atau *tolak* beserta alasannya."
    )
