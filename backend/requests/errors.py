"""Errors of requests: nothing may be committed when one is raised."""

from backend.core.errors import Conflict
from backend.requests.wording import NOT_COVERED


class NotCovered(Conflict):
    """The ledger cannot pay for the request as it stands."""

    code = "hak_tidak_cukup"

    def __init__(self) -> None:
        super().__init__(NOT_COVERED)
