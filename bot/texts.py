"""Every sentence the bot itself says. All other texts come from the backend or from Rasa."""

OUTAGE = (
    "Mohon maaf, sistem kepegawaian sedang tidak dapat dihubungi. Pesan Bapak/Ibu sudah kami"
    " simpan dan akan kami proses begitu sistem pulih."
)
GIVEN_UP = (
    "Mohon maaf, pesan Bapak/Ibu yang tadi kami simpan belum berhasil diproses. Silakan kirim"
    " sekali lagi. Bila masih gagal, hubungi pengelola kepegawaian di unit Bapak/Ibu."
)
NO_ANSWER = (
    "Mohon maaf, pesan Bapak/Ibu belum dapat kami proses. Silakan kirim sekali lagi, atau ketik"
    " *bantuan* untuk melihat yang dapat kami bantu."
)
TOO_FAST = (
    "Pesan Bapak/Ibu datang terlalu cepat, sehingga sebagian tidak kami baca. Mohon tunggu satu"
    " menit, lalu kirim kembali pesan yang belum terjawab."
)
TOO_LONG = (
    "Pesan Bapak/Ibu terlalu panjang. Mohon dipersingkat menjadi paling banyak 2.000 huruf, atau"
    " dikirim dalam beberapa pesan."
)
NO_WORDS = (
    "Mohon maaf, kami hanya dapat membaca tulisan. Silakan tuliskan keperluan Bapak/Ibu, atau ketik"
    " *bantuan* untuk melihat contohnya."
)
UNKNOWN_BUTTON = (
    "Tombol ini tidak dapat digunakan di percakapan ini. Silakan gunakan tombol pada pesan terbaru,"
    " atau tuliskan keperluan Bapak/Ibu."
)
UNSUPPORTED = (
    "Mohon maaf, jenis pesan ini belum dapat kami baca. Silakan tuliskan keperluan Bapak/Ibu, atau"
    " kirim berkas berupa foto atau PDF."
)
EDITED = (
    "Perubahan pada pesan yang sudah terkirim tidak kami baca. Silakan kirim pesan baru yang benar."
)
PRIVATE_ONLY = (
    "SAPA ASN hanya melayani percakapan pribadi. Silakan hubungi kami langsung, di luar grup."
)
FOREIGN_CONTACT = (
    "Kontak yang dikirim bukan nomor Bapak/Ibu sendiri, sehingga tidak dapat kami gunakan. Silakan"
    " bagikan nomor Bapak/Ibu melalui lampiran Kontak di percakapan ini."
)
FILE_NOT_STORED = (
    "Mohon maaf, berkas Bapak/Ibu belum dapat kami simpan karena sistem kepegawaian sedang tidak"
    " dapat dihubungi. Silakan kirim kembali beberapa saat lagi."
)
FILE_NOT_FETCHED = (
    "Mohon maaf, berkas Bapak/Ibu tidak dapat kami unduh dari Telegram. Silakan kirim kembali."
)
EMPTY_FILE = "Berkas yang Bapak/Ibu kirim kosong. Silakan pilih berkas lain, lalu kirim kembali."


def file_too_big(max_bytes: int) -> str:
    size = max_bytes // 1_000_000
    return (
        f"Berkas Bapak/Ibu terlalu besar. Ukuran paling besar {size} MB. Silakan perkecil"
        " berkasnya, lalu kirim kembali."
    )


# Refusals of the web chat's HTTP doors.
SIGN_IN_AGAIN = "Sesi Bapak/Ibu sudah berakhir atau tidak dikenali. Silakan masuk kembali."
DEMO_ONLY = (
    "Masuk tanpa pembuktian hanya tersedia di sistem peragaan. Silakan gunakan SAPA ASN melalui"
    " Telegram dengan tautan undangan dari pengelola kepegawaian."
)
TOO_MANY_WINDOWS = (
    "Obrolan ini sudah terbuka di terlalu banyak jendela. Silakan tutup sebagian, lalu muat ulang"
    " halaman ini."
)
LINK_EXPIRED = "Tautan berkas ini sudah tidak berlaku. Silakan buka kembali dari percakapan."
FILE_NOT_FOUND = "Berkas tidak ditemukan. Silakan minta kembali melalui percakapan."
BODY_TOO_BIG = "Kiriman terlalu besar. Silakan perkecil, lalu kirim kembali."
BODY_UNREADABLE = "Kiriman tidak dapat dibaca. Silakan periksa isinya, lalu kirim kembali."
TRY_LATER = "Mohon maaf, sistem sedang tidak dapat dihubungi. Silakan coba beberapa saat lagi."
NOT_FOUND = "Halaman atau alamat ini tidak ditemukan."
NOT_ALLOWED = "Akses ditolak."
