"""A bucket that refills: short bursts pass, floods do not."""

import time
from dataclasses import dataclass, field


@dataclass
class Bucket:
    """`burst` at once, `per_second` in the long run."""

    burst: float
    per_second: float
    _left: float = field(init=False)
    _at: float = field(default_factory=time.monotonic)

    def __post_init__(self) -> None:
        self._left = self.burst

    def take(self) -> bool:
        """False when the bucket is empty."""
        now = time.monotonic()
        self._left = min(self.burst, self._left + (now - self._at) * self.per_second)
        self._at = now
        if self._left < 1:
            return False
        self._left -= 1
        return True
