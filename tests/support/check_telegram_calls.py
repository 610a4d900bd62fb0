"""Checks recorded calls against the published description of Telegram's Bot API.

    python tests/support/check_telegram_calls.py <calls.jsonl> <spec.json>

Every line is {"method", "params", "files"}. The description is JSON with `methods` and `types`,
each with `fields` of {"name", "types", "required"}. Prints what is wrong and ends with 1, else 0.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SIMPLE: dict[str, tuple[type, ...]] = {
    "Integer": (int,),
    "Float": (int, float),
    "Float number": (int, float),
    "String": (str,),
    "Boolean": (bool,),
    "True": (bool,),
}


def problems(call: dict[str, Any], spec: dict[str, Any]) -> Iterator[str]:
    method = spec["methods"].get(call["method"])
    if method is None:
        yield f"unknown method {call['method']}"
        return
    given = {**call["params"], **dict.fromkeys(call["files"], FILE)}
    attached = {v.removeprefix("attach://") for v in given.values() if _attaches(v)}
    given = {name: value for name, value in given.items() if name not in attached}
    yield from _fields(call["method"], method.get("fields", []), given, spec)


FILE = object()


def _attaches(value: Any) -> bool:
    return isinstance(value, str) and value.startswith("attach://")


def _fields(
    where: str, fields: list[dict[str, Any]], given: dict[str, Any], spec: dict[str, Any]
) -> Iterator[str]:
    known = {field["name"]: field for field in fields}
    for name, field in known.items():
        if field["required"] and name not in given:
            yield f"{where}: {name} is missing"
    for name, value in given.items():
        if name not in known:
            yield f"{where}: {name} is unknown"
        elif not any(_fits(value, kind, spec) for kind in known[name]["types"]):
            yield f"{where}: {name} is not {' or '.join(known[name]['types'])}"


def _fits(value: Any, kind: str, spec: dict[str, Any]) -> bool:
    if kind.startswith("Array of "):
        inner = kind.removeprefix("Array of ")
        return isinstance(value, list) and all(_fits(item, inner, spec) for item in value)
    if kind == "InputFile":
        return value is FILE or _attaches(value)
    if kind in SIMPLE:
        is_bool = isinstance(value, bool)
        return isinstance(value, SIMPLE[kind]) and is_bool == (kind in ("Boolean", "True"))
    described = spec["types"].get(kind)
    if described is None or not isinstance(value, dict):
        return False
    if "subtypes" in described:
        return any(_fits(value, subtype, spec) for subtype in described["subtypes"])
    return not list(_fields(kind, described.get("fields", []), value, spec))


def main(calls: Path, spec_file: Path) -> int:
    spec = json.loads(spec_file.read_text())
    lines = calls.read_text().splitlines()
    found = [
        f"line {number}: {problem}"
        for number, line in enumerate(lines, start=1)
        for problem in problems(json.loads(line), spec)
    ]
    print("\n".join(found) or f"{len(lines)} calls, all valid")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
