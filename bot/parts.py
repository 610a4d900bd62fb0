"""The parts of one bot process, made at start-up and handed to whoever needs them."""

from dataclasses import dataclass
from urllib.parse import quote

from fastapi import Request

from bot.backend import Backend
from bot.bell import Bell
from bot.clock import Clock
from bot.database import Database
from bot.lanes import Lanes
from bot.metrics import Metrics
from bot.rasa import Rasa
from bot.settings import Settings
from bot.telegram.gateway import Telegram
from bot.webchat.channel import WebChannel
from bot.webchat.desk import Desk
from bot.webchat.presence import Presence
from bot.webchat.tokens import sign_file


@dataclass(frozen=True)
class Parts:
    """`telegram` is None when no token is configured."""

    settings: Settings
    clock: Clock
    database: Database
    metrics: Metrics
    bell: Bell
    rasa: Rasa
    backend: Backend
    lanes: Lanes
    web: WebChannel
    desk: Desk
    presence: Presence
    telegram: Telegram | None

    @property
    def session_key(self) -> str:
        return self.settings.derived("web-session")

    @property
    def file_key(self) -> str:
        return self.settings.derived("web-file")

    def file_link(self, conversation_id: str, document_id: str) -> str:
        key = sign_file(conversation_id, document_id, self.file_key, self.clock.now())
        return f"/web/files/{quote(document_id, safe='')}?kunci={key}"


def parts_of(request: Request) -> Parts:
    parts: Parts = request.app.state.parts
    return parts
