"""What is still missing before a decision in the making can be taken: pure."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from backend.layanan.definition import Outcome


class Step(StrEnum):
    PERIODE = "periode"
    ALASAN = "alasan"
    KONFIRMASI = "konfirmasi"


def next_step(
    outcome: Outcome, reason: str | None, terms: Mapping[str, Any] | None, confirmed: bool
) -> Step | None:
    """None: it can be decided.

    A bare word is confirmed before anything is asked; a change is confirmed at its end, when all of
    it is known.
    """
    changes = outcome is Outcome.PERUBAHAN
    if not confirmed and not changes:
        return Step.KONFIRMASI
    if changes and not terms:
        return Step.PERIODE
    if outcome is not Outcome.DISETUJUI and not reason:
        return Step.ALASAN
    return None if confirmed else Step.KONFIRMASI
