"""The plain facts a rule may look at. Gathered by the use cases, never by the rules themselves."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Protocol


class StatusAsn(StrEnum):
    CPNS = "CPNS"
    PNS = "PNS"
    PPPK = "PPPK"


class JenisJabatan(StrEnum):
    JPT = "jpt"
    ADMINISTRATOR = "administrator"
    PENGAWAS = "pengawas"
    FUNGSIONAL = "jf"
    PELAKSANA = "pelaksana"


@dataclass(frozen=True, slots=True)
class Pegawai:
    """A person's personnel record as the rules need it (aturan 1.6)."""

    nip: str
    nama: str
    jenis_kelamin: str
    tanggal_lahir: date
    status: StatusAsn
    golongan: str
    jenis_jabatan: JenisJabatan
    jenjang: str
    jabatan: str
    opd: str
    unit: str
    pola_hari_kerja: int
    tmt_cpns: date | None = None
    tmt_pns: date | None = None
    tmt_kontrak: date | None = None
    akhir_kontrak: date | None = None
    atasan_nip: str | None = None
    peran: frozenset[str] = frozenset()


class JenisLibur(StrEnum):
    LIBUR_NASIONAL = "libur_nasional"
    CUTI_BERSAMA = "cuti_bersama"
    LIBUR_DAERAH = "libur_daerah"


@dataclass(frozen=True, slots=True)
class Libur:
    """A day on which the state does not work, other than the weekend."""

    jenis: JenisLibur
    nama: str


class Kalender(Protocol):
    """Working days as decided by the state; see `kepegawaian/hari_kerja.py`."""

    def libur(self, day: date) -> Libur | None:
        """The holiday or joint leave of that day, if it is one."""
        ...

    def is_working_day(self, day: date, pola: int) -> bool:
        """Whether a person with a 5- or 6-day week works on that day."""
        ...


@dataclass(frozen=True, slots=True)
class Posting:
    """One ledger entry of an entitlement, in whole days; a balance is the sum of its entries.

    `account` names the right ("cuti_tahunan"), `bucket` the year whose right it is, `kind` why.
    Positive adds to what is available, negative takes from it.
    """

    account: str
    bucket: int
    days: int
    kind: str
    effective: date
    request_id: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class ActiveRequest:
    """Another request of the same person that is open or granted, as far as rules care."""

    request_id: str
    number: str
    layanan: str
    jenis: str
    status: str
    mulai: date | None = None
    selesai: date | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything `check`, `summarise`, `postings` and `record` may know.

    `config` holds the effective values of the rules tagged A or M, by key.
    """

    pegawai: Pegawai
    today: date
    kalender: Kalender
    ledger: tuple[Posting, ...] = ()
    requests: tuple[ActiveRequest, ...] = ()
    config: Mapping[str, object] = field(default_factory=dict)
    filed_on: date | None = None
    """The day on which the request in hand was first filed; None: it is being filed today."""

    @property
    def filing_day(self) -> date:
        """The day that counts where a rule sets a time within which to file."""
        return self.filed_on or self.today

    def without(self, request_id: str) -> "Facts":
        """The facts as if a request had never been: to check new terms for that same request."""
        return replace(
            self,
            ledger=tuple(entry for entry in self.ledger if entry.request_id != request_id),
            requests=tuple(other for other in self.requests if other.request_id != request_id),
        )
