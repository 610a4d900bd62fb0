"""Entity extractor: what `nlu.bahasa` finds in a sentence, as Rasa entities."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message

from nlu.bahasa.entitas import temukan
from nlu.waktu import hari_ini


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class Entitas(GraphComponent, EntityExtractorMixin):
    """Adds entities `{entity, value, start, end}`; `periode` has a dict of ISO dates as value."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Entitas:
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        for pesan in messages:
            teks = pesan.get(TEXT) or ""
            if teks.startswith("/"):  # payloads of our own buttons carry their entities
                continue
            temuan = [entitas.as_dict() for entitas in temukan(teks, hari_ini())]
            pesan.set(
                ENTITIES,
                pesan.get(ENTITIES, []) + self.add_extractor_name(temuan),
                add_to_output=True,
            )
        return messages
