"""What holds for all tests: property tests ask the same examples on every run, and never fail because a machine is busy.

HYPOTHESIS_PROFILE=cari lets them look for new counter-examples.
"""

import os
import signal

from hypothesis import HealthCheck, settings

settings.register_profile("tetap", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("cari", deadline=None, max_examples=1_000, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "tetap"))

# Started in the background or by nohup, tests inherit ignored signals and would hand them on to the programs they interrupt.
for name, handler in (("SIGINT", signal.default_int_handler), ("SIGHUP", signal.SIG_DFL)):
    number = getattr(signal, name, None)
    if number is not None and signal.getsignal(number) is signal.SIG_IGN:
        signal.signal(number, handler)
