"""Intent classifier: character n-grams and words of the normalised sentence, logistic regression.

One component instead of Rasa's tokenizer, two featurizers and classifier: the same model of
language at about a tenth of the time per message (see the ADR on the pipeline).
"""

from __future__ import annotations

from collections import Counter
from typing import Any

import numpy as np
import skops.io
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import FeatureUnion, Pipeline

from nlu.bahasa.normalisasi import normal

BERKAS = "niat.skops"
TEPERCAYA = ["scipy.sparse._csr.csr_matrix"]  # the idf diagonal; all else skops knows itself
RANKING_LENGTH = 6  # the bot offers the likeliest three; each more makes every turn heavier
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


class Penimbang:
    """The trained classifier laid out for one sentence at a time.

    `peluang` equals `model.predict_proba` of scikit-learn at a fifth of its time: no sparse
    matrices, no checks of input that is always one string.
    """

    def __init__(self, model: Pipeline) -> None:
        pilah = model.named_steps["pilah"]
        self.kelas: list[str] = [str(nama) for nama in pilah.classes_]
        self._tetapan = pilah.intercept_
        self._bagian = []
        awal = 0
        for _, ciri in model.named_steps["ciri"].transformer_list:
            akhir = awal + len(ciri.vocabulary_)
            bobot = np.ascontiguousarray(pilah.coef_[:, awal:akhir].T) * ciri.idf_[:, None]
            self._bagian.append((ciri.build_analyzer(), ciri.vocabulary_, ciri.idf_, bobot))
            awal = akhir

    def peluang(self, kalimat: str) -> np.ndarray:
        """Probability of each of `kelas` for a normalised sentence."""
        nilai = self._tetapan.copy()
        for urai, kosakata, idf, bobot in self._bagian:
            hitung = Counter(kosakata[ciri] for ciri in urai(kalimat) if ciri in kosakata)
            if hitung:
                letak = list(hitung)
                kerap = 1.0 + np.log(list(hitung.values()))
                nilai += (kerap @ bobot[letak]) / np.linalg.norm(kerap * idf[letak])
        peluang = 1.0 / (1.0 + np.exp(-nilai))
        return peluang / peluang.sum()


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
        model = model_baru(float(self._config["C"]))
        model.fit([normal(m.get(TEXT)) for m in contoh], [m.get(INTENT) for m in contoh])
        with self._storage.write_to(self._resource) as folder:
            skops.io.dump(model, folder / BERKAS)
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
        return cls(config, model_storage, resource, Penimbang(model))

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
