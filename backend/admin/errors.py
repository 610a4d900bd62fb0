"""What the personnel office is told when something is refused."""

from typing import ClassVar

from backend.core.errors import Conflict, Forbidden, Invalid, NotFound, SapaError


class SignInRefused(SapaError):
    """The same for an unknown name, a wrong password and a locked account."""

    status: ClassVar[int] = 401
    code: ClassVar[str] = "gagal_masuk"
    headers: ClassVar[dict[str, str]] = {"WWW-Authenticate": "Bearer"}

    def __init__(self) -> None:
        super().__init__(
            "Nama pengguna atau kata sandi salah, atau akun sedang terkunci. "
            "Setelah 5 kali salah, akun terkunci selama 15 menit."
        )


class NotSignedIn(SapaError):
    status: ClassVar[int] = 401
    code: ClassVar[str] = "belum_masuk"
    headers: ClassVar[dict[str, str]] = {"WWW-Authenticate": "Bearer"}

    def __init__(self) -> None:
        super().__init__(
            "Silakan masuk kembali: tanda masuk tidak ada, tidak sah, atau kedaluwarsa."
        )


class NotAllowed(Forbidden):
    def __init__(self) -> None:
        super().__init__("Akun ini tidak berwenang untuk tindakan tersebut.")


class RequestNotFound(NotFound):
    def __init__(self) -> None:
        super().__init__("Permohonan tidak ditemukan. Periksa kembali nomornya.")


class LetterNotIssued(NotFound):
    code: ClassVar[str] = "surat_belum_ada"

    def __init__(self) -> None:
        super().__init__("Surat belum terbit. Surat terbit setelah permohonan disetujui.")


class EmployeeNotFound(NotFound):
    def __init__(self) -> None:
        super().__init__("Pegawai tidak ditemukan. Periksa kembali NIP-nya.")


class OutboxItemNotFound(NotFound):
    def __init__(self) -> None:
        super().__init__("Pemberitahuan tidak ditemukan.")


class NotReplayable(Conflict):
    code: ClassVar[str] = "tidak_dapat_diulang"

    def __init__(self) -> None:
        super().__init__(
            "Hanya pemberitahuan yang gagal atau tidak pasti yang dapat dikirim ulang."
        )


class CalendarDayExists(Conflict):
    code: ClassVar[str] = "hari_sudah_ada"

    def __init__(self) -> None:
        super().__init__("Tanggal itu sudah tercatat sebagai hari tambahan.")


class BadCursor(Invalid):
    code: ClassVar[str] = "halaman_tidak_sah"

    def __init__(self) -> None:
        super().__init__("Penanda halaman tidak sah. Mulai lagi dari halaman pertama.")
