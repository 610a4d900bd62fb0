"""What Rasa writes down when a message fails: nothing of what the person wrote."""

import inspect
import subprocess
import sys
from pathlib import Path

from rasa.core.channels import rest

AKAR = Path(__file__).resolve().parents[3]

GAGAL = """
import logging, structlog
from nlu.catatan import tanpa_kata
tanpa_kata()
def turn(text):
    raise ValueError(text)
try:
    turn("alasan rahasia")
except Exception:
    structlog.get_logger().exception("rest.message.received.failure", text="alasan rahasia")
    logging.getLogger("rasa").exception("gagal")
structlog.get_logger().error("rest.message.received.timeout", text="alasan rahasia")
"""


def test_upstream_still_logs_the_text_of_a_message_that_failed() -> None:
    assert '"rest.message.received.failure", text=' in inspect.getsource(rest)


def test_a_failed_message_is_logged_by_event_type_and_place_only() -> None:
    selesai = subprocess.run(
        [sys.executable, "-c", GAGAL],
        cwd=AKAR,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    tertulis = selesai.stdout + selesai.stderr
    assert "rest.message.received.failure" in tertulis
    assert "rest.message.received.timeout" in tertulis
    assert tertulis.count("ValueError") == 2
    assert " turn" in tertulis
    assert "rahasia" not in tertulis
