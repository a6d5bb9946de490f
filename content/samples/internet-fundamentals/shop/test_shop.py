"""Run with: python3 -m unittest"""

import http.client
import json
import threading
import unittest

import shop_server
from raw_request import raw_request


class ShopOverHttp(unittest.TestCase):
    def setUp(self):
        shop_server.Handler.log_message = lambda self, format, *args: None
        self.server = shop_server.start(0)
        threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()
        self.connection = http.client.HTTPConnection("127.0.0.1", self.server.server_port, timeout=5)

    def tearDown(self):
        self.connection.close()
        self.server.shutdown()
        self.server.server_close()

    def ask(self, method, path, body=None, headers={}):
        self.connection.request(method, path, body, headers)
        response = self.connection.getresponse()
        return response, response.read()

    def order(self, **wish):
        response, body = self.ask("POST", "/api/orders", json.dumps(wish))
        return response.status, json.loads(body)

    def test_a_known_product_is_served_as_json(self):
        response, body = self.ask("GET", "/api/products/1")
        self.assertEqual(200, response.status)
        self.assertEqual({"id": 1, "name": "Mug", "price": "12.50"}, json.loads(body))

    def test_an_unknown_product_is_404(self):
        self.assertEqual(404, self.ask("GET", "/api/products/99")[0].status)

    def test_the_price_a_client_sends_is_ignored(self):
        status, order = self.order(productId=1, quantity=2, price="0.01")
        self.assertEqual((201, "25.00"), (status, order["total"]))

    def test_the_location_of_a_new_order_leads_to_it(self):
        response, body = self.ask("POST", "/api/orders", json.dumps({"productId": 1, "quantity": 2}))
        there, order = self.ask("GET", response.headers["Location"])
        self.assertEqual((200, json.loads(body)), (there.status, json.loads(order)))
        self.assertEqual(404, self.ask("GET", "/api/orders/99")[0].status)

    def test_a_negative_quantity_is_refused(self):
        self.assertEqual(422, self.order(productId=1, quantity=-5)[0])

    def test_a_copy_that_is_still_right_is_not_sent_again(self):
        first, _ = self.ask("GET", "/shop.css")
        second, body = self.ask("GET", "/shop.css", headers={"If-None-Match": first.headers["ETag"]})
        self.assertEqual((304, b""), (second.status, body))

    def test_requests_share_one_connection(self):
        self.ask("GET", "/")
        port = self.connection.sock.getsockname()[1]
        self.ask("GET", "/shop.js")
        self.assertEqual(port, self.connection.sock.getsockname()[1])

    def test_plain_text_on_a_socket_is_enough(self):
        _, answer = raw_request(*self.server.server_address)
        self.assertTrue(answer.startswith("HTTP/1.1 200 OK\r\n"))


if __name__ == "__main__":
    unittest.main()
