"""The smallest shop that speaks HTTP: three products in a database, one order endpoint.

python3 shop_server.py 8080                     serves http://127.0.0.1:8080
python3 shop_server.py 8443 shop.pem shop.key   serves https with that certificate and key
"""

import hashlib
import json
import sqlite3
import ssl
import sys
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock

PAGE = b"""<!doctype html>
<html lang="en">
<title>Shop</title>
<link rel="stylesheet" href="/shop.css">
<h1>Shop</h1>
<p id="product">Loading...</p>
<script src="/shop.js"></script>
"""
STYLE = b"body { font-family: sans-serif }\n"
SCRIPT = b"""fetch("/api/products/1")
  .then((response) => response.json())
  .then((product) => {
    document.querySelector("#product").textContent =
      product.name + ": " + product.price + " EUR";
  });
"""


class Shop:
    """The products and orders, in an in-memory database that dies with the process."""

    def __init__(self):
        self.lock = Lock()
        self.db = sqlite3.connect(":memory:", check_same_thread=False)
        self.db.executescript(
            """
            create table product (id integer primary key, name text, price text);
            create table orders (id integer primary key, product_id int, quantity int, total text);
            insert into product values (1, 'Mug', '12.50'), (2, 'Lamp', '39.00'), (3, 'Desk', '249.00');
            """
        )

    def product(self, product_id):
        with self.lock:
            row = self.db.execute(
                "select id, name, price from product where id = ?", (product_id,)
            ).fetchone()
        return dict(zip(("id", "name", "price"), row)) if row else None

    def order(self, order_id):
        with self.lock:
            row = self.db.execute("select id, total from orders where id = ?", (order_id,)).fetchone()
        return {"id": row[0], "status": "NEW", "total": row[1]} if row else None

    # #region place-order
    def place_order(self, wish):
        """Takes what the client may decide, and looks up everything else itself."""
        product_id, quantity = wish.get("productId"), wish.get("quantity")
        product = self.product(product_id) if type(product_id) is int else None
        if product is None:
            return 422, {"error": "unknown product"}
        if type(quantity) is not int or not 1 <= quantity <= 100:
            return 422, {"error": "quantity must be a number from 1 to 100"}

        total = Decimal(product["price"]) * quantity  # never wish["price"]
        with self.lock:
            order_id = self.db.execute(
                "insert into orders (product_id, quantity, total) values (?, ?, ?)",
                (product["id"], quantity, str(total)),
            ).lastrowid
        return 201, {"id": order_id, "status": "NEW", "total": str(total)}
    # #endregion place-order


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # keeps the connection open for the next request
    wbufsize = -1  # collects head and body, so that they leave in one write
    disable_nagle_algorithm = True  # sends a small write at once; see the note in the lesson
    shop: "Shop"

    def version_string(self):
        return "shop"  # the default also tells the world your Python version

    def do_GET(self):
        files = {
            "/": ("text/html; charset=utf-8", PAGE),
            "/shop.css": ("text/css", STYLE),
            "/shop.js": ("text/javascript", SCRIPT),
        }
        if self.path in files:
            content_type, body = files[self.path]
            return self.answer(200, content_type, body)

        prefix, _, number = self.path.rpartition("/")
        find = {"/api/products": self.shop.product, "/api/orders": self.shop.order}.get(prefix)
        found = find(int(number)) if find and number.isdecimal() else None
        if found:
            return self.answer_json(200, found)
        return self.answer_json(404, {"error": "not found"})

    def do_POST(self):
        length = int(self.headers.get("Content-Length", 0))
        body = self.rfile.read(length)
        if self.path != "/api/orders":
            return self.answer_json(404, {"error": "not found"})
        try:
            wish = json.loads(body)
        except ValueError:
            return self.answer_json(400, {"error": "body is not JSON"})
        if not isinstance(wish, dict):
            return self.answer_json(400, {"error": "body is not a JSON object"})
        status, result = self.shop.place_order(wish)
        location = f"/api/orders/{result['id']}" if status == 201 else None
        return self.answer_json(status, result, location)

    # #region answer
    def answer(self, status, content_type, body, location=None):
        etag = '"' + hashlib.sha256(body).hexdigest()[:8] + '"'
        if status == 200 and self.headers.get("If-None-Match") == etag:
            self.send_response(304)  # the copy you hold is still right
            self.send_header("ETag", etag)
            # A 304 repeats what a 200 would say.
            self.send_header("Cache-Control", "no-cache")
            self.end_headers()
            return
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        if status == 200:
            self.send_header("ETag", etag)
            self.send_header("Cache-Control", "no-cache")  # keep it, but ask first
        if location:
            self.send_header("Location", location)
        self.end_headers()
        self.wfile.write(body)
    # #endregion answer

    def answer_json(self, status, value, location=None):
        self.answer(status, "application/json", json.dumps(value).encode() + b"\n", location)

    def log_message(self, format, *args):
        sys.stderr.write(f"{self.client_address[0]}:{self.client_address[1]} {format % args}\n")


def start(port, host="127.0.0.1", certificate=None, key=None):
    Handler.shop = Shop()
    server = ThreadingHTTPServer((host, port), Handler)
    if certificate:
        tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        tls.load_cert_chain(certificate, key)
        # The handshake runs in the thread of its connection, so a slow client holds up nobody.
        server.socket = tls.wrap_socket(
            server.socket, server_side=True, do_handshake_on_connect=False
        )
    return server


if __name__ == "__main__":
    if len(sys.argv) in (2, 4):
        port, *files = sys.argv[1:]
        start(int(port), "127.0.0.1", *files).serve_forever()
    else:
        print(__doc__)
