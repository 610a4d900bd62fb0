"""Each repair of stock Rasa: that upstream still needs it, and that it does what it says."""

import inspect

import jsonschema
import pytest
import rasa
from rasa.core.actions.action import RemoteAction
from rasa.shared.core.events import Event, SlotSet, UserUttered, deserialise_events

from nlu import perbaikan

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


def test_applying_twice_changes_nothing() -> None:
    sebelum = (RemoteAction._validate_action_result, Event.resolve_by_type)
    perbaikan.terapkan()
    assert (RemoteAction._validate_action_result, Event.resolve_by_type) == sebelum
