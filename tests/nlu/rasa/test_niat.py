"""The fast way through the classifier is the classifier."""

from pathlib import Path

import numpy as np
import pytest
from sklearn.pipeline import Pipeline

from nlu.bahasa.normalisasi import normal
from nlu.komponen.penimbang import Penimbang, model_baru
from nlu.ukur import baca_uji


@pytest.fixture(scope="module")
def terlatih() -> Pipeline:
    uji = baca_uji()
    return model_baru(20.0).fit([normal(kalimat) for kalimat, _ in uji], [n for _, n in uji])


def test_probabilities_equal_those_of_scikit_learn(terlatih: Pipeline) -> None:
    penimbang = Penimbang.dari(terlatih)
    kalimat = ["", "zzz", "saya", *(normal(k) for k, _ in baca_uji()), "saya mau " * 200]
    harapan = terlatih.predict_proba(kalimat)
    assert penimbang.kelas == list(terlatih.classes_)
    for satu, peluang in zip(kalimat, harapan, strict=True):
        np.testing.assert_allclose(penimbang.peluang(satu), peluang, atol=1e-12)


def test_what_was_saved_weighs_the_same(terlatih: Pipeline, tmp_path: Path) -> None:
    asli = Penimbang.dari(terlatih)
    asli.simpan(tmp_path)
    dimuat = Penimbang.muat(tmp_path)
    assert dimuat.kelas == asli.kelas
    for kalimat, _ in baca_uji()[:40]:
        np.testing.assert_array_equal(dimuat.peluang(kalimat), asli.peluang(kalimat))
