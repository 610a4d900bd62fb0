"""What is told about the kinds of leave: requirements, and kinds that cannot be filed here."""

SYARAT_TAHUNAN = (
    "*Cuti tahunan* diberikan kepada PNS, CPNS, dan PPPK yang sudah bekerja paling singkat satu "
    "tahun terus-menerus, 12 hari kerja setahun. Hari libur dan cuti bersama tidak dihitung.\n"
    "Yang perlu disiapkan: tanggal, keperluan, alamat selama cuti, dan nomor telepon. Tidak perlu "
    "dokumen lain; formulir dibuat otomatis.\n"
    "Atasan langsung memberi pertimbangan, lalu pejabat yang berwenang memutuskan, masing-masing "
    "paling lama 2 hari kerja.\n"
    "Dasar: PP 11/2017 Pasal 311–315, PP 49/2018, Peraturan BKN 24/2017 jo. 7/2021 dan 7/2022."
)

SYARAT_SAKIT = (
    "*Cuti sakit* tidak mengurangi cuti tahunan dan boleh diajukan paling lambat 14 hari sesudah "
    "hari pertama sakit.\n"
    "Yang perlu disiapkan: tanggal, keluhan, dan surat keterangan dokter (foto atau PDF). Sakit "
    "satu hari cukup diberitahukan kepada atasan; lebih dari satu hari diputus pejabat yang "
    "berwenang.\n"
    "PNS paling lama 1 tahun. PPPK paling lama 1 bulan, dan lebih dari 14 hari memerlukan surat "
    "dokter pemerintah.\n"
    "Dasar: PP 11/2017 Pasal 319–324, PP 49/2018, Peraturan BKN 24/2017 jo. 7/2021 dan 7/2022."
)

_BELUM = (
    "{jenis} belum dapat diajukan lewat SAPA ASN. Hubungi pengelola kepegawaian di unit Bapak/Ibu "
    "untuk mengajukannya. Di sini Bapak/Ibu dapat mengajukan cuti tahunan dan cuti sakit."
)

JENIS_LAIN = {
    "besar": _BELUM.format(jenis="Cuti besar"),
    "melahirkan": _BELUM.format(jenis="Cuti melahirkan"),
    "alasan_penting": _BELUM.format(jenis="Cuti karena alasan penting"),
    "luar_tanggungan": _BELUM.format(jenis="Cuti di luar tanggungan negara"),
}
