"""Speaks HTTP without an HTTP library, to show that a request is only text on a connection."""

import socket
import sys
import threading

from shop_server import start


# #region raw
def raw_request(host, port):
    request = (
        "GET /api/products/1 HTTP/1.1\r\n"
        "Host: shop.example\r\n"
        "Accept: application/json\r\n"
        "Connection: close\r\n"
        "\r\n"
    )
    with socket.create_connection((host, port), timeout=5) as connection:
        connection.sendall(request.encode("ascii"))
        answer = b""
        while chunk := connection.recv(4096):
            answer += chunk
    return request, answer.decode()
# #endregion raw


if __name__ == "__main__":
    server = start(0)  # port 0: the system picks a free one
    threading.Thread(target=server.serve_forever, daemon=True).start()
    sent, received = raw_request(*server.server_address)
    sys.stdout.write(sent.replace("\r\n", "\n"))
    sys.stdout.write(received.replace("\r\n", "\n"))
    server.shutdown()
