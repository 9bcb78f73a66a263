"""The virus scan: a port, a stand-in that knows the test virus, and clamd."""

import asyncio
import struct
from pathlib import Path
from typing import Protocol

EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + b"ANTIVIRUS-TEST-FILE!$H+H*"
"""The harmless text that every scanner finds; in two parts, so that this source file is not found."""
CHUNK_OCTETS = 256 * 1024
SCAN_SECONDS = 60.0


class ScannerUnavailable(Exception):
    """The scanner gave no verdict: nothing may pass unscanned."""


class Scanner(Protocol):
    """Looks for viruses in a local file."""

    async def scan(self, path: Path) -> str | None:
        """The name of what was found, or None. :raises ScannerUnavailable: no verdict."""


class TestVirusScanner:
    """The local stand-in: finds the EICAR test virus, nothing else."""

    __test__ = False

    async def scan(self, path: Path) -> str | None:
        content = await asyncio.to_thread(path.read_bytes)
        return "Eicar-Test-Signature" if EICAR in content else None


class ClamdScanner:
    """clamd over TCP, by its INSTREAM command: each chunk after its length, an empty one ends."""

    def __init__(self, host: str, port: int = 3310, seconds: float = SCAN_SECONDS) -> None:
        self.host, self.port, self.seconds = host, port, seconds

    async def scan(self, path: Path) -> str | None:
        try:
            async with asyncio.timeout(self.seconds):
                verdict = await self._verdict(path)
        except (OSError, TimeoutError, EOFError) as error:
            raise ScannerUnavailable from error
        return _signature(verdict)

    async def _verdict(self, path: Path) -> str:
        reader, writer = await asyncio.open_connection(self.host, self.port)
        try:
            writer.write(b"zINSTREAM\0")
            with await asyncio.to_thread(path.open, "rb") as file:
                while chunk := await asyncio.to_thread(file.read, CHUNK_OCTETS):
                    writer.write(struct.pack(">I", len(chunk)) + chunk)
                    await writer.drain()
            writer.write(struct.pack(">I", 0))
            return (await reader.readuntil(b"\0")).rstrip(b"\0").decode("utf-8", "replace")
        finally:
            writer.close()


def _signature(verdict: str) -> str | None:
    if verdict.endswith(" FOUND"):
        return verdict.removeprefix("stream: ").removesuffix(" FOUND")
    if verdict.endswith(" OK"):
        return None
    raise ScannerUnavailable(verdict)
