"""What is asked, and how: the fields of the kinds of leave."""

from datetime import MAXYEAR, date, timedelta

from backend.layanan.cuti.konfigurasi import Konfigurasi
from backend.layanan.cuti.periode import baca, satu_hari
from backend.layanan.cuti.rangkaian import rangkaian
from backend.layanan.definition import Answers, Field, FieldType, Option
from backend.layanan.facts import Facts, StatusAsn
from backend.layanan.kepegawaian.hari_kerja import hari_kerja_ke

DOKTER_PEMERINTAH = "pemerintah"
DOKTER_LAIN = "lain"
_TAHUN_TERAKHIR = MAXYEAR - 2


def batas_dokter_pemerintah(facts: Facts) -> int | None:
    """Days of sickness beyond which only a government doctor's letter counts; None: no limit."""
    pppk = facts.pegawai.status is StatusAsn.PPPK
    key = "cuti.dokter_pemerintah_hari_pppk" if pppk else "cuti.dokter_pemerintah_hari_pns"
    return Konfigurasi(facts.config).batas(key)


def perlu_dokter_pemerintah(answers: Answers, facts: Facts) -> bool:
    """The days of one sickness count together, however many requests it was filed in."""
    rentang, batas = baca(answers), batas_dokter_pemerintah(facts)
    return rentang is not None and batas is not None and rangkaian(rentang, facts).hari > batas


def _lebih_dari_sehari(answers: Answers, facts: Facts) -> bool:
    """One day of sickness ends in no form, so its address and telephone are not asked."""
    return not satu_hari(answers)


def _selesai_hari_kerja(mulai: date, jumlah: int, facts: Facts) -> date:
    """A first day at the end of all calendars stays as it is: the rules refuse it."""
    if mulai.year > _TAHUN_TERAKHIR:
        return mulai
    return hari_kerja_ke(facts.kalender, mulai, jumlah, facts.pegawai.pola_hari_kerja)


def _selesai_hari_kalender(mulai: date, jumlah: int, facts: Facts) -> date:
    if mulai.year > _TAHUN_TERAKHIR:
        return mulai
    return mulai + timedelta(days=jumlah - 1)


JENIS = Field(
    key="jenis_cuti",
    type=FieldType.PILIHAN,
    label="jenis cuti",
    question="Bapak/Ibu hendak mengajukan cuti apa?",
    help="Pilih cuti tahunan untuk keperluan pribadi, atau cuti sakit bila Bapak/Ibu sakit.",
    entity="jenis_cuti",
    options=(Option("tahunan", "Cuti tahunan"), Option("sakit", "Cuti sakit")),
    synonyms=("jenis", "macam cuti"),
)

PERIODE_TAHUNAN = Field(
    key="periode",
    type=FieldType.PERIODE,
    label="tanggal",
    question="Cuti dari tanggal berapa sampai tanggal berapa?",
    help=(
        "Tuliskan tanggal mulai dan tanggal selesai, misalnya 7-9 Desember 2026, atau tanggal "
        "mulai dan lamanya, misalnya mulai 7 Desember selama 3 hari kerja. Hari libur dan cuti "
        "bersama tidak dihitung."
    ),
    entity="periode",
    synonyms=("tanggal cuti", "periode", "waktu", "tanggal mulai", "tanggal selesai", "lama"),
    end_of=_selesai_hari_kerja,
)

PERIODE_SAKIT = Field(
    key="periode",
    type=FieldType.PERIODE,
    label="tanggal",
    question="Sakit dari tanggal berapa sampai tanggal berapa?",
    help=(
        "Tuliskan tanggal sesuai surat dokter, misalnya 24-26 November 2026, atau hari ini saja "
        "bila hanya satu hari. Tanggal yang sudah lewat boleh ditulis."
    ),
    entity="periode",
    synonyms=("tanggal sakit", "periode", "waktu", "tanggal mulai", "tanggal selesai", "lama"),
    end_of=_selesai_hari_kalender,
)

