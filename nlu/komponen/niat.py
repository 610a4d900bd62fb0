"""Intent classifier: character n-grams and words of the normalised sentence, logistic regression.

One component instead of Rasa's tokenizer, two featurizers and classifier: the same model of
language at about a tenth of the time per message (see the ADR on the pipeline).
"""

from __future__ import annotations

from typing import Any

import skops.io
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import FeatureUnion, Pipeline

from nlu.bahasa.normalisasi import normal

BERKAS = "niat.skops"
TEPERCAYA = ["scipy.sparse._csr.csr_matrix"]  # the idf diagonal; all else skops knows itself
RANKING_LENGTH = 10
TANPA_NIAT: dict[str, Any] = {"name": None, "confidence": 0.0}


def model_baru(c: float) -> Pipeline:
    """The untrained classifier over normalised sentences. `c`: inverse regularisation."""
    huruf = TfidfVectorizer(
        analyzer="char_wb", ngram_range=(2, 4), min_df=2, sublinear_tf=True, lowercase=False
    )
    kata = TfidfVectorizer(
        token_pattern=r"\S+",  # noqa: S106  # a pattern of words, no secret
        sublinear_tf=True,
        lowercase=False,
    )
    return Pipeline(
        [
            ("ciri", FeatureUnion([("huruf", huruf), ("kata", kata)])),
            (
                "pilah",
                LogisticRegression(
                    C=c, class_weight="balanced", solver="liblinear", random_state=42
                ),
            ),
        ]
    )


def peluang_niat(model: Pipeline, kalimat: str) -> Any:
    """Probability of each of `model.classes_` for one normalised sentence.

    The same as `model.predict_proba`, without scikit-learn's parallel machinery: half the time.
    """
    ciri = model.named_steps["ciri"].transformer_list
    x = hstack([pengubah.transform([kalimat]) for _, pengubah in ciri], format="csr")
    return model.named_steps["pilah"].predict_proba(x)[0]


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
        model: Pipeline | None = None,
    ) -> None:
        self._config = config
        self._storage = storage
        self._resource = resource
        self._model = model

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
        self._model = model_baru(float(self._config["C"]))
        self._model.fit([normal(m.get(TEXT)) for m in contoh], [m.get(INTENT) for m in contoh])
        with self._storage.write_to(self._resource) as folder:
            skops.io.dump(self._model, folder / BERKAS)
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
            model = skops.io.load(folder / BERKAS, trusted=TEPERCAYA)
        return cls(config, model_storage, resource, model)

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
        if self._model is None:
            raise RuntimeError("Niat dipakai sebelum dilatih")
        peluang = peluang_niat(self._model, normal(teks))
        urutan = peluang.argsort()[::-1][:RANKING_LENGTH]
        kelas = self._model.classes_
        return [{"name": str(kelas[i]), "confidence": float(peluang[i])} for i in urutan]
