"""The only process there is: nobody else to wake."""

import asyncio

from subscriptions.wake.port import Topic, Woken


class MemoryWakeUps:
    """For SQLite, where one process serves; its own commits wake it without a port."""

    healthy = False
    """Commands of other processes (creating an administrator) tell nobody: polling finds them."""

    def tell(self, topic: Topic) -> None:
        """Whoever shall know is in this process and knows."""

    async def run(self, woken: Woken) -> None:
        await asyncio.Event().wait()
