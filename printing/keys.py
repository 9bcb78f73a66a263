"""The key that signs certificates: one file in the data directory, readable by its owner alone."""

import os
import stat
from pathlib import Path
from tempfile import NamedTemporaryFile

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

KEY_FILE = "certificate-signing.pem"
OTHERS = stat.S_IRWXG | stat.S_IRWXO


class UnusableKey(Exception):
    """签名密钥文件不可用"""


def signing_key(data_directory: Path) -> Ed25519PrivateKey:
    """The service's signing key, made at the first call; its `public_key()` reads the codes.

    Whoever loses the file makes every printed certificate unverifiable: it belongs in the backup.

    Raises:
        UnusableKey: others can read the file, or it holds no Ed25519 key.
    """
    path = data_directory / KEY_FILE
    if not path.exists():
        _make(path)
    return _load(path)


def _make(path: Path) -> None:
    """Write a new key whole or not at all. Of two processes at once the first wins, and both use its key."""
    path.parent.mkdir(parents=True, exist_ok=True)
    pem = Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    with NamedTemporaryFile(dir=path.parent, prefix=f".{KEY_FILE}.") as draft:  # made with mode 0600
        draft.write(pem)
        draft.flush()
        os.fsync(draft.fileno())
        try:
            path.hardlink_to(draft.name)
        except FileExistsError:
            return


def _load(path: Path) -> Ed25519PrivateKey:
    if path.stat().st_mode & OTHERS:
        raise UnusableKey(f"签名密钥文件 {path} 可被他人读取，请执行 chmod 600 {path}")
    try:
        key = load_pem_private_key(path.read_bytes(), password=None)
    except (ValueError, TypeError) as error:
        raise UnusableKey(f"签名密钥文件 {path} 已损坏，请从备份恢复") from error
    if not isinstance(key, Ed25519PrivateKey):
        raise UnusableKey(f"签名密钥文件 {path} 不是 Ed25519 密钥，请从备份恢复")
    return key
