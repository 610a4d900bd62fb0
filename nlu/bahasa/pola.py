"""Word lists as regular expressions."""


def salah_satu(daftar: str) -> str:
    """Alternatives out of a comma-separated list; each may itself be a pattern ("nikah\\w*")."""
    return "(?:" + "|".join(kata.strip() for kata in daftar.split(",")) + ")"
