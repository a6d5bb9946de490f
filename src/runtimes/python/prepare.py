"""Runs once in a fresh interpreter: makes `run`, and closes the ways from Python to the browser.

Every run has a module `__main__` of its own, the working folder, arguments and modules of the first one, and an event
loop that needs no browser, so that `asyncio.run` waits as it does everywhere else.
"""

import asyncio
import contextvars
import os
import socket
import sys
import time
import traceback
import types

FILE = "code.py"
HOME = os.getcwd()
BRIDGES = ("js", "pyodide_js", "pyodide.http", "pyodide.code", "micropip")

_sleep = time.sleep


def sleep(seconds):
    """Waits in short steps: between two of them a run can be ended."""
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        _sleep(min(0.005, left))


def no_network(*_anything, **_named):
    raise OSError("There is no network here.")


class Waiting:
    """In place of the selector of an event loop: no socket can wake it, only time."""

    def select(self, timeout):
        if timeout is None:
            raise RuntimeError("Every task waits, and nothing is left that could wake one.")
        sleep(timeout)
        return []


class EventLoop(asyncio.BaseEventLoop):
    def __init__(self):
        super().__init__()
        self._selector = Waiting()

    def _process_events(self, events):
        pass

    def _write_to_self(self):
        pass


def told(error, in_setup):
    """What happened and where, as strings and numbers."""
    return happened(error) | ({"inSetup": True} if in_setup else {})


def happened(error):
    if isinstance(error, SystemExit):
        return {} if error.code in (None, 0) else {"code": "SystemExit", "message": str(error.code)}
    if isinstance(error, MemoryError):
        return {"code": "MemoryError", "message": "", "limit": "memory"}
    name = type(error).__name__
    if isinstance(error, SyntaxError):
        place = {"line": error.lineno, "column": error.offset} if error.filename == FILE and error.lineno else {}
        return {"code": name, "message": error.msg} | place
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == FILE]
    text = "".join(traceback.TracebackException(type(error), error, error.__traceback__).format_exception_only()).rstrip()
    message = text.removeprefix(name).removeprefix(": ") or name
    return {"code": name, "message": message} | ({"line": lines[-1]} if lines else {})


def run(texts, reader):
    """Runs texts one after another in one namespace; the one at the place `reader` is the reader's own code."""
    main = types.ModuleType("__main__")
    main.__file__ = f"{HOME}/{FILE}"
    sys.modules["__main__"] = main
    for name in set(sys.modules) - KNOWN:
        if getattr(sys.modules[name], "__file__", None) and sys.modules[name].__file__.startswith(HOME):
            del sys.modules[name]
    os.chdir(HOME)
    sys.argv[:] = [FILE]
    try:
        for place, text in enumerate(texts):
            quiet(place < reader)
            exec(compile(text, FILE if place == reader else f"<{place}>", "exec"), main.__dict__)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()


def run_told(texts, reader):
    try:
        contextvars.copy_context().run(run, texts, reader)
    except BaseException as error:
        return told(error, is_quiet())
    return {}


# Modules that samples ask for most are loaded here, while the reader still waits for the rest.
import collections, dataclasses, datetime, decimal, functools, itertools, json, math, random, re, typing  # noqa: E401,E402,F401

time.sleep = sleep
asyncio.events.new_event_loop = asyncio.new_event_loop = EventLoop
asyncio._set_running_loop(None)
sys.stdout.reconfigure(line_buffering=True)
sys.stderr.reconfigure(line_buffering=True)
for name in ("bind", "connect", "connect_ex", "sendto"):
    setattr(socket.socket, name, no_network)
socket.getaddrinfo = no_network
for bridge in BRIDGES:
    sys.modules[bridge] = None
sys.meta_path[:] = [finder for finder in sys.meta_path if type(finder).__module__.partition(".")[0] not in ("_pyodide", "pyodide")]
KNOWN = set(sys.modules)
