"""Phone numbers as people write them, and as we keep them."""

import phonenumbers

REGION = "ID"
COUNTRY_CODE = 62


def to_e164(text: str) -> str | None:
    """ "0812-3456-7890" -> "+6281234567890"; None when no valid number of any country is meant."""
    number = _parsed(text)
    if number is None:
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def to_dialled(text: str) -> str | None:
    """As one dials it at home: "+62 812-3456-7890" -> "081234567890"; foreign numbers as E.164."""
    e164 = to_e164(text)
    home = f"+{COUNTRY_CODE}"
    return "0" + e164.removeprefix(home) if e164 and e164.startswith(home) else e164


def _parsed(text: str) -> phonenumbers.PhoneNumber | None:
    written = text.strip()
    if written.startswith(str(COUNTRY_CODE)):  # the plus is often left out
        written = f"+{written}"
    try:
        number = phonenumbers.parse(written, REGION)
    except phonenumbers.NumberParseException:
        return None
    return number if phonenumbers.is_valid_number(number) else None
