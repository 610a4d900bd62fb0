"""Buttons about one's own request."""

from backend.core.messages import Choice
from backend.requests import wording
from backend.requests.models import Request


def change_choices(request: Request) -> list[Choice]:
    """For the applicant of a PERUBAHAN. The version makes an old button worthless."""
    handle = f"{request.id}:{request.version}"
    return [
        Choice(label=wording.ACCEPT, payload=f"terima:{handle}"),
        Choice(label=wording.DECLINE, payload=f"tolak_ubah:{handle}"),
    ]


def mend_choices(request: Request) -> list[Choice]:
    """For the applicant of a request that was returned."""
    return [
        Choice(label=wording.MEND, payload=f"perbaiki:{request.id}"),
        withdraw_choice(request),
    ]


def withdraw_choice(request: Request) -> Choice:
    """Asks first; only `tarik:<request>:<version>` withdraws."""
    return Choice(label=wording.WITHDRAW, payload=f"tarik:{request.id}")


def confirm_withdrawal_choices(request: Request) -> list[Choice]:
    return [
        Choice(label=wording.WITHDRAW_YES, payload=f"tarik:{request.id}:{request.version}"),
        Choice(label=wording.WITHDRAW_NO, payload=f"biarkan:{request.id}"),
    ]
