"""How private text is shown to whoever does not need all of it. A masked value is the same for every viewer."""

IDENTITY_HEAD, IDENTITY_TAIL = 6, 4
MOBILE_HEAD, MOBILE_TAIL = 3, 4
ADDRESS_HEAD = 6


def mask_mobile(number: str) -> str:
    """138****5620 for 13812345620."""
    return _middle(number, MOBILE_HEAD, MOBILE_TAIL)


def mask_identity(number: str) -> str:
    """320102********1234; numbers of other papers keep their first and last two characters."""
    if len(number) >= 15:
        return _middle(number, IDENTITY_HEAD, IDENTITY_TAIL)
    return _middle(number, 2, 2)


def mask_name(name: str) -> str:
    """王*宁 for three characters and more (only the middle is hidden), 王* for two."""
    if len(name) <= 1:
        return name and "*"
    if len(name) == 2:
        return f"{name[0]}*"
    return f"{name[0]}{'*' * (len(name) - 2)}{name[-1]}"


def mask_email(address: str) -> str:
    """w***@example.com."""
    box, at, host = address.partition("@")
    return f"{box[:1]}***{at}{host}" if at else _middle(address, 1, 0)


def mask_address(address: str) -> str:
    """The first six characters, as a rule province and city: 江苏省南京市****."""
    return f"{address[:ADDRESS_HEAD]}****" if len(address) > ADDRESS_HEAD else "****"


def _middle(text: str, head: int, tail: int) -> str:
    hidden = len(text) - head - tail
    if hidden <= 0:
        return "*" * len(text)
    return text[:head] + "*" * hidden + text[len(text) - tail :]
