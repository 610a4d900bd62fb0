"""The check of recorded calls finds what is wrong with them."""

from typing import Any

import pytest

from tests.support.check_telegram_calls import problems

FIELD = {"name": "text", "types": ["String"], "required": True}
MARKUP = {"name": "reply_markup", "types": ["Keyboard"], "required": False}
FILE = {"name": "document", "types": ["InputFile", "String"], "required": False}
ROWS = {"name": "rows", "types": ["Array of Array of Integer"], "required": True}
SPEC = {
    "methods": {"send": {"fields": [FIELD, MARKUP, FILE]}},
    "types": {"Keyboard": {"fields": [ROWS]}},
}


@pytest.mark.parametrize(
    "params",
    [
        {"text": "x"},
        {"text": "x", "reply_markup": {"rows": [[1, 2], []]}},
        {"text": "x", "document": "attach://f"},
    ],
)
def test_a_valid_call_has_no_problems(params: dict[str, Any]) -> None:
    files = ["f"] if "document" in params else []
    assert list(problems({"method": "send", "params": params, "files": files}, SPEC)) == []


@pytest.mark.parametrize(
    ("method", "params"),
    [
        ("other", {}),
        ("send", {}),
        ("send", {"text": 5}),
        ("send", {"text": True}),
        ("send", {"text": "x", "more": 1}),
        ("send", {"text": "x", "reply_markup": {"rows": [["1"]]}}),
        ("send", {"text": "x", "reply_markup": {}}),
        ("send", {"text": "x", "document": 7}),
    ],
)
def test_an_invalid_call_is_found(method: str, params: dict[str, Any]) -> None:
    assert len(list(problems({"method": method, "params": params, "files": []}, SPEC))) == 1
