"""What holds for every service, whoever adds it."""

import json
import re

import pytest

from backend.layanan.definition import Field, FieldType, Kind, Service
from backend.layanan.registry import SERVICES
from tests.backend.layanan.orang import facts

KINDS = [
    pytest.param(service, kind, id=f"{service.code}-{kind.code}")
    for service in SERVICES.values()
    for kind in service.kinds
]
FIELDS = [
    pytest.param(field, id=f"{service.code}-{kind.code}-{field.key}")
    for service in SERVICES.values()
    for kind in service.kinds
    for field in (service.kind_field, *kind.fields)
]


@pytest.mark.parametrize("service", SERVICES.values(), ids=lambda service: service.code)
def test_the_kinds_offered_are_the_kinds_there_are(service: Service) -> None:
    offered = [option.value for option in service.kind_field.options]
    assert offered == [kind.code for kind in service.kinds]
    assert not set(offered) & set(service.unavailable_kinds)


@pytest.mark.parametrize("field", FIELDS)
def test_a_question_asks_and_its_help_explains(field: Field) -> None:
    assert field.question.endswith(("?", "."))
    assert field.help.endswith(".")
    assert field.max_length <= 500
    assert bool(field.options or field.options_for) is (field.type is FieldType.PILIHAN)
    assert (field.end_of is not None) is (field.type is FieldType.PERIODE)


@pytest.mark.parametrize(("service", "kind"), KINDS)
def test_a_kind_names_its_law_and_its_fields_once(service: Service, kind: Kind) -> None:
    keys = [service.kind_field.key, *(field.key for field in kind.fields)]
    assert len(keys) == len(set(keys))
    assert re.search(r"Pasal \d+", kind.basis)
    assert "Dasar:" in kind.requirements
    assert kind.change_field is None or kind.change_field in keys


@pytest.mark.parametrize(("service", "kind"), KINDS)
def test_a_kind_answers_before_anything_is_known(service: Service, kind: Kind) -> None:
    assert kind.check({}, facts()) == ()
    stages = kind.stages({}, facts())
    assert stages[-1].decides
    assert len({stage.key for stage in stages}) == len(stages)


@pytest.mark.parametrize("service", SERVICES.values(), ids=lambda service: service.code)
def test_the_configuration_is_plain_data(service: Service) -> None:
    assert json.loads(json.dumps(dict(service.config))) == dict(service.config)
