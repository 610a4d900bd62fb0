"""Plans that read: what a service asks for, what the own record says."""

from actions.steps import Call, Step
from actions.turn import Turn

# The one intent that does not end in the code of its service.
SERVICE_OF = {"angka_kredit": "fungsional"}


def requirements(turn: Turn) -> Step:
    return Call("GET", f"/v1/services/{turn.service}/requirements")


def record(turn: Turn) -> Step:
    service = SERVICE_OF.get(turn.intent or "", turn.service)
    return Call("GET", f"/v1/services/{service}/record")


def me(turn: Turn) -> Step:
    """My data; to an account without a person the backend explains how to link it."""
    return Call("GET", "/v1/me")
