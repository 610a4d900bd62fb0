"""From a frozen letter to its PDF. The same letter always gives the same bytes."""

import io
import json
from datetime import datetime
from pathlib import Path
from typing import Any

import segno
import typst

TEMPLATES = Path(__file__).parent


def render(template: str, data: dict[str, Any], *, verify_url: str, issued_at: datetime) -> bytes:
    """PDF of `data` set by `<template>.typ`. Blocks for about a tenth of a second of CPU.

    Everything a person typed reaches typst as JSON in `sys.inputs` and never as source text.
    Raises typst.TypstError when the template and the data do not fit.
    """
    if not template.isidentifier():
        raise ValueError(f"no template {template!r}")
    return typst.compile(
        TEMPLATES / f"{template}.typ",
        root=TEMPLATES,
        ignore_system_fonts=True,
        format="pdf",
        timestamp=int(issued_at.timestamp()),
        sys_inputs={
            "surat": json.dumps(data, ensure_ascii=False),
            "alamat-verifikasi": verify_url,
            "kode-qr": _qr_svg(verify_url),
        },
    )


def _qr_svg(text: str) -> str:
    buffer = io.BytesIO()
    segno.make(text, error="m", micro=False).save(buffer, kind="svg", border=0, scale=4)
    return buffer.getvalue().decode()
