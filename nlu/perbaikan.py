"""Repairs of stock Rasa 3.6.21; each has a test that fails when upstream changes under it.

What Rasa lets us configure is not here: the bounded history is a tracker store (`riwayat.py`), the
time limit of actions an endpoint (`ujung_aksi.py`).
"""

from functools import lru_cache
from typing import Any

import jsonschema
from jsonschema.protocols import Validator
from rasa.core.actions.action import RemoteAction
from rasa.shared.core.events import Event


def terapkan() -> None:
    """Apply every repair to the imported Rasa. Doing it twice is harmless."""
    validator_sekali()
    jenis_peristiwa_sekali()


def validator_sekali() -> None:
    """Check the answer of an action with a validator built once.

    Rasa checks its JSON schema against the meta-schema at every call: about 20 ms each.
    """
    RemoteAction._validate_action_result = _periksa


@lru_cache(maxsize=1)
def _validator() -> Validator:
    skema = RemoteAction.action_response_format_spec()
    kelas = jsonschema.validators.validator_for(skema)
    kelas.check_schema(skema)
    return kelas(skema)


def _periksa(self: RemoteAction, result: dict[str, Any]) -> bool:
    """Raises jsonschema.ValidationError, as the original does."""
    kesalahan = next(_validator().iter_errors(result), None)
    if kesalahan is not None:
        raise kesalahan
    return True


def jenis_peristiwa_sekali() -> None:
    """Look up the class of an event by name once.

    Rasa walks all subclasses of Event for every event it reads: a third of loading a tracker.
    """
    asli = Event.resolve_by_type
    if not hasattr(asli, "cache_info"):
        Event.resolve_by_type = lru_cache(maxsize=256)(asli)
