"""Which intent a normalised sentence has: character n-grams and words, logistic regression.

Trained by scikit-learn; weighed, stored and loaded by itself, because scikit-learn takes ten times
as long for one sentence and its safe file format seven seconds to import.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import FeatureUnion, Pipeline

ANGKA, KATA = "bobot.npz", "kosakata.json"


def ciri_baru() -> tuple[TfidfVectorizer, TfidfVectorizer]:
    """What is counted in a sentence: groups of 2 to 4 letters within words, and words."""
    huruf = TfidfVectorizer(
        analyzer="char_wb", ngram_range=(2, 4), min_df=2, sublinear_tf=True, lowercase=False
    )
    kata = TfidfVectorizer(
        token_pattern=r"\S+",  # noqa: S106  # a pattern of words, no secret
        sublinear_tf=True,
        lowercase=False,
    )
    return huruf, kata


def model_baru(c: float) -> Pipeline:
    """The untrained classifier. `c`: inverse regularisation."""
    huruf, kata = ciri_baru()
    pilah = LogisticRegression(C=c, class_weight="balanced", solver="liblinear", random_state=42)
    return Pipeline([("ciri", FeatureUnion([("huruf", huruf), ("kata", kata)])), ("pilah", pilah)])


@dataclass(frozen=True)
class Bagian:
    """Weights of one way of counting. `bobot`: features x intents, `idf` already inside."""

    kosakata: dict[str, int]
    idf: np.ndarray
    bobot: np.ndarray


class Penimbang:
    """The trained classifier laid out for one sentence at a time."""

    def __init__(self, kelas: list[str], tetapan: np.ndarray, bagian: Sequence[Bagian]) -> None:
        self.kelas = kelas
        self._tetapan = tetapan
        self._bagian = bagian
        self._urai = [ciri.build_analyzer() for ciri in ciri_baru()]

    @classmethod
    def latih(cls, kalimat: list[str], niat: list[str], c: float) -> Penimbang:
        """From normalised sentences and the intent of each."""
        return cls.dari(model_baru(c).fit(kalimat, niat))

    @classmethod
    def dari(cls, model: Pipeline) -> Penimbang:
        pilah = model.named_steps["pilah"]
        bagian, awal = [], 0
        for _, ciri in model.named_steps["ciri"].transformer_list:
            akhir = awal + len(ciri.vocabulary_)
            bobot = np.ascontiguousarray(pilah.coef_[:, awal:akhir].T) * ciri.idf_[:, None]
            kosakata = {kata: int(letak) for kata, letak in ciri.vocabulary_.items()}
            bagian.append(Bagian(kosakata, ciri.idf_, bobot))
            awal = akhir
        return cls([str(nama) for nama in pilah.classes_], pilah.intercept_, bagian)

    def peluang(self, kalimat: str) -> np.ndarray:
        """Probability of each of `kelas`; equals scikit-learn's `predict_proba`."""
        nilai = self._tetapan.copy()
        for urai, bagian in zip(self._urai, self._bagian, strict=True):
            kosakata = bagian.kosakata
            hitung = Counter(kosakata[ciri] for ciri in urai(kalimat) if ciri in kosakata)
            if hitung:
                letak = list(hitung)
                kerap = 1.0 + np.log(list(hitung.values()))
                nilai += (kerap @ bagian.bobot[letak]) / np.linalg.norm(kerap * bagian.idf[letak])
        peluang = 1.0 / (1.0 + np.exp(-nilai))
        return peluang / peluang.sum()

    def simpan(self, folder: Path) -> None:
        angka: dict[str, Any] = {"tetapan": self._tetapan}
        for i, bagian in enumerate(self._bagian):
            angka |= {f"idf{i}": bagian.idf, f"bobot{i}": bagian.bobot}
        np.savez_compressed(folder / ANGKA, **angka)
        isi = {"kelas": self.kelas, "kosakata": [b.kosakata for b in self._bagian]}
        (folder / KATA).write_text(json.dumps(isi, ensure_ascii=False), encoding="utf-8")

    @classmethod
    def muat(cls, folder: Path) -> Penimbang:
        isi = json.loads((folder / KATA).read_text(encoding="utf-8"))
        with np.load(folder / ANGKA, allow_pickle=False) as angka:
            bagian = [
                Bagian(kosakata, angka[f"idf{i}"], angka[f"bobot{i}"])
                for i, kosakata in enumerate(isi["kosakata"])
            ]
            return cls(isi["kelas"], angka["tetapan"], bagian)
