"""What holds for all tests: property tests ask the same examples on every run, and never fail because a machine is busy.

HYPOTHESIS_PROFILE=cari lets them look for new counter-examples.
"""

import os

from hypothesis import HealthCheck, settings

settings.register_profile("tetap", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("cari", deadline=None, max_examples=1_000, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "tetap"))
