"""All that is said about people and their accounts."""

from backend.employees.models import Employee
from backend.layanan.kepegawaian.nip import tampilkan

NOT_LINKED = (
    "Akun obrolan ini belum ditautkan dengan data kepegawaian, jadi saya belum dapat membuka data"
    " atau mengurus permohonan Bapak/Ibu. Mintalah tautan undangan kepada pengelola kepegawaian di"
    " kantor Bapak/Ibu, lalu buka tautan itu dari akun ini. Sesudahnya semua layanan dapat dipakai."
)
LINKED = (
    "Akun ini sudah ditautkan atas nama *{nama}*. Silakan tuliskan keperluan Bapak/Ibu, atau ketik"
    " *bantuan* untuk melihat apa saja yang dapat saya kerjakan."
)
BAD_INVITATION = (
    "Tautan undangan ini tidak berlaku: mungkin sudah dipakai, sudah lewat masanya, atau dibuat"
    " untuk aplikasi obrolan lain. Mintalah tautan baru kepada pengelola kepegawaian di kantor"
    " Bapak/Ibu."
)
CONTACT_NOT_ENOUGH = (
    "Terima kasih. Akun ini belum dapat ditautkan dengan nomor tersebut. Mintalah tautan undangan"
    " kepada pengelola kepegawaian di kantor Bapak/Ibu, lalu buka tautan itu dari akun ini."
)
DEMO_ONLY = "Masuk tanpa bukti hanya tersedia pada sistem peragaan."
UNKNOWN_NIP = "NIP ini tidak ada dalam data peragaan. Pilihlah salah satu nama dalam daftar."


def profile(employee: Employee, atasan: Employee | None) -> str:
    """The person's own record, as he may see it."""
    lines = [
        f"*{employee.nama}*",
        f"NIP {tampilkan(employee.nip)}",
        f"Status: {employee.status}, golongan {employee.golongan}",
        f"Jabatan: {employee.jabatan}",
        f"Unit kerja: {employee.unit}, {employee.opd}",
        f"Hari kerja: {employee.pola_hari_kerja} hari seminggu",
    ]
    if atasan is not None:
        lines.append(f"Atasan langsung: {atasan.nama} ({atasan.jabatan})")
    lines.append(
        "Bila ada yang keliru, mohon sampaikan kepada pengelola kepegawaian di kantor Bapak/Ibu."
    )
    return "\n".join(lines)
