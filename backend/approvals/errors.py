"""Refusals of routing."""

from backend.core.errors import Conflict


class Unroutable(Conflict):
    """Nobody may act for a role: nothing is filed or moved on, and the office is alarmed."""

    code = "tidak_ada_pemutus"
