"""Files sent through Telegram: fetched, looked at, kept with the request, or refused in words."""

from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import Image

from tests.support.leave_by_telegram import number_in
from tests.support.telegram_person import Person, Shown
from tests.support.telegram_system import TelegramOffice

SECONDS = 30
PROGRAM = b"MZ\x90\x00" + b"\x00" * 400


def page(kind: str) -> bytes:
    content = BytesIO()
    Image.new("RGB", (600, 800), "white").save(content, kind)
    return content.getvalue()


def said(person: Person, text: str, expected: str) -> Shown:
    """What answers a sentence."""
    start = person.newest
    person.say(text)
    return person.wait_for(expected, since=start, seconds=SECONDS)


def send_photo(person: Person) -> bytes:
    person.send_photo(page("JPEG"))
    return b"\xff\xd8"


def send_pdf(person: Person) -> bytes:
    person.send_document("Surat Dokter.pdf", page("PDF"), "application/pdf")
    return b"%PDF"


@pytest.mark.timeout(300)
@pytest.mark.parametrize(("kunci", "send"), [("rina", send_photo), ("bayu", send_pdf)])
def test_sick_leave_takes_the_doctors_letter(
    polled_office: TelegramOffice, kunci: str, send: Callable[[Person], bytes]
) -> None:
    person, dedi = polled_office.linked_by_contact(kunci), polled_office.linked("kabid_kominfo")
    said(
        person,
        "saya mau cuti sakit 25-26 november karena demam tinggi, alamat Jl. Melati 5 Garut,"
        " hp 08121234567",
        "surat keterangan dokter",
    )
    _refused_then_still_asked(person)
    start = person.newest
    first_bytes = send(person)
    summary = person.wait_for("Mohon diperiksa", since=start, seconds=SECONDS)
    assert "25–26 November 2026" in summary.text
    assert "1 berkas" in summary.text
    number = number_in(said(person, "ya", "sudah diajukan dengan nomor").text)

    notice = dedi.wait_for(number, seconds=SECONDS)
    assert "demam" not in notice.text, "what ails a person stays out of the notice"
    start = dedi.newest
    dedi.press("Lihat rincian", of=notice)
    shown = dedi.wait_for_document("", since=start, seconds=SECONDS)
    assert shown.document is not None
    assert shown.document[1].startswith(first_bytes), "the superior sees the letter itself"


def _refused_then_still_asked(person: Person) -> None:
    """A photo of 12 MB and a program that calls itself a letter; nothing is lost by either."""
    start = person.newest
    person.send_photo(b"\xff\xd8\xff" + b"\x00" * 12_000_000)
    person.wait_for("terlalu besar", since=start, seconds=SECONDS)
    start = person.newest
    person.send_document("surat dokter.pdf", PROGRAM, "application/pdf")
    refusal = person.wait_for("Mohon kirim dokumen sebagai berkas", since=start, seconds=SECONDS)
    assert "PDF, JPG, atau PNG" in refusal.text
    said(person, "ulangi", "surat keterangan dokter")


@pytest.mark.timeout(120)
def test_a_file_from_somebody_unknown_is_not_kept(polled_office: TelegramOffice) -> None:
    kept = polled_office.system.environment.data_dir / "berkas"
    before = sorted(kept.rglob("*"))
    stranger = polled_office.stranger("Orang Lain")
    stranger.send_document("surat.jpg", page("JPEG"), "image/jpeg")
    stranger.wait_for("belum ditautkan", seconds=SECONDS)
    assert sorted(kept.rglob("*")) == before
