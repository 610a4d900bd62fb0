"""Intent classifier: one component instead of Rasa's tokenizer, featurizers and classifier."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.bahasa.normalisasi import normal
from nlu.komponen.penimbang import Penimbang

RANKING_LENGTH = 6  # the bot offers the likeliest three; each more makes every turn heavier
TANPA_NIAT: dict[str, Any] = {"name": None, "confidence": 0.0}


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class Niat(IntentClassifier, GraphComponent):
    """Sets `intent` and `intent_ranking`; leaves the message text as the user wrote it."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"C": 20.0}

    @staticmethod
    def required_packages() -> list[str]:
        return ["sklearn"]

    def __init__(
        self,
        config: dict[str, Any],
        storage: ModelStorage,
        resource: Resource,
        penimbang: Penimbang | None = None,
    ) -> None:
        self._config = config
        self._storage = storage
        self._resource = resource
        self._penimbang = penimbang

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Niat:
        return cls(config, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        contoh = [m for m in training_data.intent_examples if m.get(TEXT) and m.get(INTENT)]
        kalimat = [normal(m.get(TEXT)) for m in contoh]
        penimbang = Penimbang.latih(kalimat, [m.get(INTENT) for m in contoh], self._config["C"])
        with self._storage.write_to(self._resource) as folder:
            penimbang.simpan(folder)
        return self._resource

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> Niat:
        with model_storage.read_from(resource) as folder:
            return cls(config, model_storage, resource, Penimbang.muat(folder))

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Nothing to add: no later component trains on predicted intents."""
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        for pesan in messages:
            teks = pesan.get(TEXT) or ""
            # payloads of our own buttons carry their intent, which Rasa reads after the pipeline
            ranking = [TANPA_NIAT] if teks.startswith("/") else self._nilai(teks)
            pesan.set(INTENT, ranking[0], add_to_output=True)
            pesan.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
        return messages

    def _nilai(self, teks: str) -> list[dict[str, Any]]:
        if self._penimbang is None:
            raise RuntimeError("Niat dipakai sebelum dilatih")
        peluang = self._penimbang.peluang(normal(teks))
        urutan = peluang.argsort()[::-1][:RANKING_LENGTH]
        kelas = self._penimbang.kelas
        return [{"name": kelas[i], "confidence": float(peluang[i])} for i in urutan]
