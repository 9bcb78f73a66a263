"""Where messages leave the service."""

from typing import Protocol


class Undelivered(Exception):
    """The provider did not take the message; it is tried again until it expires."""


class MessagePort(Protocol):
    """Sends one short message to a mobile, or one mail to an address: a port for each channel.

    An adapter of a provider (Aliyun SendSms: PhoneNumbers, SignName, TemplateCode, TemplateParam; Tencent
    SendSms: PhoneNumberSet, TemplateId, TemplateParamSet) turns the text into its template's parameters, passes
    `key` as the provider's own reference (OutId, SessionContext; Message-ID of a mail), so that a message sent
    twice can be told, and gives up after a few seconds. A mail's subject is what stands in the text's brackets.
    `keeps_text` False: the text is wiped from the outbox once it was taken.
    """

    keeps_text: bool

    async def send(self, key: str, target: str, text: str) -> None:
        """:raises Undelivered: with the provider's reason, without the target or the text."""
        ...


class LocalMessages:
    """Stand-in of a provider: the message stays in the outbox, where the demonstration's page shows it."""

    keeps_text = True

    async def send(self, key: str, target: str, text: str) -> None:
        return None
