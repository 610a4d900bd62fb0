"""What the person is told when the letter is there."""

from backend.core.messages import DocumentRef, Message
from backend.documents.models import Letter


def letter_is_ready(letter: Letter, verify_url: str, document: DocumentRef) -> Message:
    return Message(
        text=(
            f"Surat *{letter.data['jenis']}* Bapak/Ibu sudah terbit dan terlampir.\n"
            f"Nomor surat: {letter.number}\n"
            f"Keasliannya dapat diperiksa siapa pun di {verify_url}"
        ),
        document=document,
    )


OUTCOME_WORDS = {
    "disetujui": "Disetujui",
    "perubahan": "Disetujui dengan perubahan",
    "ditangguhkan": "Ditangguhkan",
    "tidak_disetujui": "Tidak disetujui",
}
