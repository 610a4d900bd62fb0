"""The way to the action server: one kept connection, a time limit, an honest answer when it fails.

Stock Rasa opens a connection for every call, waits five minutes for the answer, and when there is
none says nothing at all (`200 []`).
"""

import asyncio
import logging
from typing import Any

import aiohttp
from rasa.utils.endpoints import EndpointConfig

DETIK = 10.0
GANGGUAN = {"events": [], "responses": [{"custom": {"gangguan": True}}]}

logger = logging.getLogger(__name__)


class UjungAksi(EndpointConfig):
    """Action endpoint. `detik`: how long one call may take, connecting included.

    When the server cannot be reached, is too slow or fails, the turn ends with the message
    `{"gangguan": true}` and changes nothing; the gateway keeps the message and tries it again.
    """

    def __init__(self, url: str, *, detik: float = DETIK, **kwargs: Any) -> None:
        super().__init__(url, **kwargs)
        self.batas = aiohttp.ClientTimeout(total=detik)
        self._sesi: aiohttp.ClientSession | None = None

    def sesi(self) -> aiohttp.ClientSession:
        """The session of this process, made when the event loop runs."""
        if self._sesi is None or self._sesi.closed:
            self._sesi = aiohttp.ClientSession(headers=self.headers, timeout=self.batas)
        return self._sesi

    async def request(
        self,
        method: str = "post",
        subpath: str | None = None,
        content_type: str | None = "application/json",
        compress: bool = False,
        **kwargs: Any,
    ) -> Any:
        kwargs.pop("timeout", None)  # Rasa's five minutes
        try:
            async with self.sesi().request(
                method, self.url, params=self.combine_parameters(kwargs), **kwargs
            ) as jawaban:
                jawaban.raise_for_status()
                return await jawaban.json()
        except (aiohttp.ClientError, asyncio.TimeoutError) as sebab:
            logger.error("Server aksi tidak menjawab: %s", type(sebab).__name__)
            return {**GANGGUAN, "responses": [dict(r) for r in GANGGUAN["responses"]]}

    async def tutup(self) -> None:
        if self._sesi is not None:
            await self._sesi.close()