ALASAN = Field(
    key="alasan",
    type=FieldType.TEKS,
    label="alasan",
    question="Apa keperluan cuti Bapak/Ibu?",
    help="Tuliskan singkat, misalnya: acara keluarga di Garut.",
    entity="alasan",
    max_length=300,
    synonyms=("keperluan", "alasan cuti", "keterangan"),
)

KELUHAN = Field(
    key="alasan",
    type=FieldType.TEKS,
    label="keluhan",
    question="Apa keluhan atau keterangan sakit Bapak/Ibu?",
    help=(
        "Tuliskan singkat seperlunya, misalnya: demam, disarankan dokter beristirahat. Hanya "
        "pejabat yang memproses cuti yang membacanya."
    ),
    entity="alasan",
    max_length=300,
    synonyms=("alasan", "keperluan", "keterangan", "sakit apa"),
    sensitive=True,
)

ALAMAT_TAHUNAN = Field(
    key="alamat",
    type=FieldType.TEKS,
    label="alamat selama cuti",
    question="Di mana alamat Bapak/Ibu selama cuti?",
    help="Tuliskan jalan, nomor, dan kota, misalnya: Jl. Melati 5, Garut.",
    entity="alamat",
    max_length=200,
    synonyms=("alamat",),
    sensitive=True,
)

ALAMAT_SAKIT = Field(
    key="alamat",
    type=FieldType.TEKS,
    label="alamat selama cuti",
    question="Di mana alamat Bapak/Ibu selama sakit?",
    help="Tuliskan rumah atau rumah sakit tempat dirawat, misalnya: Jl. Melati 5, Garut.",
    entity="alamat",
    required=_lebih_dari_sehari,
    max_length=200,
    synonyms=("alamat",),
    sensitive=True,
)

TELEPON_TAHUNAN = Field(
    key="telepon",
    type=FieldType.TELEPON,
    label="telepon",
    question="Nomor telepon yang dapat dihubungi selama cuti?",
    help="Tuliskan nomor HP yang aktif, misalnya: 0812 3456 7890.",
    entity="telepon",
    max_length=20,
    synonyms=("nomor telepon", "hp", "nomor hp", "no hp", "nomor"),
    sensitive=True,
)

TELEPON_SAKIT = Field(
    key="telepon",
    type=FieldType.TELEPON,
    label="telepon",
    question="Nomor telepon yang dapat dihubungi selama sakit?",
    help="Tuliskan nomor HP yang aktif, boleh milik keluarga, misalnya: 0812 3456 7890.",
    entity="telepon",
    required=_lebih_dari_sehari,
    max_length=20,
    synonyms=("nomor telepon", "hp", "nomor hp", "no hp", "nomor"),
    sensitive=True,
)

ASAL_SURAT = Field(
    key="asal_surat",
    type=FieldType.PILIHAN,
    label="asal surat dokter",
    question="Surat keterangan sakitnya dari dokter pemerintah atau dokter lain?",
    help=(
        "Dokter pemerintah bekerja di fasilitas kesehatan pemerintah, misalnya puskesmas atau RSUD."
    ),
    options=(
        Option(DOKTER_PEMERINTAH, "Dokter pemerintah"),
        Option(DOKTER_LAIN, "Dokter lain"),
    ),
    required=perlu_dokter_pemerintah,
    synonyms=("dokter", "asal surat"),
)

SURAT_DOKTER = Field(
    key="surat_dokter",
    type=FieldType.DOKUMEN,
    label="surat dokter",
    question="Mohon kirimkan foto atau PDF surat keterangan dokter.",
    help=(
        "Surat harus memuat perlunya cuti dan lamanya, dari dokter yang memiliki izin praktik. "
        "Kirim sebagai foto yang terbaca jelas atau berkas PDF."
    ),
    synonyms=("surat", "dokumen", "surat sakit", "berkas"),
    sensitive=True,
)

TAHUNAN = (PERIODE_TAHUNAN, ALASAN, ALAMAT_TAHUNAN, TELEPON_TAHUNAN)
SAKIT = (PERIODE_SAKIT, KELUHAN, ASAL_SURAT, SURAT_DOKTER, ALAMAT_SAKIT, TELEPON_SAKIT)
