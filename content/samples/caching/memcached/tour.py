"""Memcached's text protocol by hand: set, get, compare-and-set, and the 30-day trap."""
import shutil
import socket
import subprocess
import sys
import time

PORT = 11310


def start():
    if not shutil.which("memcached"):
        sys.exit(print("memcached is not installed: skipped"))
    server = subprocess.Popen(["memcached", "-l", "127.0.0.1", "-p", str(PORT), "-u", "nobody"])
    for _ in range(50):
        try:
            return server, socket.create_connection(("127.0.0.1", PORT))
        except ConnectionRefusedError:
            time.sleep(0.1)
    raise SystemExit("memcached did not start")


# #region protocol
def ask(line, body=None):
    message = line if body is None else f"{line}\r\n{body}"
    connection.sendall(message.encode() + b"\r\n")
    time.sleep(0.05)
    answer = connection.recv(4096).decode().strip().replace("\r\n", " | ")
    print(f"{line:<38} {answer}")
    return answer


def tour():
    # set <key> <flags> <seconds> <bytes>
    ask("set product:42 0 600 5", "12.50")
    unique = ask("gets product:42").split(" | ")[0].split()[-1]
    ask("set product:42 0 600 5", "13.90")            # somebody else writes
    ask(f"cas product:42 0 600 5 {unique}", "11.90")  # our token is out of date
    ask("get product:42")
    ask("add lock:product:42 0 3 1", "a")             # first taker
    ask("add lock:product:42 0 3 1", "b")             # second taker
    ask("set menu:en 0 2592000 4", "tea,")            # 30 days: from now
    ask("set menu:de 0 2592001 4", "tee,")            # a second more: year 1970
    ask("get menu:en")
    ask("get menu:de")
# #endregion protocol


server, connection = start()
try:
    tour()
finally:
    server.terminate()
    server.wait()
