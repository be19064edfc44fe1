"""Has what was just deleted, or a new key, reach the backups, and says where it could not."""

from assist.cli.calls_common import notice
from assist.core.errors import AssistError


def say_backups_in_step() -> None:
    """After a deletion or a new key: which backups still have what was before."""
    from assist.app.backup import follow_backups

    try:
        waiting = follow_backups()
    except AssistError as error:
        notice(f"The backups still have what was before: {error}")
        return
    for each in waiting:
        why = "cannot be changed now" if each.is_there else "is not plugged in"
        notice(
            f"The backup in {each.folder} {why} and still has what was before; it follows when it "
            "is there ('assist backup check')."
        )
