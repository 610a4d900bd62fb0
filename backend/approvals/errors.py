"""Errors of approvals: nothing may be committed when one is raised."""

from backend.approvals.wording import CHANGED_MEANWHILE
from backend.core.errors import Conflict


class Unroutable(Conflict):
    """Nobody may act for a role: nothing is filed or moved on, and the office is alarmed."""

    code = "tidak_ada_pemutus"


class DecidedMeanwhile(Conflict):
    """Somebody else was quicker in the same moment."""

    code = "sudah_diputus"

    def __init__(self) -> None:
        super().__init__(CHANGED_MEANWHILE)
