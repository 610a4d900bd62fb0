"""In the demonstration everybody is at his phone: once the page is opened, each person has a web
chat, so that what comes for him is shown (as a badge) before anybody switches to him."""

from bot.backend import Backend, Person


class Presence:
    """Signs everybody in once per process; the backend keeps accounts it has already."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend
        self._present: set[str] = set()

    async def of(self, people: list[Person]) -> None:
        """Raises Outage; whoever was signed in by then stays so."""
        for person in people:
            if person.nip not in self._present:
                await self._backend.demo(person.nip)
                self._present.add(person.nip)
