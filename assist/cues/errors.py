"""What can be wrong with a playbook."""

from assist.core.errors import UsageError


class PlaybookError(UsageError):
    """A playbook cannot be used. The message names file, place and what to do; the first problem
    comes first, `problems` holds all of them, one sentence each."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        self.problems = problems
        more = len(problems) - 1
        note = "" if not more else f" ({more} more problem{'s' if more > 1 else ''} after it)"
        super().__init__(problems[0] + note)
