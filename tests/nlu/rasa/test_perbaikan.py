"""Each repair of stock Rasa: that upstream still needs it, and that it does what it says."""

import inspect

import jsonschema
import pytest
import rasa
from rasa.core.actions.action import RemoteAction
from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage
from rasa.engine.constants import PLACEHOLDER_MESSAGE, PLACEHOLDER_TRACKER
from rasa.engine.exceptions import GraphRunError
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.shared.core.events import Event, SlotSet, UserUttered, deserialise_events
from rasa.shared.core.trackers import DialogueStateTracker

from nlu import perbaikan

from .conftest import ASLI

BAIK = {"events": [{"event": "slot", "name": "isian", "value": "teks", "timestamp": None}],
        "responses": [{"custom": {"text": "a"}}]}  # fmt: skip


def test_the_repairs_are_for_exactly_this_rasa() -> None:
    assert rasa.__version__ == "3.6.21"


def test_upstream_still_calls_the_validator_by_its_name_and_only_there() -> None:
    sumber = inspect.getsource(RemoteAction)
    assert sumber.count("self._validate_action_result(response)") == 1
    assert "validate(result, self.action_response_format_spec())" in sumber


def test_the_validator_is_built_once_and_used_by_remote_actions() -> None:
    aksi = RemoteAction("action_apa_saja", None)
    assert aksi._validate_action_result(BAIK) is True
    assert perbaikan._validator() is perbaikan._validator()
    assert RemoteAction._validate_action_result is perbaikan._periksa


@pytest.mark.parametrize(
    "hasil",
    [
        [],
        {"events": {}},
        {"events": [{"event": "slot"}]},
        {"events": [{"event": "tidak_ada"}]},
        {"responses": ["teks"]},
    ],
)
def test_what_stock_rasa_refuses_is_still_refused(hasil: object) -> None:
    aksi = RemoteAction("action_apa_saja", None)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(hasil, RemoteAction.action_response_format_spec())
    with pytest.raises(jsonschema.ValidationError):
        aksi._validate_action_result(hasil)


def test_event_classes_are_found_once_and_rightly() -> None:
    assert Event.resolve_by_type("slot") is SlotSet
    assert Event.resolve_by_type("user") is UserUttered
    deserialise_events(BAIK["events"])
    sebelum = Event.resolve_by_type.cache_info()
    dibaca = deserialise_events(BAIK["events"] * 3)
    assert [type(satu) for satu in dibaca] == [SlotSet] * 3
    assert Event.resolve_by_type.cache_info().misses == sebelum.misses
    assert Event.resolve_by_type.cache_info().hits == sebelum.hits + 3


def test_the_graph_run_in_order_gives_what_dask_gives(agen: Agent) -> None:
    assert agen.processor is not None
    pelari = agen.processor.graph_runner
    assert type(pelari) is DaskGraphRunner
    for teks in ("sisa cuti saya", "cuti 7-9 desember, acara keluarga", '/tombol{"tombol": "x"}'):
        masukan = {
            PLACEHOLDER_MESSAGE: [UserMessage(teks)],
            PLACEHOLDER_TRACKER: DialogueStateTracker.from_events("a", []),
        }
        tujuan = [agen.processor.model_metadata.nlu_target]
        kita = pelari.run(inputs=masukan, targets=tujuan)
        mereka = ASLI(pelari, inputs=masukan, targets=tujuan)
        assert kita.keys() == mereka.keys()
        assert [p.as_dict() for p in kita[tujuan[0]]] == [p.as_dict() for p in mereka[tujuan[0]]]


def test_upstream_still_builds_its_graph_from_these_parts() -> None:
    sumber = inspect.getsource(DaskGraphRunner)
    for bagian in (
        "self._instantiated_nodes[node_name]",
        "*schema_node.needs.values()",
        "graph[input_name] = (input_name, input_value)",
        "return dict(dask_result)",
    ):
        assert bagian in sumber


def test_a_missing_input_is_named_as_before(agen: Agent) -> None:
    assert agen.processor is not None
    tujuan = [agen.processor.model_metadata.nlu_target]
    with pytest.raises(GraphRunError, match="Missing input"):
        agen.processor.graph_runner.run(inputs={}, targets=tujuan)


def test_applying_twice_changes_nothing() -> None:
    sebelum = (RemoteAction._validate_action_result, Event.resolve_by_type)
    perbaikan.terapkan()
    assert (RemoteAction._validate_action_result, Event.resolve_by_type) == sebelum
