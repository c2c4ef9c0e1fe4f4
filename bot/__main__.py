"""The front door: `python -m bot`."""

import gc

# What is imported stays: to look for garbage among it is a quarter of the time in which the program starts.
gc.disable()
from handlers.cli import main  # noqa: E402  As the lines above say.

gc.freeze()
gc.enable()

if __name__ == "__main__":
    main()
