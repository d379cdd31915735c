from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings

from tests.random_inputs import TRIALS


@pytest.mark.parametrize("command", TRIALS)
def test_any_file_is_refused_or_taken_whole(command: str) -> None:
    tried, files = TRIALS[command]
    outcomes: Counter[str] = Counter()

    @given(files)
    @settings(max_examples=100, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    def run(data: bytes) -> None:
        outcomes[tried(data)] += 1

    run()
    assert min(outcomes["refused"], outcomes["applied"]) > 2, outcomes
