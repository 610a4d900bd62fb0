"""Why a file is not taken; every message says what to do instead."""

from typing import ClassVar

from backend.core.errors import Invalid, NotFound, SapaError

ALLOWED = "PDF, JPG, atau PNG"


class DocumentNotFound(NotFound):
    """Also when it exists but does not concern the person who asks."""

    def __init__(self) -> None:
        super().__init__("Dokumen tidak ditemukan. Silakan periksa kembali permohonannya.")


class FileTooLarge(SapaError):
    status: ClassVar[int] = 413
    code: ClassVar[str] = "berkas_terlalu_besar"

    def __init__(self, max_bytes: int) -> None:
        super().__init__(
            f"Ukuran berkas lebih dari {max_bytes // 1_000_000} MB. Mohon perkecil atau foto ulang "
            "dengan mutu lebih rendah, lalu kirim kembali."
        )


class FileTypeRefused(SapaError):
    status: ClassVar[int] = 415
    code: ClassVar[str] = "jenis_berkas"

    def __init__(self, reason: str) -> None:
        super().__init__(f"{reason} Mohon kirim dokumen sebagai berkas {ALLOWED}.")


class FileBroken(Invalid):
    code: ClassVar[str] = "berkas_rusak"


class TooManyFiles(SapaError):
    status: ClassVar[int] = 429
    code: ClassVar[str] = "terlalu_banyak_berkas"

    def __init__(self, per_hour: int) -> None:
        super().__init__(
            f"Bapak/Ibu sudah mengirim {per_hour} berkas dalam satu jam terakhir. "
            "Mohon tunggu sebentar, lalu kirim kembali."
        )
