"""Sick leave, with its document."""

from io import BytesIO

from PIL import Image

from tests.conversations.conftest import Talk, number_in, words


def photo() -> bytes:
    page = BytesIO()
    Image.new("RGB", (600, 800), "white").save(page, "PNG")
    return page.getvalue()


def test_two_days_of_sickness_need_the_doctors_letter(talk: Talk) -> None:
    ujang = talk("ujang")
    ujang.say("saya sakit, mau cuti sakit dari tanggal 25 sampai 26 november")
    if "keluhan" in ujang.last.text:
        ujang.say("demam tinggi sejak kemarin")
    assert "surat keterangan dokter" in ujang.last.text
    answer = words(ujang.say("belum ada suratnya"))
    assert "surat keterangan dokter" in answer
    assert "alamat" in words(ujang.attach("surat.png", photo(), "image/png"))
    ujang.say("Jl. Cimanuk 3 Garut")
    summary = words(ujang.say("081298765432"))
    assert "25–26 November 2026" in summary
    assert number_in(ujang.say("ya, ajukan"))


def test_one_day_of_sickness_is_a_notice_that_needs_no_decision(talk: Talk) -> None:
    mamat = talk("gurupns")
    mamat.say("izin hari ini saya sakit, cuti sakit sehari")
    for _ in range(3):
        if "keluhan" in mamat.last.text:
            mamat.say("demam")
        elif "surat keterangan dokter" in mamat.last.text:
            mamat.attach("surat.png", photo(), "image/png")
    assert "25 November 2026" in mamat.last.text
    assert number_in(mamat.say("ya"))


def test_a_program_that_calls_itself_a_letter_is_refused(talk: Talk) -> None:
    imas = talk("karu")
    imas.say("saya mau cuti sakit 25-26 november karena demam")
    program = b"MZ\x90\x00" + b"\x00" * 400
    assert "tidak dapat" in words(imas.attach("surat.pdf", program, "application/pdf"))


def test_a_file_that_nobody_waits_for_is_answered_politely(talk: Talk) -> None:
    answer = words(talk("kepsek").attach("foto.png", photo(), "image/png"))
    assert "tidak ada permohonan yang menunggu berkas" in answer
