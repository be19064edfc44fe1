"""What the functions of a team's database carry that run with their owner's rights.

Nothing that a caller sets reaches into them: not the search path, nor `row_security`, which callers
may switch off for themselves (and get errors).
"""

FIXED = "SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET row_security = on"

QUICK = f"{FIXED} SET jit = off"
"""For those whose queries take longer to compile than to run."""

QUICK_BY_CALLER = f"{QUICK} SET plan_cache_mode = force_custom_plan"
"""For those in which what somebody may see decides which index is the quickest."""

LOOK_LASTS = "1 hour"
"""How long after a look in the log a lead may read on."""
