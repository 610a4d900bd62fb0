"""Files on disk, by id: complete and durable, or not there at all."""

import os
from pathlib import Path


class FileStore:
    """`<root>/<id[:2]>/<id>`. Ids are our own hex strings; a user's file name never gets here."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def path(self, document_id: str) -> Path:
        if not (document_id.isascii() and document_id.isalnum()):
            raise ValueError("document ids are letters and digits")
        return self._root / document_id[:2] / document_id

    def save(self, document_id: str, content: bytes) -> None:
        """Blocks until the bytes are on disk; a crash leaves no half-written file behind."""
        target = self.path(document_id)
        target.parent.mkdir(parents=True, exist_ok=True)
        partial = target.with_name(f"{document_id}.part")
        with partial.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(target)
        directory = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(directory)
        finally:
            os.close(directory)

    def delete(self, document_id: str) -> None:
        self.path(document_id).unlink(missing_ok=True)
