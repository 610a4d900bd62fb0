"""What can go wrong with a draft."""

from backend.core.errors import NotFound


class DraftNotFound(NotFound):
    """No such draft, or somebody else's: the answer is the same."""

    code = "isian_tidak_ditemukan"

    def __init__(self) -> None:
        super().__init__(
            "Isian itu tidak ditemukan. Silakan tuliskan kembali keperluan Bapak/Ibu, dan saya"
            " bantu dari awal."
        )
