"""Starts three shop instances (one slow) behind nginx and counts who answered what."""
import os, shutil, subprocess, sys, tempfile, threading, time, urllib.error, urllib.request
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

DELAY = {7221: 0.02, 7222: 0.02, 7223: 0.20}   # instance 3 is ten times slower


class Shop(BaseHTTPRequestHandler):
    def do_GET(self):
        port: int = self.connection.getsockname()[1]
        if self.path.startswith(("/rr/", "/lc/")):
            time.sleep(DELAY[port])
        self.send_response(200)
        self.end_headers()
        self.wfile.write(str(port).encode())

    def log_message(self, *args):
        pass


def get(path):
    start = time.monotonic()
    try:
        with urllib.request.urlopen("http://127.0.0.1:7220" + path) as answer:
            return answer.status, answer.read().decode(), time.monotonic() - start
    except urllib.error.HTTPError as error:
        return error.code, "", time.monotonic() - start


def burst(path, calls, clients):
    start = time.monotonic()
    with ThreadPoolExecutor(clients) as pool:
        answers = list(pool.map(lambda _: get(path), range(calls)))
    return answers, time.monotonic() - start


conf = os.path.join(os.path.dirname(os.path.abspath(__file__)), "nginx.conf")
folder = tempfile.mkdtemp()
os.makedirs(os.path.join(folder, "logs"))
for port in DELAY:
    server = ThreadingHTTPServer(("127.0.0.1", port), Shop)
    threading.Thread(target=server.serve_forever, daemon=True).start()
nginx = subprocess.Popen(["nginx", "-p", folder, "-c", conf, "-g", "daemon off;"])
try:
    time.sleep(1)
    for name, path in (("round robin", "/rr/x"), ("least_conn", "/lc/x")):
        answers, took = burst(path, calls=300, clients=12)
        share = Counter(body for _, body, _ in answers)
        print(f"{name:12s} fast {share['7221']:3d}  fast {share['7222']:3d}  slow {share['7223']:3d}  300 calls in {took:.1f} s")
    for name, path in (("throttled", "/throttled/x"), ("limited", "/limited/x")):
        answers, took = burst(path, calls=15, clients=15)
        codes = dict(sorted(Counter(code for code, _, _ in answers).items()))
        print(f"{name:12s} 15 calls at once: {codes}, slowest {max(t for _, _, t in answers):.1f} s")
finally:
    nginx.terminate()
    nginx.wait()
    shutil.rmtree(folder)
