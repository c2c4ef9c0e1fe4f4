"""Where in the code an error came from, in a form that may be logged: no message, no values, no payload."""

import traceback

FRAMES = 12


def where(error: BaseException) -> list[str]:
    """File, line and function of the innermost frames, outermost first, for the error and what caused it."""
    frames = traceback.extract_tb(error.__traceback__)[-FRAMES:]
    lines = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    cause = error.__cause__ or error.__context__
    return lines if cause is None else [*lines, f"after {type(cause).__name__}:", *where(cause)]
