"""The front door: `python -m bot`."""

from handlers.cli import main

if __name__ == "__main__":
    main()
