"""Letters: issued in the transaction of the decision, rendered later from what was frozen then."""

from backend.documents.letters.issuing import issue

__all__ = ["issue"]
