"""The limit to compare with: `websockets.broadcast` of the same octets to sockets that asked for nothing.

python -m bench.fanout.broadcast_server PORT FILE: each connection to PORT + 1 broadcasts the file's text, marked.
"""

import asyncio
import sys
from pathlib import Path

import uvloop
from websockets.asyncio.server import ServerConnection, broadcast, serve


async def main(port: int, text: str) -> None:
    sockets: set[ServerConnection] = set()

    async def hold(socket: ServerConnection) -> None:
        sockets.add(socket)
        try:
            await socket.wait_closed()
        finally:
            sockets.discard(socket)

    async def told(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        mark = (await reader.readline()).decode().strip()
        broadcast(sockets, text.replace("MARK", mark))
        writer.close()

    async with (
        serve(hold, "127.0.0.1", port, compression=None, ping_interval=None),
        await asyncio.start_server(told, "127.0.0.1", port + 1),
    ):
        await asyncio.get_running_loop().create_future()


if __name__ == "__main__":
    uvloop.run(main(int(sys.argv[1]), Path(sys.argv[2]).read_text(encoding="utf-8")))
