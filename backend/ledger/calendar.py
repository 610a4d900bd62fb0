"""The state's calendar with the days administrators have added."""

from datetime import date
from functools import lru_cache

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.layanan.facts import Kalender
from backend.layanan.kepegawaian.hari_kerja import Calendar
from backend.ledger.models import CalendarDay

_Added = tuple[tuple[date, str, str], ...]


async def kalender(session: AsyncSession) -> Kalender:
    """The added days are read at every call, so all replicas agree; only the calendar that results
    from them is kept, because building one costs milliseconds."""
    rows = await session.execute(
        select(CalendarDay.tanggal, CalendarDay.jenis, CalendarDay.nama).order_by(
            CalendarDay.tanggal
        )
    )
    return _built(tuple((day, jenis, nama) for day, jenis, nama in rows))


@lru_cache(maxsize=8)
def _built(added: _Added) -> Calendar:
    return Calendar({day: (jenis, nama) for day, jenis, nama in added})
