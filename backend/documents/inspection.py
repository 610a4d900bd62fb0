"""What a file really is. Pure: bytes and a name in, a clean file or a refusal out.

The content decides, and the extension must agree with it. Images are decoded and written anew:
what is not picture (location, camera, hidden archives, scripts) does not survive.
"""

import io
import re
import unicodedata
import warnings
from dataclasses import dataclass

from PIL import Image, ImageOps, UnidentifiedImageError

from backend.documents.errors import FileBroken, FileTypeRefused

MAX_PIXELS = 50_000_000
"""A phone's best photo; a bomb of 100 KB can claim a thousand times more."""

EXTENSIONS = {
    "application/pdf": ("pdf",),
    "image/jpeg": ("jpg", "jpeg"),
    "image/png": ("png",),
}


@dataclass(frozen=True, slots=True)
class CleanFile:
    name: str
    mime: str
    content: bytes


def inspect(name: str, content: bytes) -> CleanFile:
    """Raises FileBroken or FileTypeRefused. Blocks while an image is decoded (up to a second)."""
    if not content:
        raise FileBroken("Berkas yang dikirim kosong. Mohon periksa berkasnya, lalu kirim kembali.")
    shown = display_name(name)
    mime = _mime(content)
    if mime is None:
        raise FileTypeRefused("Jenis berkas ini tidak dapat diterima.")
    if shown.rpartition(".")[2].lower() not in EXTENSIONS[mime]:
        raise FileTypeRefused("Isi berkas tidak sesuai dengan nama berkasnya.")
    if mime == "application/pdf":
        return CleanFile(shown, mime, _complete_pdf(content))
    return CleanFile(shown, mime, _redrawn(content, mime))


def display_name(name: str) -> str:
    """The user's name of the file, fit to be shown: no folders, no control or direction signs."""
    base = re.split(r"[/\\]", name)[-1]
    visible = "".join(
        char for char in unicodedata.normalize("NFC", base) if unicodedata.category(char)[0] != "C"
    )
    stem, dot, extension = re.sub(r"\s+", " ", visible).strip().rstrip(" .").rpartition(".")
    if not dot:
        return (extension or "berkas")[:100]
    return f"{stem.strip()[:100] or 'berkas'}.{extension[:10]}"


def _mime(content: bytes) -> str | None:
    if content.startswith(b"%PDF-"):
        return "application/pdf"
    if content.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    return None


def _complete_pdf(content: bytes) -> bytes:
    if b"%%EOF" not in content[-2048:]:
        raise FileBroken(
            "Berkas PDF tidak lengkap atau rusak. Mohon buka dan simpan ulang, lalu kirim kembali."
        )
    return content


def _redrawn(content: bytes, mime: str) -> bytes:
    kind = "JPEG" if mime == "image/jpeg" else "PNG"
    try:
        with warnings.catch_warnings():
            # Pillow only warns between its own limit and twice of it; ours is checked below.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            image = Image.open(io.BytesIO(content), formats=(kind,))
            _check_pixels(image)
            upright = ImageOps.exif_transpose(image)
            upright.load()
    except Image.DecompressionBombError as error:
        raise _too_many_pixels() from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError) as error:
        raise FileBroken(
            "Gambar rusak atau tidak dapat dibuka. Mohon foto ulang, lalu kirim kembali."
        ) from error
    upright.info = {k: v for k, v in upright.info.items() if k == "transparency"}
    buffer = io.BytesIO()
    if kind == "JPEG":
        upright.save(buffer, "JPEG", quality=88)
    else:
        upright.save(buffer, "PNG")
    return buffer.getvalue()


def _check_pixels(image: Image.Image) -> None:
    if image.width * image.height > MAX_PIXELS:
        raise _too_many_pixels()


def _too_many_pixels() -> FileBroken:
    return FileBroken(
        "Ukuran gambar (panjang × lebar) terlalu besar. "
        "Mohon kirim foto biasa dari ponsel atau PDF."
    )
