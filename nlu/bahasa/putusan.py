"""An approver's explicit decision in words, and the reason he gives with it.

Only a plain decision counts: a question ("sudah disetujui belum?"), a wish ("semoga disetujui"),
a condition or a polite "oke" is none. What counts here still goes through the backend's checks.
"""

import re

from nlu.bahasa.temuan import Temuan

_SETUJU = (
    r"(?:(?:di|me)?(?:setuju|nyetujui)(?:i|kan)?|(?:di ?)?acc|(?:di)?approved?|(?:di)?kabulkan)"
)
_TOLAK = r"(?:(?:di|me)?(?:tolak|nolak)|tolak(?:an)?|reject(?:ed)?)"
_TANGGUH = (
    r"(?:(?:di|me)?(?:tangguh|nangguh)(?:kan|keun)?|(?:di|me)?(?:tunda|nunda)(?:kan)?|pending)"
)
_TIDAK = r"(?:tidak|tak|tdk|gak?|ngg?ak?|enggak|bukan|belum|blm|jangan|jgn|teu|henteu|ulah)"
_KATA = (
    ("tolak", re.compile(rf"\b(?:tidak|tak|tdk|gak?|ngg?ak?|enggak|teu|henteu|kurang)"
                         rf"(?: (?:bisa|dapat|akan|boleh|usah|saya|kami))? {_SETUJU}\b")),
    ("tolak", re.compile(rf"\b{_TOLAK}\b")),
    ("tangguhkan", re.compile(rf"\b{_TANGGUH}\b")),
    ("setuju", re.compile(rf"\b{_SETUJU}\b")),
)  # fmt: skip
_DISANGKAL = re.compile(rf"\b{_TIDAK}(?: \w+)? $")
_BUKAN_PUTUSAN = re.compile(
    r"\?|\b(?:apakah|apa|kapan|kenapa|mengapa|knp|siapa|mana|gimana|bagaimana|kok|sudah|sdh|udah|udh|"
    r"semoga|mudah-mudahan|mohon|mhn|tolong|minta|harap|agar|supaya|spy|kalau|kalo|klo|jika|bila|"
    r"apabila|seandainya|menunggu|nunggu|belum|blm|yang|yg|atau|gmn|bgmn|naha|kumaha|iraha|"
    r"status|riwayat|cara|syarat|pernah|alasan (?:di)?tolak)\b"
)
_NOMOR = re.compile(r"\b[a-z]{2,12}-\d{4}-\d+\b", re.IGNORECASE)
_PEMICU = re.compile(
    r"\b(?:karena|karna|krn|krna|sebab|soalnya|lantaran|alasan(?:nya)?|kusabab)\b[\s:=,]*"
    r"|\bdengan alasan\b[\s:]*",
    re.IGNORECASE,
)
_OBJEK = re.compile(
    r"^(?:[\s,.:;–—-]|\b(?:saja|dulu|dahulu|ya|pak|bu|permohonan|pengajuan|permintaan|usulan|cuti|nomor|no|"
    r"ini|itu|tersebut|nya|dari|maaf|mohon maaf)\b)+",
    re.IGNORECASE,
)


def putusan(datar: str) -> Temuan | None:
    """`datar` is the sentence in lower case; value setuju, tolak or tangguhkan."""
    sebelum_alasan = datar[: _awal_alasan(datar)]
    temuan = list(_temuan(sebelum_alasan))
    if not temuan or len({t.value for t in temuan}) > 1:
        return None
    if _BUKAN_PUTUSAN.search(_NOMOR.sub(" ", sebelum_alasan)) or datar.rstrip().endswith("?"):
        return None
    return temuan[0]


def _awal_alasan(datar: str) -> int:
    """A reason may hold any word; the decision stands before it."""
    pemicu = _PEMICU.search(datar)
    return pemicu.start() if pemicu else len(datar)


def _temuan(datar: str) -> list[Temuan]:
    hasil: list[Temuan] = []
    for nilai, pola in _KATA:
        for cocok in pola.finditer(datar):
            if any(t.start <= cocok.start() < t.end for t in hasil):
                continue
            disangkal = _DISANGKAL.search(datar[: cocok.start()])
            ragu = nilai + "?" if disangkal else nilai
            hasil.append(Temuan("putusan", ragu, cocok.start(), cocok.end()))
    if any(str(t.value).endswith("?") for t in hasil):
        return []
    return hasil


def alasan_putusan(teks: str, keputusan: Temuan) -> Temuan | None:
    """The reason given with a refusal or a postponement: "tolak, sedang audit"."""
    if keputusan.value == "setuju":
        return None
    pemicu = _PEMICU.search(teks, keputusan.end)
    if pemicu:
        return _bersih(teks, pemicu.end())
    awal = keputusan.end
    nomor = _NOMOR.search(teks, awal)
    if nomor:
        awal = nomor.end()
    koma = re.compile(r"[,:;\n]|\s[-–—]\s").search(teks, awal)
    ekor = _bersih(teks, koma.end() if koma else awal)
    return ekor if koma or ekor is None or not _hanya_objek(teks[awal : ekor.end]) else None


def _hanya_objek(ekor: str) -> bool:
    """ "tolak cuti rina" names whose request it is, not why."""
    lepas = re.match(
        r"\s*(?:permohonan|pengajuan|permintaan|usulan|cuti|punya|si|pak|bu)\b", ekor, re.IGNORECASE
    )
    waktu = re.match(r"\s*(?:sampai|hingga|ke|dulu|saja|ya|semua)\b", ekor, re.IGNORECASE)
    return bool(lepas or waktu)


def _bersih(teks: str, awal: int) -> Temuan | None:
    depan = _OBJEK.match(teks[awal:])
    awal += depan.end() if depan else 0
    isi = teks[awal:].rstrip(" .,;!\n")
    isi = re.sub(r"[\s,]+(?:terima ?kasih|makasih|nuhun|trims)$", "", isi, flags=re.IGNORECASE)
    if len(isi) < 4:
        return None
    return Temuan("alasan", isi, awal, awal + len(isi))
