"""Repairs of stock Rasa 3.6.21; each has a test that fails when upstream changes under it.

What Rasa lets us configure is not here: the bounded history is a tracker store (`riwayat.py`), the
time limit of actions an endpoint (`ujung_aksi.py`).
"""

from functools import lru_cache
from typing import Any

import jsonschema
from jsonschema.protocols import Validator
from rasa.core.actions.action import RemoteAction
from rasa.engine.exceptions import GraphRunError
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.shared.core.events import Event


def terapkan() -> None:
    """Apply every repair to the imported Rasa. Doing it twice is harmless."""
    validator_sekali()
    jenis_peristiwa_sekali()
    graf_berurut()


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


def graf_berurut() -> None:
    """Run the nodes of the model one after the other, without dask.

    Dask plans a schedule for threads at every run, three times a turn, to run some ten nodes in one
    thread: about 1 ms each time.
    """
    DaskGraphRunner.run = _jalankan


def _jalankan(
    self: DaskGraphRunner,
    inputs: dict[str, Any] | None = None,
    targets: list[str] | None = None,
) -> dict[str, Any]:
    """Outputs of the targets by name. A node's output is (name, value), as the nodes expect it."""
    hasil: dict[str, Any] = {nama: (nama, nilai) for nama, nilai in (inputs or {}).items()}
    skema = self._graph_schema.nodes

    def hitung(nama: str) -> Any:
        if nama not in hasil:
            if nama not in skema:
                return nama  # an input nobody gave: the node itself says what it misses
            kebutuhan = [hitung(induk) for induk in skema[nama].needs.values()]
            hasil[nama] = self._instantiated_nodes[nama](*kebutuhan)
        return hasil[nama]

    try:
        return dict(hitung(tujuan) for tujuan in targets or self._graph_schema.target_names)
    except RuntimeError as sebab:
        raise GraphRunError("Error running runner.") from sebab
