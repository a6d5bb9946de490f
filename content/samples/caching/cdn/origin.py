"""The shop's API in miniature: public products, one private cart."""
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

ETAG = '"42-7"'
BODY = b'{"id":42,"sku":"MUG-042","price":12.50}'


class Shop(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    requests = 0

    # #region origin
    def do_GET(self):
        Shop.requests += 1
        public = self.path.startswith("/api/products/")
        unchanged = public and self.headers.get("If-None-Match") == ETAG
        self.send_response(304 if unchanged else 200)
        if public:
            self.send_header("ETag", ETAG)
            self.send_header("Cache-Control", "public, max-age=1, stale-while-revalidate=30")
        else:
            self.send_header("Cache-Control", "private, no-store")
        body = b"" if unchanged else BODY
        if not unchanged:
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Content-Type", "application/json")
        self.send_header("X-Origin-Requests", str(Shop.requests))
        self.end_headers()
        self.wfile.write(body)
    # #endregion origin

    def log_message(self, *args):
        pass


ThreadingHTTPServer(("127.0.0.1", 8411), Shop).serve_forever()
