"""All that is said to applicants about their requests."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from backend.layanan.kepegawaian.tanggal_teks import tanggal
from backend.requests.lifecycle import Action

ACCEPT, DECLINE = "Terima perubahan", "Tolak perubahan"
MEND = "Perbaiki sekarang"
WITHDRAW = "Batalkan permohonan"
WITHDRAW_YES, WITHDRAW_NO = "Ya, batalkan", "Tidak jadi"

NOT_FOUND = (
    "Permohonan itu tidak ditemukan di antara permohonan Bapak/Ibu. Periksa kembali nomornya, atau"
    " ketik *daftar permohonan* untuk melihat semuanya."
)
NONE_YET = (
    "Bapak/Ibu belum mempunyai permohonan. Tuliskan keperluan Bapak/Ibu, atau ketik *bantuan* untuk"
    " melihat layanan yang tersedia."
)
BUTTON_GONE = (
    "Tombol ini sudah tidak berlaku, dan tidak ada yang berubah. Ketik *status* untuk melihat"
    " permohonan Bapak/Ibu, atau *daftar tugas* untuk yang menunggu putusan Bapak/Ibu."
)
NOTHING_TO_WITHDRAW = (
    "Tidak ada permohonan Bapak/Ibu yang masih berjalan, jadi tidak ada yang perlu dibatalkan."
    " Untuk membatalkan yang sudah disetujui, mohon hubungi pengelola kepegawaian di kantor"
    " Bapak/Ibu."
)
WHICH_TO_WITHDRAW = "Permohonan mana yang hendak Bapak/Ibu batalkan?"
LEFT_AS_IT_IS = "Baik, permohonan Bapak/Ibu tetap berjalan."
NOT_COVERED = (
    "Hak pemohon tidak lagi mencukupi untuk permohonan ini, karena hari kerja atau hari liburnya"
    " berubah sejak diajukan. Tidak ada yang dicatat. Pilih *Kembalikan* atau ubah tanggalnya agar"
    " jumlah harinya sesuai."
)
NO_CHANGE_POSSIBLE = (
    "Tanggapan ini tidak dapat dicatat karena permohonannya sudah berubah. Ketik *status* untuk"
    " melihat keadaannya sekarang."
)
LETTER_FOLLOWS = "Surat keputusannya segera dikirim di sini."
NO_LETTER_OF_THIS_KIND = (
    "Permohonan *{number}* tidak berakhir dengan surat. Ketik *status {number}* untuk melihat"
    " keputusannya."
)
LETTER_SOON = (
    "Surat untuk *{number}* sedang disiapkan dan dikirim otomatis ke percakapan ini dalam beberapa"
    " menit."
)
LETTER_HERE = "Ini surat untuk permohonan *{number}*."
NO_LETTER_NEEDED = (
    "Permohonan *{number}* berupa pemberitahuan, jadi tidak ada surat keputusannya. Pemberitahuan"
    " itu sudah tercatat dan disampaikan kepada atasan."
)
NO_LETTER_EVER = (
    "Tidak ada surat untuk *{number}*, karena statusnya {status}. Ketik *status {number}* untuk"
    " melihat alasannya."
)
LETTER_LATER = (
    "Surat untuk *{number}* terbit setelah permohonannya disetujui. {where} Suratnya dikirim"
    " otomatis ke percakapan ini."
)
HISTORY = "Riwayat:"
HOW_TO_GET_LETTER = "Ketik *unduh surat* untuk menerima suratnya."
MEND_WHAT = "Tekan *{button}* untuk melengkapi, lalu ajukan kembali dengan nomor yang sama."

_AFTER: Mapping[Action, str] = {
    Action.SETUJUI: "Tidak ada lagi yang perlu Bapak/Ibu lakukan.",
    Action.UBAH: (
        "Bila setuju, tekan *Terima perubahan* dan permohonan langsung disetujui. Bila tidak, tekan"
        " *Tolak perubahan*; permohonan lalu dibatalkan dan Bapak/Ibu dapat mengajukan yang baru."
    ),
    Action.TANGGUHKAN: (
        "Hak Bapak/Ibu tetap ada dan dapat diajukan lagi untuk waktu lain. Tuliskan saja tanggal"
        " barunya bila sudah ada."
    ),
    Action.TOLAK: (
        "Bapak/Ibu dapat mengajukan yang baru dengan memperhatikan alasan itu, atau berbicara"
        " dahulu dengan pejabat tersebut."
    ),
    Action.KEMBALIKAN: MEND_WHAT.format(button=MEND),
}


def filed() -> str:
    return "Permohonan diajukan."


def filed_again() -> str:
    return "Permohonan diperbaiki dan diajukan kembali."


def notified() -> str:
    return "Pemberitahuan dicatat dan disampaikan kepada atasan."


def withdrawn() -> str:
    return "Permohonan dibatalkan oleh pemohon."


def accepted(change: str) -> str:
    return f"Perubahan diterima oleh pemohon: {change}."


def declined() -> str:
    return "Perubahan tidak diterima oleh pemohon; permohonan dibatalkan."


def recounted(day: date, nama: str, days: int) -> str:
    return f"{tanggal(day)} menjadi hari libur ({nama}); {days} hari dikembalikan kepada pemohon."


def recounted_notice(number: str, title: str, day: date, nama: str, days: int) -> str:
    return (
        f"{tanggal(day)} ditetapkan sebagai hari libur ({nama}). Karena itu {days} hari yang"
        f" dipakai permohonan *{number}* ({title}) dikembalikan. Bapak/Ibu tidak perlu melakukan"
        " apa-apa."
    )


def moved_on(number: str, said: str, next_name: str, due: date) -> str:
    return (
        f"Kabar permohonan *{number}*.\n{said}.\n\nSekarang menunggu {next_name}, paling lambat"
        f" {tanggal(due)}. Bapak/Ibu dikabari lagi di sini."
    )


def decided(number: str, title: str, said: str, action: Action, *, letter: bool) -> str:
    after = LETTER_FOLLOWS if letter and action is Action.SETUJUI else _AFTER[action]
    return f"Kabar permohonan *{number}* ({title}).\n{said}.\n\n{after}"


def notice_for(nama: str, jabatan: str, number: str, lines: Sequence[str]) -> str:
    body = "\n".join(lines)
    return (
        f"Pemberitahuan dari {nama} ({jabatan}), nomor *{number}*:\n\n{body}\n\nIni hanya untuk"
        " diketahui; Bapak/Ibu tidak perlu membalas."
    )


def withdrawn_notice(number: str, title: str, nama: str) -> str:
    return (
        f"Permohonan *{number}* ({title}) sudah dibatalkan oleh {nama}. Bapak/Ibu tidak perlu"
        " memutusnya lagi."
    )


def change_answered_notice(number: str, title: str, nama: str, accepted: bool) -> str:
    what = "menerima" if accepted else "tidak menerima"
    after = "Permohonannya disetujui." if accepted else "Permohonannya dibatalkan."
    return f"{nama} {what} perubahan pada permohonan *{number}* ({title}). {after}"


def row(number: str, title: str, status: str) -> str:
    return f"• *{number}* {title}: {status.lower()}"


def my_requests(rows: Sequence[str], number: str) -> str:
    body = "\n".join(rows)
    return (
        f"Permohonan Bapak/Ibu, yang terbaru lebih dahulu:\n{body}\n\nKetik nomornya untuk"
        f" melihat perkembangannya, misalnya *status {number}*."
    )


def where_it_is(nama: str, title: str, due: date) -> str:
    return f"Sekarang menunggu {nama} ({title.lower()}), paling lambat {tanggal(due)}."


def waits_for_you() -> str:
    return "Sekarang menunggu tanggapan Bapak/Ibu."


def event_line(at: datetime, text: str) -> str:
    return f"• {tanggal(at.date())} pukul {at:%H.%M}: {text}"


def confirm_withdrawal(number: str, title: str) -> str:
    return (
        f"Batalkan permohonan *{number}* ({title})? Permohonan yang dibatalkan tidak dapat"
        " dihidupkan lagi; hak yang dipesan dikembalikan."
    )


def withdrawal_done(number: str, *, told: bool) -> str:
    who = " Pejabat yang memprosesnya diberi tahu." if told else ""
    return (
        f"Permohonan *{number}* sudah dibatalkan.{who} Bila perlu, Bapak/Ibu dapat mengajukan yang"
        " baru kapan saja."
    )


def cannot_withdraw(number: str, status: str, granted: bool) -> str:
    after = (
        " Untuk membatalkan yang sudah disetujui, mohon hubungi pengelola kepegawaian di kantor"
        " Bapak/Ibu."
        if granted
        else ""
    )
    return f"Permohonan *{number}* sudah {status.lower()}, jadi tidak ada yang dibatalkan.{after}"


def change_accepted(number: str, *, letter: bool) -> str:
    text = f"Terima kasih. Perubahan pada *{number}* sudah diterima dan permohonan disetujui."
    return f"{text} {LETTER_FOLLOWS if letter else _AFTER[Action.SETUJUI]}"


def change_declined(number: str) -> str:
    return (
        f"Perubahan pada *{number}* tidak diterima, jadi permohonan dibatalkan dan hak yang dipesan"
        " dikembalikan. Bapak/Ibu dapat mengajukan yang baru kapan saja."
    )


def change_no_longer_possible(reasons: str) -> str:
    return (
        f"Perubahan itu sekarang tidak dapat diterima lagi.\n{reasons}\n\nBapak/Ibu dapat memilih"
        f" *{DECLINE}*, lalu mengajukan yang baru."
    )
