"""e-Cuti: leave of ASN. Kinds of this edition: annual leave and sick leave."""

from backend.layanan.cuti import (
    catatan,
    formulir,
    isian,
    keterangan,
    konfigurasi,
    pembukaan,
    pencatatan,
    ringkasan,
    syarat_sakit,
    syarat_tahunan,
    tahapan,
    wewenang,
)
from backend.layanan.definition import Kind, Role, Service

TAHUNAN = Kind(
    code="tahunan",
    name="Cuti tahunan",
    basis="PP 11/2017 Pasal 311–315; PP 49/2018; Peraturan BKN 24/2017 jo. 7/2021 dan 7/2022",
    fields=isian.TAHUNAN,
    stages=tahapan.tahunan,
    check=syarat_tahunan.check,
    summarise=ringkasan.tahunan,
    letter="formulir_cuti",
    letter_data=formulir.tahunan,
    requirements=keterangan.SYARAT_TAHUNAN,
    postings=pencatatan.postings,
    change_field="periode",
)

SAKIT = Kind(
    code="sakit",
    name="Cuti sakit",
    basis="PP 11/2017 Pasal 319–324; PP 49/2018; Peraturan BKN 24/2017 jo. 7/2021 dan 7/2022",
    fields=isian.SAKIT,
    stages=tahapan.sakit,
    check=syarat_sakit.check,
    summarise=ringkasan.sakit,
    letter="formulir_cuti",
    letter_data=formulir.sakit,
    requirements=keterangan.SYARAT_SAKIT,
    notify_roles=(Role.ATASAN_LANGSUNG,),
    change_field="periode",
)

CUTI = Service(
    code="cuti",
    name="e-Cuti",
    number_prefix="CUTI",
    kind_field=isian.JENIS,
    kinds=(TAHUNAN, SAKIT),
    competent=wewenang.competent,
    record=catatan.record,
    config=konfigurasi.BAWAAN,
    opening_postings=pembukaan.opening_postings,
    due_postings=pencatatan.due_postings,
    unavailable_kinds=keterangan.JENIS_LAIN,
)
