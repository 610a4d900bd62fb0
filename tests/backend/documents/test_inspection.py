"""What a file really is."""

import pytest

from backend.core.errors import SapaError
from backend.documents.inspection import display_name, inspect
from tests.backend.documents.files import PDF, claiming, picture


@pytest.mark.parametrize(
    ("name", "content", "status", "says"),
    [
        ("tugas.pdf", b"MZ\x90\x00" + b"\0" * 500, 415, "PDF, JPG, atau PNG"),
        ("foto.jpg", b"<html><script>alert(1)</script></html>", 415, "PDF, JPG, atau PNG"),
        ("gambar.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", 415, "PDF, JPG, atau PNG"),
        ("gambar.png", b"<svg xmlns='http://www.w3.org/2000/svg'/>", 415, "PDF, JPG, atau PNG"),
        ("macro.docx", b"PK\x03\x04" + b"\0" * 100, 415, "PDF, JPG, atau PNG"),
        ("surat.pdf", picture("PNG"), 415, "tidak sesuai"),
        ("foto.png", picture("JPEG"), 415, "tidak sesuai"),
        ("surat.pdf.exe", PDF, 415, "tidak sesuai"),
        ("surat", PDF, 415, "tidak sesuai"),
        ("kosong.pdf", b"", 422, "kosong"),
        ("putus.pdf", PDF[:20], 422, "tidak lengkap"),
        ("putus.jpg", picture("JPEG", (400, 400))[:300], 422, "rusak"),
        ("putus.png", picture("PNG", (400, 400))[:60], 422, "rusak"),
        ("bom.png", claiming(9_000, 9_000), 422, "terlalu besar"),
        ("bom.png", claiming(60_000, 60_000), 422, "terlalu besar"),
    ],
    ids=lambda value: value[:12] if isinstance(value, str) else None,
)
def test_other_files_are_refused_with_a_sentence_that_helps(
    name: str, content: bytes, status: int, says: str
) -> None:
    with pytest.raises(SapaError) as refusal:
        inspect(name, content)
    assert refusal.value.status == status
    assert says in refusal.value.message
    assert "Mohon" in refusal.value.message


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\surat\\dokter.pdf", "dokter.pdf"),
        ("a\u202efdp.pdf", "afdp.pdf"),
        ("x" * 4096 + ".pdf", "x" * 100 + ".pdf"),
        ("dua  spasi .pdf", "dua spasi.pdf"),
        (".pdf", "berkas.pdf"),
    ],
)
def test_a_file_name_is_only_shown_and_made_harmless(given: str, shown: str) -> None:
    assert display_name(given) == shown
