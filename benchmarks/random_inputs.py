"""Random files given to `fill`, `merge` and `lint`: each refused with nothing written, or taken whole.

`tests/random_inputs.py` says what that means; the suite tries a few.

Usage: python -m benchmarks.random_inputs [INPUTS]. Ends with the failing input if there is one.
"""

from __future__ import annotations

import sys
import time
from collections import Counter

from hypothesis import HealthCheck, Phase, given, settings

from tests.random_inputs import TRIALS

INPUTS = 10_000


def main(inputs: int) -> None:
    """Try a third of the inputs on each command and print what became of them."""
    for command, (tried, files) in TRIALS.items():
        outcomes: Counter[str] = Counter()
        given_here = -(-inputs // len(TRIALS))
        phases = (Phase.explicit, Phase.generate, Phase.shrink)

        @given(files)
        @settings(
            max_examples=given_here,
            phases=phases,
            database=None,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        )
        def run(data: bytes) -> None:
            outcomes[tried(data)] += 1  # noqa: B023 - called before the next round

        began = time.perf_counter()
        run()
        took = time.perf_counter() - began
        words = "，".join(f"{name} {count}" for name, count in sorted(outcomes.items()))
        print(f"{command}: {sum(outcomes.values())} inputs in {took:.0f} s: {words}", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else INPUTS)
