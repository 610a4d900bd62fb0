"""What a letter says, as plain data. Pure: everything comes in as arguments."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from backend.approvals.models import Task
from backend.employees.models import Employee
from backend.layanan.definition import Kind, Service
from backend.layanan.facts import Facts
from backend.requests.models import Request


@dataclass(frozen=True, slots=True)
class LetterNumber:
    """How letter numbers look and count (aturan 2.13: the pattern is local, hence configuration).

    `pola` may use {kode_klasifikasi}, {nomor_urut}, {kode_unit} and {tahun}. The sequence starts
    again every year and for every unit; the year in the number keeps it unique.
    """

    kode_klasifikasi: str = "800.1"
    pola: str = "{kode_klasifikasi}/{nomor_urut}/{kode_unit}/{tahun}"

    @classmethod
    def from_config(cls, config: Mapping[str, object]) -> "LetterNumber":
        return cls(
            kode_klasifikasi=str(config.get("kode_klasifikasi", cls().kode_klasifikasi)),
            pola=str(config.get("pola_nomor_surat", cls().pola)),
        )

    def sequence(self, unit: str, year: int) -> str:
        return f"letter:{self.kode_klasifikasi}:{unit}:{year}"

    def text(self, running: int, unit: str, year: int) -> str:
        return self.pola.format(
            kode_klasifikasi=self.kode_klasifikasi, nomor_urut=running, kode_unit=unit, tahun=year
        )


def freeze(
    *,
    number: str,
    request: Request,
    service: Service,
    kind: Kind,
    employee: Employee,
    facts: Facts,
    decisions: Sequence[Task],
    now: datetime,
) -> dict[str, Any]:
    """All the letter will ever say, as JSON: later changes of people or rules do not touch it."""
    stages = {stage["key"]: stage for stage in request.stages}
    frozen = {
        "nomor": number,
        "nomor_permohonan": request.number,
        "layanan": service.name,
        "jenis": kind.name,
        "tempat": str(facts.config.get("tempat_surat", "Bandung")),
        "tanggal_permohonan": request.submitted_at.date().isoformat(),
        "waktu_permohonan": request.submitted_at.isoformat(),
        "tanggal_terbit": now.date().isoformat(),
        "mulai": request.mulai.isoformat() if request.mulai else None,
        "selesai": request.selesai.isoformat() if request.selesai else None,
        "pegawai": {
            "nama": employee.nama,
            "nip": employee.nip,
            "golongan": employee.golongan,
            "jabatan": employee.jabatan,
            "unit": employee.unit,
            "opd": employee.opd,
            "masa_kerja": masa_kerja(employee.tmt_cpns or employee.tmt_kontrak, now.date()),
        },
        "isi": dict(kind.letter_data(request.answers, facts)),
        "putusan": [_decision(task, stages.get(task.stage_key, {})) for task in decisions],
    }
    return dict(json.loads(json.dumps(frozen, default=_plain)))


def _decision(task: Task, stage: Mapping[str, Any]) -> dict[str, Any]:
    decider = task.decider or {}
    return {
        "tahap": stage.get("title", task.stage_key),
        "menetapkan": bool(stage.get("decides", True)),
        "hasil": task.outcome,
        "alasan": task.reason,
        "nama": decider.get("nama"),
        "nip": decider.get("nip", task.assignee_nip),
        "jabatan": decider.get("jabatan"),
        "atas_nama": task.on_behalf,
        "pada": task.decided_at.isoformat() if task.decided_at else None,
    }


def masa_kerja(since: date | None, until: date) -> str:
    """Service length in words: "7 tahun 8 bulan"; empty when the start is not on record."""
    if since is None or since > until:
        return ""
    months = (until.year - since.year) * 12 + until.month - since.month
    months -= until.day < since.day
    return f"{months // 12} tahun {months % 12} bulan"


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, Sequence | frozenset | set):
        return list(value)
    raise TypeError(f"a letter cannot hold {type(value).__name__}")
