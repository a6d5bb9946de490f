"""A service that ends a connection which was idle for two seconds, at the worst moment: as the next request comes."""
import socket
import sys
import threading
import time

IDLE = 2.0


def serve(connection: socket.socket) -> None:
    with connection:
        answered = None
        while request := read(connection):
            if answered is not None and time.monotonic() - answered > IDLE:
                print('too late:', request.split(b'\r\n')[0].decode(), flush=True)
                return                      # closed, and nothing was answered
            connection.sendall(b'HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nok\n')
            answered = time.monotonic()


def read(connection: socket.socket) -> bytes:
    request = b''
    while b'\r\n\r\n' not in request:
        part = connection.recv(4096)
        if not part:
            return b''
        request += part
    return request


with socket.create_server(('127.0.0.1', int(sys.argv[1]))) as server:
    while True:
        threading.Thread(target=serve, args=(server.accept()[0],), daemon=True).start()
