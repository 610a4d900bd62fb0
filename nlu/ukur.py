"""Measure understanding on sentences never trained on: `python -m nlu.ukur [file]`.

Prints the share of right intents, what was mistaken for what, and milliseconds per sentence. A
sentence that falls below the thresholds counts as "ragu": the bot asks instead of guessing.
"""

import asyncio
import logging
import sys
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from nlu.layani import pilih_model
from nlu.pengaturan import AKAR, dari_lingkungan, tenangkan

UJI = AKAR / "tests" / "nlu" / "uji.yml"


@dataclass(frozen=True)
class Hasil:
    kalimat: str
    harapan: str
    niat: str
    keyakinan: float
    ragu: bool

    @property
    def benar(self) -> bool:
        return self.niat == self.harapan


def baca_uji(berkas: Path = UJI) -> list[tuple[str, str]]:
    """Pairs of sentence and expected intent."""
    isi: dict[str, list[str]] = yaml.safe_load(berkas.read_text(encoding="utf-8"))
    return [(kalimat, niat) for niat, semua in isi.items() for kalimat in semua]


def muat(model: Path) -> Any:
    """Rasa's agent for parsing only."""
    tenangkan()
    from rasa.core.agent import Agent  # noqa: PLC0415  # slow, and only after tenangkan()
    from rasa.utils.log_utils import configure_structlog  # noqa: PLC0415  # imports Rasa: slow

    configure_structlog(logging.WARNING)
    return Agent.load(str(model))


async def ukur(agen: Any, uji: Iterable[tuple[str, str]]) -> list[Hasil]:
    return [_hasil(kalimat, niat, await agen.parse_message(kalimat)) for kalimat, niat in uji]


def _hasil(kalimat: str, harapan: str, urai: dict[str, Any]) -> Hasil:
    urutan = [r for r in urai["intent_ranking"] if r["name"] != "nlu_fallback"]
    ragu = urai["intent"]["name"] == "nlu_fallback"
    return Hasil(kalimat, harapan, urutan[0]["name"], urutan[0]["confidence"], ragu)


def laporan(hasil: list[Hasil], detik: float) -> str:
    benar = sum(h.benar for h in hasil)
    yakin_salah = [h for h in hasil if not h.benar and not h.ragu]
    baris = [
        f"kalimat              {len(hasil)}",
        f"niat benar           {benar / len(hasil):.1%}",
        f"benar dan yakin      {sum(h.benar and not h.ragu for h in hasil) / len(hasil):.1%}",
        f"ragu (bot bertanya)  {sum(h.ragu for h in hasil) / len(hasil):.1%}",
        f"yakin tetapi salah   {len(yakin_salah) / len(hasil):.1%}",
        f"waktu per kalimat    {detik / len(hasil) * 1000:.1f} ms",
    ]
    keliru = Counter((h.harapan, h.niat) for h in hasil if not h.benar)
    baris += [f"  {n}x {harap} dibaca {niat}" for (harap, niat), n in keliru.most_common()]
    baris += [f"  {h.keyakinan:.2f} {h.niat}: {h.kalimat}" for h in yakin_salah]
    return "\n".join(baris)


def main() -> int:
    berkas = Path(sys.argv[1]) if len(sys.argv) > 1 else UJI
    agen = muat(pilih_model(dari_lingkungan()))
    uji = baca_uji(berkas)
    asyncio.run(ukur(agen, uji[:5]))  # the first calls load lazily
    mulai = time.perf_counter()
    hasil = asyncio.run(ukur(agen, uji))
    print(laporan(hasil, time.perf_counter() - mulai))
    return 0


if __name__ == "__main__":
    sys.exit(main())
