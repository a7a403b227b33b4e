"""How long tests wait: for a condition; this is only when to give up."""

PATIENCE = 60_000  # milliseconds
