"""A tiny service of its own, so that the form is tested without the law of any real one."""

from datetime import date, timedelta

from backend.layanan.definition import (
    Answers,
    Field,
    FieldType,
    Kind,
    Option,
    Outcome,
    Record,
    Role,
    Service,
    Stage,
    Summary,
    Violation,
)
from backend.layanan.facts import Facts, JenisJabatan, Pegawai, StatusAsn
from backend.layanan.kepegawaian.hari_kerja import Calendar, hari_kerja_ke

TODAY = date(2026, 11, 25)
FACTS = Facts(
    pegawai=Pegawai(
        nip="199302182019032001",
        nama="Rina Marlina",
        jenis_kelamin="P",
        tanggal_lahir=date(1993, 2, 18),
        status=StatusAsn.PNS,
        golongan="III/b",
        jenis_jabatan=JenisJabatan.PELAKSANA,
        jenjang="",
        jabatan="Pranata",
        opd="Dinas",
        unit="Bidang",
        pola_hari_kerja=5,
    ),
    today=TODAY,
    kalender=Calendar(),
)

JENIS = Field(
    key="jenis",
    type=FieldType.PILIHAN,
    label="jenis izin",
    question="Izin apa?",
    help="Pilih salah satu.",
    entity="jenis_izin",
    options=(Option("dinas", "Izin dinas"), Option("belajar", "Izin belajar")),
)
KAPAN = Field(
    key="kapan",
    type=FieldType.PERIODE,
    label="tanggal",
    question="Dari kapan sampai kapan?",
    help="Misalnya 7-9 Desember 2026.",
    entity="periode",
    synonyms=("waktu",),
    end_of=lambda mulai, hari, facts: hari_kerja_ke(
        facts.kalender, mulai, hari, facts.pegawai.pola_hari_kerja
    ),
)
ALASAN = Field(
    key="alasan",
    type=FieldType.TEKS,
    label="alasan",
    question="Apa keperluannya?",
    help="Tuliskan singkat.",
    entity="alasan",
    max_length=60,
    synonyms=("keperluan",),
)
TELEPON = Field(
    key="telepon",
    type=FieldType.TELEPON,
    label="telepon",
    question="Nomor telepon?",
    help="Misalnya 0812 3456 7890.",
    entity="telepon",
    synonyms=("hp",),
)
SURAT = Field(
    key="surat",
    type=FieldType.DOKUMEN,
    label="surat",
    question="Kirimkan suratnya.",
    help="Foto atau PDF.",
)


def check(answers: Answers, facts: Facts) -> tuple[Violation, ...]:
    value = answers.get("kapan")
    if not isinstance(value, dict) or not value.get("mulai") or not value.get("selesai"):
        return ()
    start, end = (date.fromisoformat(str(value[key])) for key in ("mulai", "selesai"))
    found = []
    if end < start:
        found.append(Violation("terbalik", "Tanggal selesai sebelum mulai.", "Pasal 1", "kapan"))
    if end - start > timedelta(days=10):
        found.append(Violation("terlalu_lama", "Paling lama 10 hari.", "Pasal 2", "kapan"))
    return tuple(found)


def never(answers: Answers, facts: Facts) -> tuple[Violation, ...]:
    return (Violation("tertutup", "Tidak untuk Bapak/Ibu.", "Pasal 3"),)


def stages(answers: Answers, facts: Facts) -> tuple[Stage, ...]:
    return (
        Stage("atasan", Role.ATASAN_LANGSUNG, "Keputusan", frozenset(Outcome), 2, decides=True),
    )


def summarise(answers: Answers, facts: Facts) -> Summary:
    return Summary("Izin", (), {})


def kind(code: str, name: str, fields: tuple[Field, ...], checking=check) -> Kind:
    return Kind(
        code=code,
        name=name,
        basis="Pasal 1",
        fields=fields,
        stages=stages,
        check=checking,
        summarise=summarise,
        letter=None,
        letter_data=lambda answers, facts: {},
        requirements="",
    )


IZIN = Service(
    code="izin",
    name="e-Izin",
    number_prefix="IZIN",
    kind_field=JENIS,
    kinds=(
        kind("dinas", "Izin dinas", (KAPAN, ALASAN, TELEPON)),
        kind("belajar", "Izin belajar", (KAPAN, SURAT)),
    ),
    competent=lambda jenis, answers, facts: Role.KEPALA_OPD,
    record=lambda facts: Record("", {}),
    unavailable_kinds={"luar_negeri": "Izin luar negeri belum dapat diajukan di sini."},
)
TERTUTUP = Service(
    code="tertutup",
    name="e-Tertutup",
    number_prefix="TTP",
    kind_field=JENIS,
    kinds=(kind("dinas", "Izin dinas", (KAPAN,), never), *IZIN.kinds[1:]),
    competent=IZIN.competent,
    record=IZIN.record,
)
