"""How long tests wait for a condition before they give up."""

PATIENCE = 60_000  # milliseconds
