"""The words of the domain. Pure: no clock, no I/O, no thread."""
