"""Files sent through Telegram: fetched, looked at, kept with the request, or refused in words."""

from io import BytesIO

import pytest
from PIL import Image

from tests.support.leave_by_telegram import number_in
from tests.support.telegram_person import Person, Shown
from tests.support.telegram_system import TelegramOffice

SECONDS = 30
PROGRAM = b"MZ\x90\x00" + b"\x00" * 400


def photo() -> bytes:
    page = BytesIO()
    Image.new("RGB", (600, 800), "white").save(page, "JPEG")
    return page.getvalue()


def said(person: Person, text: str, expected: str) -> Shown:
    """What answers a sentence."""
    start = person.newest
    person.say(text)
    return person.wait_for(expected, since=start, seconds=SECONDS)


@pytest.mark.timeout(300)
def test_sick_leave_takes_the_photo_of_the_doctors_letter(polled_office: TelegramOffice) -> None:
    rina, dedi = polled_office.linked_by_contact("rina"), polled_office.linked("kabid_kominfo")
    said(
        rina,
        "saya mau cuti sakit 25-26 november karena demam tinggi, alamat Jl. Melati 5 Garut,"
        " hp 08121234567",
        "surat keterangan dokter",
    )
    _refused_then_still_asked(rina)
    start = rina.newest
    rina.send_photo(photo())
    summary = rina.wait_for("Mohon diperiksa", since=start, seconds=SECONDS)
    assert "25–26 November 2026" in summary.text
    number = number_in(said(rina, "ya", "sudah diajukan dengan nomor").text)
    assert len(polled_office.telegram.calls_of("getFile")) >= 1

    notice = dedi.wait_for(number, seconds=SECONDS)
    assert "demam" not in notice.text, "what ails a person stays out of the notice"
    dedi.press("Lihat rincian", of=notice)
    shown = dedi.wait_for_document("", seconds=SECONDS)
    assert shown.document is not None
    assert shown.document[1].startswith(b"\xff\xd8"), "the superior sees the letter itself"


def _refused_then_still_asked(rina: Person) -> None:
    """A photo of 12 MB and a program that calls itself a letter; nothing is lost by either."""
    start = rina.newest
    rina.send_photo(b"\xff\xd8\xff" + b"\x00" * 12_000_000)
    rina.wait_for("terlalu besar", since=start, seconds=SECONDS)
    start = rina.newest
    rina.send_document("surat dokter.pdf", PROGRAM, "application/pdf")
    refusal = rina.wait_for("Mohon kirim dokumen sebagai berkas", since=start, seconds=SECONDS)
    assert "PDF, JPG, atau PNG" in refusal.text
    said(rina, "ulangi", "surat keterangan dokter")


@pytest.mark.timeout(120)
def test_a_file_from_somebody_unknown_is_not_kept(polled_office: TelegramOffice) -> None:
    stranger = polled_office.stranger("Orang Lain")
    stranger.send_document("surat.jpg", photo(), "image/jpeg")
    stranger.wait_for("belum ditautkan", seconds=SECONDS)
