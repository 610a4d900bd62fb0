"""Which fields a message speaks of, and what it says about each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pydantic import JsonValue

from backend.core.language import Language
from backend.drafts import periods, values, wording
from backend.drafts.values import Read, is_complete, plain
from backend.layanan.definition import Field, FieldType, Option
from backend.layanan.facts import Facts

NAMED_ENTITY = "isian_dituju"
AGREEING_WORDS, SURE = 2, 0.8
FEW_WORDS = 3
"""Words that may stand around an answer to another question ("hp saya ...")."""


@dataclass(frozen=True, slots=True)
class Input:
    """One message to the form: words, a pressed choice (field, value), or a file of the owner."""

    language: Language = field(default_factory=Language)
    chosen: tuple[str, str] | None = None
    document: str | None = None
    correcting: bool = False
    """Whether answers that are there already may be replaced by what the words say."""
    whole_text: bool = True
    """Whether the sentence itself may be the answer to the asked field."""


@dataclass(frozen=True, slots=True)
class Form:
    """The form as it stands: its fields, what is answered, and which field was asked."""

    fields: tuple[Field, ...]
    answers: Mapping[str, JsonValue]
    asked: str | None
    facts: Facts

    def field(self, key: str | None) -> Field | None:
        return next((one for one in self.fields if one.key == key), None)

    def kind_is_open(self, given: "Input") -> bool:
        """Whether this message may say the kind, the first field of every form. In the middle of a
        form the name of a kind is more likely part of another answer ("ibu sakit")."""
        kind = self.fields[0]
        settled = is_complete(kind, self.answers) and self.field(self.asked) not in (None, kind)
        return given.correcting or not settled

    def options(self, one: Field) -> tuple[Option, ...]:
        return one.options_for(self.answers, self.facts) if one.options_for else one.options


def read(form: Form, given: Input) -> dict[str, Read]:
    """Values and problems by field key; empty when nothing was understood."""
    if given.chosen is not None:
        return _chosen(form, *given.chosen)
    if given.document is not None:
        return _document(form, given.document)
    asked = form.field(form.asked)
    if asked is not None and (option := _just_an_option(form, asked, given.language)) is not None:
        return {asked.key: option}
    found = _from_entities(form, given)
    if asked is None or not given.whole_text:
        return found
    whole = _whole_answer(form, asked, given.language, found)
    if whole is not None:
        return {**found, asked.key: whole}
    return found


def named_fields(form: Form, language: Language) -> tuple[Field, ...]:
    """The fields a correction names: by the NLU, else by a text that is just a field's name."""
    said = [str(value) for value in language.values(NAMED_ENTITY)] or [language.text]
    wanted = {plain(name) for name in said}
    return tuple(one for one in form.fields if wanted & set(_names(one)))


def _names(one: Field) -> Iterable[str]:
    return (plain(name) for name in (one.key, one.entity or "", one.label, *one.synonyms) if name)


def _chosen(form: Form, key: str, value: str) -> dict[str, Read]:
    one = form.field(key)
    if one is None:
        return {}
    if one.type is FieldType.PILIHAN:
        found = values.read_option(form.options(one), value)
    else:
        found = periods.read_chosen(value) if one.type is FieldType.PERIODE else None
    return {} if found is None else {key: found}


def _document(form: Form, document: str) -> dict[str, Read]:
    """The asked field takes the file, else the first one of the form that takes files."""
    takers = [one for one in form.fields if one.type is FieldType.DOKUMEN]
    takers.sort(key=lambda one: one.key != form.asked)
    if not takers:
        return {}
    one = takers[0]
    return {one.key: values.add_document(one, form.answers.get(one.key), document)}


def _from_entities(form: Form, given: Input) -> dict[str, Read]:
    found = {}
    replaceable = _may_replace(form, given)
    for one in form.fields if form.kind_is_open(given) else form.fields[1:]:
        if not replaceable and one.key != form.asked and is_complete(one, form.answers):
            continue
        if (value := _entity(form, one, given.language)) is not None:
            found[one.key] = value
    return found


def _may_replace(form: Form, given: Input) -> bool:
    """Free text may mention anything ("menikah tanggal 9"): it never replaces other answers."""
    asked = form.field(form.asked)
    return given.correcting or asked is None or asked.type is not FieldType.TEKS


def _entity(form: Form, one: Field, language: Language) -> Read | None:
    if one.type is FieldType.PERIODE:
        return periods.read_period(one, language, form.answers.get(one.key), form.facts)
    said = [value for value in language.values(one.entity or "") if isinstance(value, str)]
    if not said:
        return None
    if one.type is FieldType.PILIHAN:
        different = set(said)
        if len(different) > 1:
            return Read(problem=wording.several_options(one))
        return values.read_option(form.options(one), said[0])
    return values.read_phone(said[0]) if one.type is FieldType.TELEPON else _text(one, said[0])


def _text(one: Field, text: str) -> Read | None:
    return values.read_text(one, text) if one.type is FieldType.TEKS else None


def _whole_answer(
    form: Form, asked: Field, language: Language, found: Mapping[str, Read]
) -> Read | None:
    """The sentence itself as the answer to the asked field, where it is one."""
    text = language.text.strip()
    if not text:
        return None
    if asked.type is FieldType.TEKS and _only_agrees(language):
        return Read(problem=wording.text_without_words(asked))
    if asked.type is FieldType.TELEPON and asked.key not in found:
        number = values.read_phone(text)
        return None if found and number.problem else number
    if asked.type is FieldType.TEKS and not _is_about_others(asked, language, found):
        return values.read_text(asked, text)
    if asked.type is FieldType.PERIODE and not found:
        return Read(problem=wording.PERIOD_UNREADABLE)
    return None


def _only_agrees(language: Language) -> bool:
    """A yes or no to nothing ("oke ajukan") is no reason and no address."""
    sure = language.intent in ("ya", "tidak") and language.confidence >= SURE
    return sure and len(language.text.split()) <= AGREEING_WORDS


def _just_an_option(form: Form, asked: Field, language: Language) -> Read | None:
    """A message that is nothing but one of the offered choices answers nothing else besides."""
    if asked.type is not FieldType.PILIHAN:
        return None
    return values.read_option(form.options(asked), language.text)


def _is_about_others(asked: Field, language: Language, found: Mapping[str, Read]) -> bool:
    """Whether the sentence answers several fields (then the entity of the asked one counts), or
    only others (then the asked one stays open)."""
    others = [read.value for key, read in found.items() if key != asked.key]
    if asked.key in found:
        return bool(others)
    spans = [e.value for e in language.entities if isinstance(e.value, str)]
    rest = language.text
    for span in spans:
        rest = rest.replace(span, " ")
    return bool(others) and rest != language.text and len(rest.split()) <= FEW_WORDS
