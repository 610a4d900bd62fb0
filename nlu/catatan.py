"""Logs of Rasa: what happened and where, without what people wrote.

Stock Rasa logs the text of a message that failed, and a traceback with all local variables: the
sentence, the tracker, the answers.
"""

import logging
import sys
import traceback
from collections.abc import MutableMapping
from typing import Any

import structlog

BOLEH = ("event", "event_info", "level", "logger", "timestamp")


def tanpa_isi(_: object, __: str, catatan: MutableMapping[str, Any]) -> dict[str, Any]:
    """Keeps names of events; of an exception its type and the places it passed through."""
    hasil = {kunci: catatan[kunci] for kunci in BOLEH if kunci in catatan}
    sebab = catatan.get("exc_info")
    galat = sebab[1] if isinstance(sebab, tuple) else sebab
    if isinstance(galat, BaseException):
        hasil["galat"] = type(galat).__name__
        jalur = traceback.extract_tb(galat.__traceback__)
        hasil["jejak"] = [f"{satu.filename}:{satu.lineno} {satu.name}" for satu in jalur]
    return hasil


def tanpa_kata() -> None:
    """In place of Rasa's own `configure_structlog`."""
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            structlog.dev.set_exc_info,
            _nyatakan,
            tanpa_isi,
            structlog.processors.JSONRenderer(),
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING),
        cache_logger_on_first_use=True,
    )
    logging.basicConfig(format="%(message)s", level=logging.WARNING)
    for pengelola in logging.getLogger().handlers:
        pengelola.setFormatter(Tempat("%(message)s"))


def _nyatakan(_: object, __: str, catatan: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """`exc_info=True` becomes the exception that is being handled."""
    if catatan.get("exc_info") is True:
        catatan["exc_info"] = sys.exc_info()
    return catatan


class Tempat(logging.Formatter):
    """Of an exception its type and places; its message may quote a sentence."""

    def formatException(self, ei: Any) -> str:  # noqa: N802  # the name is the library's
        jalur = "".join(traceback.format_tb(ei[2])).rstrip()
        return f"{jalur}\n{ei[0].__name__}"
