"""A stand-in shop service: python3 backend.py NAME PORT. Says who it is and what reached it."""
import json, sys, threading, time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

NAME, PORT = sys.argv[1], int(sys.argv[2])
created = 0

class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self, status, **body):
        data = json.dumps({"service": NAME, **body}).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def do_GET(self):
        if self.path.endswith("/slow"):
            time.sleep(3)
        if self.path == "/created":
            return self.answer(200, created=created)
        seen = {k: v for k, v in self.headers.items()
                if k.lower() in ("host", "x-forwarded-for", "x-forwarded-proto")}
        self.answer(200, path=self.path, headers=seen)

    def do_POST(self):
        global created
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        created += 1                      # the order is in the database now ...
        if NAME == "order-flaky":
            self.close_connection = True  # ... and the process dies before it answers
            self.connection.close()
            return
        self.answer(201, created=created)

    def log_message(self, *args):
        pass

    def handle_one_request(self):
        try:
            super().handle_one_request()
        except (OSError, ValueError):
            self.close_connection = True

ThreadingHTTPServer(("127.0.0.1", PORT), Handler).serve_forever()
