"""All that is said while a form is filled in."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from pydantic import JsonValue

from backend.layanan.definition import Field, FieldType, Line, Option, Service, Violation
from backend.layanan.kepegawaian.tanggal_teks import daftar, rentang, tanggal

YES, CHANGE, CANCEL = "Ya, ajukan", "Ubah", "Batal"
CONTINUE, START_NEW = "Lanjutkan", "Mulai baru"
CONTINUE_WORDS = frozenset({"lanjutkan", "lanjut", "ya", "iya", "teruskan"})
START_NEW_WORDS = frozenset({"mulai baru", "baru", "tidak", "ulang dari awal"})

PHONE_UNREADABLE = "Nomor telepon itu belum lengkap atau keliru."
PERIOD_UNREADABLE = "Tanggal itu belum dapat saya baca."
PERIOD_AMBIGUOUS = "Saya menemukan lebih dari satu tanggal atau lama dalam pesan itu."
PERIOD_CONTRADICTS = (
    "Tanggal itu tidak ada di kalender, atau nama harinya tidak cocok dengan tanggalnya."
)
NOTHING_OPEN = (
    "Saat ini tidak ada isian yang terbuka. Silakan tuliskan keperluan Bapak/Ibu, atau ketik"
    " *bantuan* untuk melihat layanan yang tersedia."
)
CANCELLED = (
    "Baik, isian ini sudah saya batalkan dan tidak ada yang diajukan. Bila diperlukan lagi, silakan"
    " tuliskan keperluan Bapak/Ibu kapan saja."
)
ALREADY_CANCELLED = (
    "Isian ini sudah dibatalkan sebelumnya. Silakan tuliskan kembali keperluan Bapak/Ibu untuk"
    " memulai yang baru."
)
FILED_BEFORE = (
    "Isian ini sudah diajukan sebelumnya. Ketik *status* untuk melihat sampai di mana prosesnya."
)
WHICH_TO_CHANGE = "Bagian mana yang ingin Bapak/Ibu ubah?"
FIRST_QUESTION = "Ini sudah pertanyaan pertama."
NO_FILE_NEEDED = "Terima kasih, tetapi isian ini tidak memerlukan berkas."
FILE_NOT_FOUND = "Berkas itu tidak ditemukan. Mohon kirimkan sekali lagi."
NOT_UNDERSTOOD = "Maaf, jawaban itu belum saya pahami."
CONFIRM = (
    "Apakah sudah benar? Balas *Ya* untuk mengajukan, *Ubah* untuk memperbaiki, atau *Batal* untuk"
    " membatalkan."
)
NOT_UNDERSTOOD_OFTEN = (
    "Maaf, saya masih belum memahami jawaban Bapak/Ibu. Isian ini tetap tersimpan. Ketik *bantuan*"
    " untuk melihat menu, *bicara petugas* untuk dibantu orang, atau jawab lagi pertanyaan ini."
)
NOT_READY = "Permohonan belum dapat diajukan karena ada yang berubah atau belum lengkap."
STILL_OPEN = "Isian Bapak/Ibu yang tadi masih tersimpan."


def text_without_words(field: Field) -> str:
    return f"Mohon tuliskan {field.label} dengan kata-kata."


def text_too_long(field: Field, length: int) -> str:
    return (
        f"Isian {field.label} paling panjang {field.max_length} huruf, sedangkan tulisan itu"
        f" {length} huruf. Mohon dipersingkat."
    )


def too_many_documents(field: Field, limit: int) -> str:
    return f"Untuk {field.label} sudah ada {limit} berkas, dan itu jumlah paling banyak."


def several_options(field: Field) -> str:
    return f"Saya menemukan lebih dari satu {field.label} dalam pesan itu. Mohon pilih satu."


def days_out_of_range(limit: int) -> str:
    return f"Lamanya harus antara 1 dan {limit} hari."


def period_label(start: date, end: date) -> str:
    return rentang(start, end)


def period_disagrees(start: date, end: date, days: int) -> str:
    return (
        f"Tanggal {rentang(start, end)} tidak sama dengan {days} hari. Mana yang Bapak/Ibu maksud?"
    )


def question(field: Field, known: JsonValue) -> str:
    """The question; for a half-known period only its other half."""
    if field.type is not FieldType.PERIODE or not isinstance(known, dict):
        return field.question
    start, end, days = known.get("mulai"), known.get("selesai"), known.get("hari")
    if isinstance(start, str) and end is None:
        mulai = tanggal(date.fromisoformat(start))
        return f"Mulai {mulai} sampai tanggal berapa? Boleh juga dijawab dengan lamanya."
    if isinstance(end, str) and start is None:
        return f"Sampai {tanggal(date.fromisoformat(end))}, mulai tanggal berapa?"
    if days is not None and start is None:
        return f"Untuk {days} hari, mulai tanggal berapa?"
    return field.question


def only_one_day(day: date) -> str:
    return f"Hanya {tanggal(day)}"


def value_text(field: Field, value: JsonValue, options: Sequence[Option]) -> str:
    """An answer as the person reads it."""
    if isinstance(value, list):
        return f"{len(value)} berkas"
    if isinstance(value, dict):
        return _period_text(value)
    labels = {option.value: option.label for option in options}
    return labels.get(str(value), str(value))


def _period_text(value: Mapping[str, JsonValue]) -> str:
    start, end = value.get("mulai"), value.get("selesai")
    if isinstance(start, str) and isinstance(end, str):
        return rentang(date.fromisoformat(start), date.fromisoformat(end))
    if isinstance(start, str):
        return f"mulai {tanggal(date.fromisoformat(start))}"
    if isinstance(end, str):
        return f"sampai {tanggal(date.fromisoformat(end))}"
    return f"{value.get('hari')} hari"


def noted(parts: Iterable[tuple[str, str]]) -> str:
    """What was understood, as (label, value)."""
    told = [f"{label[:1].upper()}{label[1:]}: {value}" for label, value in parts]
    return "\n• ".join(["Baik, saya catat:", *told])


def refusals(violations: Iterable[Violation]) -> str:
    return "\n\n".join(f"{one.message}\nDasar: {one.basis}." for one in violations)


def other_kinds() -> str:
    return "Bila berkenan, Bapak/Ibu dapat mengajukan yang berikut:"


def resume(service: Service, title: str | None) -> str:
    about = f" ({title})" if title else ""
    return (
        f"Bapak/Ibu masih punya isian {service.name}{about} yang belum diajukan."
        " Lanjutkan isian itu, atau mulai yang baru?"
    )


def summary(title: str, lines: Sequence[Line]) -> str:
    rows = "\n".join(f"{line.label}: {line.value}" for line in lines)
    return f"*Mohon diperiksa: {title}*\n\n{rows}\n\n{CONFIRM}"


def summary_again(title: str) -> str:
    return f"Yang menunggu jawaban Bapak/Ibu: *{title}*. {CONFIRM}"


def deciders(names: Sequence[str]) -> str:
    """In the order of the stages; whoever has two stages in a row decides both at once."""
    return ", lalu ".join(
        name for before, name in zip(("", *names), names, strict=False) if name != before
    )


def duration(working_days: int) -> str:
    return f"paling lama {working_days} hari kerja"


def submitted(number: str, status: str) -> str:
    return (
        f"Permohonan sudah diajukan dengan nomor *{number}*.\nStatus: {status}.\n\nBapak/Ibu akan"
        " dikabari di sini setiap ada perkembangan. Untuk memeriksanya kapan saja, ketik *status*."
    )


def notified(number: str, status: str) -> str:
    """For a request that nobody decides."""
    return (
        f"Pemberitahuan sudah dicatat dengan nomor *{number}* dan disampaikan kepada atasan.\n"
        f"Status: {status}.\n\nTidak ada lagi yang perlu Bapak/Ibu lakukan."
    )


def already_submitted(number: str, status: str) -> str:
    return f"Isian ini sudah diajukan dengan nomor *{number}*.\nStatus sekarang: {status}."


def cannot_skip(field: Field) -> str:
    return f"Isian {field.label} diperlukan, jadi tidak dapat dilewati."


def service_unavailable(available: Sequence[str]) -> str:
    return (
        "Layanan ini belum dapat diajukan lewat SAPA ASN. Untuk sementara, hubungi pengelola"
        f" kepegawaian di kantor Bapak/Ibu. Yang sudah tersedia di sini: {daftar([*available])}."
    )


def services(available: Sequence[str]) -> str:
    return f"Layanan yang dapat diajukan di sini: {daftar([*available])}. Silakan pilih."


def start_label(name: str) -> str:
    return f"Ajukan {name}"
