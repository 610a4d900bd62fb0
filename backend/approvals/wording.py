"""All that is said to those who decide, and about them."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from backend.employees.models import Employee
from backend.layanan.definition import Line, Outcome, Role, Stage, Violation
from backend.layanan.kepegawaian.tanggal_teks import daftar, rentang, tanggal

PPK_NAME = "Gubernur Jawa Barat"
ROLE_WORDS: Mapping[Role, str] = {
    Role.ATASAN_LANGSUNG: "atasan langsung",
    Role.PEJABAT_BERWENANG: "pejabat yang berwenang",
    Role.PENGELOLA_KEPEGAWAIAN: "pengelola kepegawaian",
    Role.KEPALA_OPD: "kepala perangkat daerah",
    Role.KEPALA_CABANG: "kepala cabang dinas",
    Role.VERIFIKATOR_BKD: "verifikator BKD",
    Role.KEPALA_BKD: "kepala BKD",
    Role.SEKDA: "Sekretaris Daerah",
    Role.PPK: "Pejabat Pembina Kepegawaian",
}
OUTCOME_WORDS: Mapping[Outcome, str] = {
    Outcome.DISETUJUI: "disetujui",
    Outcome.PERUBAHAN: "disetujui dengan perubahan",
    Outcome.DITANGGUHKAN: "ditangguhkan",
    Outcome.TIDAK_DISETUJUI: "tidak disetujui",
    Outcome.PERBAIKAN: "dikembalikan untuk diperbaiki",
}
_VERBS: Mapping[Outcome, str] = {
    Outcome.DISETUJUI: "Setujui",
    Outcome.PERUBAHAN: "Ubah",
    Outcome.DITANGGUHKAN: "Tangguhkan",
    Outcome.TIDAK_DISETUJUI: "Tolak",
    Outcome.PERBAIKAN: "Kembalikan",
}

NO_SUPERIOR = (
    "Atasan langsung Bapak/Ibu belum dapat ditentukan dari data kepegawaian, jadi permohonan ini"
    " belum dapat diteruskan. Mohon hubungi pengelola kepegawaian di kantor Bapak/Ibu agar datanya"
    " dilengkapi, lalu coba lagi."
)
NOT_FOUND = (
    "Permohonan itu tidak ditemukan di antara yang menunggu putusan Bapak/Ibu. Ketik *daftar tugas*"
    " untuk melihat yang masih menunggu."
)
NOT_YOURS = (
    "Permohonan ini tidak menunggu putusan Bapak/Ibu, jadi tidak ada yang berubah. Ketik *daftar"
    " tugas* untuk melihat yang menunggu Bapak/Ibu."
)
OWN_REQUEST = (
    "Permohonan sendiri tidak dapat diputus sendiri. Permohonan Bapak/Ibu diputus oleh pejabat di"
    " atas Bapak/Ibu; ketik *status* untuk melihat perkembangannya."
)
NO_LONGER_ACTING = (
    "Permohonan ini sekarang menjadi wewenang pejabat lain karena data jabatan berubah, jadi"
    " putusan Bapak/Ibu tidak dicatat. Permohonannya sudah diteruskan kepada yang berwenang."
)
CHANGED_MEANWHILE = (
    "Permohonan ini sudah berubah sejak Bapak/Ibu melihatnya, jadi putusan tadi tidak dicatat."
    " Ketik *daftar tugas* untuk melihat keadaannya sekarang."
)
REASON_NEEDED = "Putusan ini harus disertai alasan. Mohon tuliskan alasannya."
REASON_UNREADABLE = "Mohon tuliskan alasannya dengan kata-kata, karena alasan ini dicatat."
TERMS_NEEDED = "Perubahan harus menyebutkan ketentuan yang baru."
SAME_TERMS = (
    "Itu sama dengan yang dimohonkan. Mohon tuliskan yang lain, atau ketik *batal* lalu pilih"
    " *Setujui*."
)
NOTHING_WAITS = "Saat ini tidak ada permohonan yang menunggu putusan Bapak/Ibu."
NOTHING_PENDING = (
    "Tidak ada putusan yang sedang Bapak/Ibu isi. Ketik *daftar tugas* untuk melihat permohonan"
    " yang menunggu."
)
PENDING_EXPIRED = (
    "Putusan yang tadi sudah terlalu lama ditinggalkan, jadi tidak dicatat. Ketik *daftar tugas*"
    " untuk memulai lagi."
)
CANCELLED = (
    "Baik, putusan tidak dicatat. Permohonannya tetap menunggu Bapak/Ibu; ketik *daftar tugas*"
    " untuk melihatnya lagi."
)
YES_OR_NO = "Mohon jawab *Ya* atau *Tidak*."
SEVERAL_WAIT = (
    "Ada {count} permohonan yang menunggu Bapak/Ibu, jadi belum ada yang saya putuskan. Pilih salah"
    " satu, atau sebutkan nomornya, misalnya *setuju {number}*."
)
TWO_DIFFERENT = (
    "Pesan yang Bapak/Ibu balas dan nomor yang disebut menunjuk permohonan yang berbeda, jadi belum"
    " ada yang diputus. Mohon sebutkan satu nomor saja."
)
YES, NO = "Ya", "Tidak"
DETAILS = "Lihat rincian"
MORE_TASKS = "Masih ada {count} lagi sesudah ini. Ketik *daftar tugas* lagi setelah memutus."


def nobody_for(role: Role) -> str:
    return (
        f"Belum ada pejabat yang dapat bertindak sebagai {ROLE_WORDS[role]}, jadi permohonan ini"
        " belum dapat diteruskan. Mohon hubungi pengelola kepegawaian di kantor Bapak/Ibu, lalu"
        " coba lagi."
    )


def recorded_by(nama: str) -> str:
    return f"dicatat oleh {nama}, BKD"


def button(outcome: Outcome, changes: str | None) -> str:
    """The label of a decision button; a change says what it changes."""
    if outcome is Outcome.PERUBAHAN and changes:
        return f"{_VERBS[outcome]} {changes}"
    return _VERBS[outcome]


def moment(at: datetime) -> str:
    return f"{tanggal(at.date())} pukul {at:%H.%M}"


def already_decided(number: str, nama: str, at: datetime, outcome: Outcome) -> str:
    return (
        f"Permohonan *{number}* sudah diputus oleh {nama} pada {moment(at)}:"
        f" {OUTCOME_WORDS[outcome]}. Tidak ada yang berubah."
    )


def no_longer_waits(number: str, status: str) -> str:
    return (
        f"Permohonan *{number}* sudah tidak menunggu putusan. Statusnya sekarang: {status}. Tidak"
        " ada yang berubah."
    )


def not_at_this_stage(outcome: Outcome, allowed: Sequence[Outcome], changes: str | None) -> str:
    choices = daftar([f"*{button(one, changes)}*" for one in allowed])
    return (
        f"Pada tahap ini permohonan tidak dapat {OUTCOME_WORDS[outcome]}. Yang dapat dipilih:"
        f" {choices}."
    )


def reason_too_long(limit: int, length: int) -> str:
    return (
        f"Alasan paling panjang {limit} huruf, sedangkan tulisan itu {length} huruf. Mohon"
        " dipersingkat."
    )


def ask_reason(outcome: Outcome, title: str, nama: str) -> str:
    return (
        f"*{_VERBS[outcome]}* {title} atas nama {nama}.\nMohon tuliskan alasannya; alasan ini"
        " disampaikan kepada pemohon. Ketik *batal* bila tidak jadi."
    )


def ask_terms(label: str, question: str, title: str, nama: str) -> str:
    return (
        f"Mengubah {label} pada {title} atas nama {nama}.\n{question}\nTuliskan {label} yang baru."
        " Ketik *batal* bila tidak jadi."
    )


def terms_unreadable(label: str) -> str:
    return f"Maaf, {label} itu belum dapat saya baca."


def terms_go_another_way(label: str) -> str:
    return (
        f"Dengan {label} itu permohonan harus diputus oleh pejabat lain atau memerlukan keterangan"
        f" lain dari pemohon, jadi tidak dapat dicatat sebagai perubahan. Mohon tuliskan {label}"
        " lain, atau ketik *batal* lalu pilih *Kembalikan* agar pemohon mengajukannya lagi."
    )


def read_back(outcome: Outcome, title: str, nama: str, number: str) -> str:
    return f"{_VERBS[outcome]} *{title}* atas nama {nama} ({number})?\nBalas *Ya* atau *Tidak*."


def read_back_change(before: str, after: str, nama: str, number: str, reason: str) -> str:
    return (
        f"Ubah permohonan {number} atas nama {nama}\ndari: {before}\nmenjadi: *{after}*\nAlasan:"
        f" {reason}\n\nPemohon akan diminta menyetujuinya. Benar? Balas *Ya* atau *Tidak*."
    )


def stage_title(stages: Sequence[Stage]) -> str:
    """What is asked of the receiver; stages of the same person are asked for at once."""
    first, *rest = (stage.title for stage in stages)
    return daftar([first, *(title[:1].lower() + title[1:] for title in rest)])


def heading(stages: Sequence[Stage], number: str, title: str, for_ppk: bool) -> list[str]:
    what = f"Menunggu Bapak/Ibu: *{stage_title(stages)}*"
    if for_ppk:
        what += f"\nMohon dicatat putusan {PPK_NAME} atas permohonan ini."
    return [what, f"*{number}*: {title}"]


def applicant_line(applicant: Employee) -> str:
    return f"Pemohon: {applicant.nama} ({applicant.jabatan}, {applicant.unit})"


def documents(names: Sequence[str], count: int) -> str:
    return f"Dokumen: {', '.join(names)} ({count} berkas). Tekan *{DETAILS}* untuk membukanya."


def decider_name(decider: Mapping[str, str], on_behalf: str | None) -> str:
    nama = decider.get("nama", "")
    return f"{PPK_NAME}, {recorded_by(nama)}" if on_behalf else nama


def refusals(violations: Sequence[Violation]) -> str:
    return "\n\n".join(f"{one.message}\nDasar: {one.basis}." for one in violations)


def notice_lines(lines: Sequence[Line]) -> list[str]:
    return [f"{line.label}: {line.value}" for line in lines]


def decide_by(due: date) -> str:
    return f"Mohon diputus paling lambat {tanggal(due)}."


def how_to_decide(number: str) -> str:
    return (
        f"Tekan tombol, atau balas pesan ini dengan *setuju*, atau *tolak* beserta alasannya."
        f" Boleh juga ketik *setuju {number}*."
    )


def opinion(title: str, nama: str, outcome: Outcome, reason: str | None, change: str | None) -> str:
    text = f"{title} ({nama}): {OUTCOME_WORDS[outcome]}"
    text += f" menjadi {change}" if change else ""
    return f"{text}. Alasan: {reason}" if reason else text


def clashes(names: Sequence[str], more: bool) -> str:
    rest = ", dan lainnya" if more else ""
    return f"Pada tanggal yang sama di unit ini: {', '.join(names)}{rest}."


def clash(nama: str, mulai: date, selesai: date, granted: bool) -> str:
    return f"{nama} ({rentang(mulai, selesai)}, {'disetujui' if granted else 'masih diproses'})"


def opinion_recorded(number: str, outcome: Outcome, next_name: str) -> str:
    return (
        f"Pertimbangan Bapak/Ibu untuk *{number}* sudah dicatat: {OUTCOME_WORDS[outcome]}."
        f" Permohonan diteruskan kepada {next_name} untuk tahap berikutnya."
    )


def decision_recorded(number: str, nama: str, outcome: Outcome, *, letter: bool) -> str:
    after = {
        Outcome.DISETUJUI: (
            f"Suratnya dikirim kepada {nama}." if letter else f"{nama} sudah diberi tahu."
        ),
        Outcome.PERUBAHAN: f"{nama} diminta menyetujui perubahannya lebih dahulu.",
        Outcome.PERBAIKAN: f"{nama} diminta memperbaiki, lalu mengajukannya lagi.",
    }.get(outcome, f"{nama} sudah diberi tahu beserta alasannya.")
    return f"Putusan untuk *{number}* sudah dicatat: {OUTCOME_WORDS[outcome]}. {after}"


def task_line(number: str, title: str, nama: str, due: date) -> str:
    return f"• *{number}* {title}, {nama}, paling lambat {tanggal(due)}"


def several_wait(count: int, number: str) -> str:
    return SEVERAL_WAIT.format(count=count, number=number)


def waiting(count: int) -> str:
    return f"Ada *{count} permohonan* yang menunggu putusan Bapak/Ibu."


def more_tasks(count: int) -> str:
    return MORE_TASKS.format(count=count)
