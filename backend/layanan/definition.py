"""The vocabulary in which a service (layanan) is defined: frozen values plus pure functions.

Everything generic (drafts, requests, approvals, letters, the conversation) is driven by these
values; whoever adds a service writes only such values, its rules and its letter.
"""

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from backend.layanan.facts import Facts, Posting

Answers = Mapping[str, object]
"""Answers by field key. Values are JSON: str, int, bool; a PERIODE is
{"mulai": iso, "selesai": iso}; a DOKUMEN is a list of document ids."""


class FieldType(StrEnum):
    """Kinds of answers; the value is what the conversation waits for (`Awaiting.isian`)."""

    PILIHAN = "pilihan"
    PERIODE = "tanggal"
    TEKS = "teks"
    TELEPON = "telepon"
    DOKUMEN = "dokumen"


@dataclass(frozen=True, slots=True)
class Option:
    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Violation:
    """A refusal as data. `message` is the whole Indonesian sentence for the user and says what to
    do instead; `basis` cites the article; `field` is where the user can mend it (None: nowhere)."""

    code: str
    message: str
    basis: str
    field: str | None = None
    numbers: Mapping[str, object] = dataclasses.field(default_factory=dict)


def _always(answers: Answers, facts: Facts) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Field:
    """One thing to ask. `entity` is the NLU entity that may fill it from any sentence; `label` is
    how the summary and a correction name it ("tanggal", "alasan"), `synonyms` further names."""

    key: str
    type: FieldType
    label: str
    question: str
    help: str
    entity: str | None = None
    options: tuple[Option, ...] = ()
    options_for: Callable[[Answers, Facts], tuple[Option, ...]] | None = None
    required: Callable[[Answers, Facts], bool] = _always
    max_length: int = 500
    synonyms: tuple[str, ...] = ()
    sensitive: bool = False
    end_of: Callable[[date, int, Facts], date] | None = None
    """For a PERIODE: the last day when only the first day and a number of days were said. The
    service knows whether those are working days or calendar days."""


class Role(StrEnum):
    """Whom a stage belongs to; `approvals/routing.py` resolves it to a person."""

    ATASAN_LANGSUNG = "atasan_langsung"
    PEJABAT_BERWENANG = "pejabat_berwenang"
    PENGELOLA_KEPEGAWAIAN = "pengelola_kepegawaian"
    KEPALA_OPD = "kepala_opd"
    KEPALA_CABANG = "kepala_cabang"
    VERIFIKATOR_BKD = "verifikator_bkd"
    KEPALA_BKD = "kepala_bkd"
    SEKDA = "sekda"
    PPK = "ppk"


class Outcome(StrEnum):
    """The outcomes of aturan 2.12, plus the return of incomplete files."""

    DISETUJUI = "disetujui"
    PERUBAHAN = "perubahan"
    DITANGGUHKAN = "ditangguhkan"
    TIDAK_DISETUJUI = "tidak_disetujui"
    PERBAIKAN = "perbaikan"


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of the approval. `decides` False means an opinion (pertimbangan): it is recorded
    and shown to the next stage, which alone has the legal effect."""

    key: str
    role: Role
    title: str
    outcomes: frozenset[Outcome]
    working_days: int
    decides: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a summary: "Tanggal": "7 s.d. 9 Desember 2026"."""

    label: str
    value: str
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """What the person confirms. `title` heads it; `numbers` are the computed values by name, kept
    with the request ({"hari_kerja": 3, ...}); `mulai`/`selesai` the occupied span, if any."""

    title: str
    lines: tuple[Line, ...]
    numbers: Mapping[str, object]
    mulai: date | None = None
    selesai: date | None = None


class LedgerEvent(StrEnum):
    """When the machinery asks a service for ledger entries."""

    DIAJUKAN = "diajukan"
    DISETUJUI = "disetujui"
    DILEPAS = "dilepas"  # refused, withdrawn, returned
    DITANGGUHKAN = "ditangguhkan"
    DIHITUNG_ULANG = "dihitung_ulang"  # days off were added in its span


@dataclass(frozen=True, slots=True)
class Record:
    """What a person's own record says, in words ("Sisa cuti ...") and numbers."""

    text: str
    numbers: Mapping[str, object]


def _no_postings(
    event: LedgerEvent, answers: Answers, facts: Facts, request_id: str
) -> tuple[Posting, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind (jenis) of a service.

    `stages` may depend on the answers (one day of sickness needs no decision). An empty tuple means
    the request is a notice: it is recorded, told to `notify_roles`, and needs no decision.
    `letter` names the template of `documents/letters/`; `letter_data` fills the service's part with
    JSON values, from facts whose ledger already holds the request's own entries. A letter ends a
    decision: a request without stages has none.
    `check` silences every rule whose fields are still missing, so it may be called after each
    answer; called with no answers at all it gives the refusals that hold before any question.
    `postings` raises ValueError when a request cannot be paid for: check under the same lock first.
    """

    code: str
    name: str
    basis: str
    fields: tuple[Field, ...]
    stages: Callable[[Answers, Facts], tuple[Stage, ...]]
    check: Callable[[Answers, Facts], tuple[Violation, ...]]
    summarise: Callable[[Answers, Facts], Summary]
    letter: str | None
    letter_data: Callable[[Answers, Facts], Mapping[str, object]]
    requirements: str
    postings: Callable[[LedgerEvent, Answers, Facts, str], tuple[Posting, ...]] = _no_postings
    notify_roles: tuple[Role, ...] = (Role.ATASAN_LANGSUNG,)
    change_field: str | None = None
    """The field an approver may change (outcome PERUBAHAN), or None when nothing can be."""


@dataclass(frozen=True, slots=True)
class Service:
    """One of the services. `number_prefix` begins its request numbers (CUTI-2026-000123).

    `kind_field` asks which kind; `competent` resolves Role.PEJABAT_BERWENANG for this service to a
    further role by the decision matrix; `record` answers "what does my record say".
    `unavailable_kinds` are kinds of the law that cannot be filed here: code -> what to say instead.
    """

    code: str
    name: str
    number_prefix: str
    kind_field: Field
    kinds: tuple[Kind, ...]
    competent: Callable[[str, Answers, Facts], Role]
    record: Callable[[Facts], Record]
    config: Mapping[str, object] = dataclasses.field(default_factory=dict)
    opening_postings: Callable[[Facts, Mapping[str, object]], tuple[Posting, ...]] | None = None
    """Ledger entries to book when a personnel record is imported: (facts, raw import row). Raises
    ValueError with an Indonesian sentence when the row contradicts the rules."""
    due_postings: Callable[[Facts], tuple[Posting, ...]] | None = None
    """Entries the law has caused by `facts.today` and that are not booked yet (a new year's right,
    what lapsed). Rules add them by themselves; booking them early only makes them visible."""
    unavailable_kinds: Mapping[str, str] = dataclasses.field(default_factory=dict)

    def kind(self, code: object) -> Kind | None:
        return next((kind for kind in self.kinds if kind.code == code), None)
