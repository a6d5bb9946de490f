"""One release of the shop. usage: backend.py PORT VERSION [FAIL_EVERY]"""
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


def make_handler(version: str, fail_every: int = 0):
    count = 0

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            nonlocal count
            status = 200
            if self.path == "/health":
                status = 503 if version == "broken" else 200
            else:
                count += 1
                if fail_every and count % fail_every == 0:
                    status = 500
            if self.path == "/slow":
                time.sleep(2)
            body = version.encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args):
            pass

    return Handler


if __name__ == "__main__" and len(sys.argv) > 2:
    port, version = int(sys.argv[1]), sys.argv[2]
    every = int(sys.argv[3]) if len(sys.argv) > 3 else 0
    ThreadingHTTPServer(("127.0.0.1", port), make_handler(version, every)).serve_forever()
