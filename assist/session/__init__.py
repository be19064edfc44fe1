"""A call in progress: the stages composed, their drivers, the journal and its replay."""
