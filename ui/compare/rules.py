"""What stores which warnings a document shows."""

from typing import Protocol


class RuleChoice(Protocol):
    """Stores which warnings the open document shows, as steps that can be undone."""

    def dismiss_rule(self, rule: str, *, dismissed: bool = True) -> object:
        """Show no warnings with this code, or show them again."""
