"""A server that listens but never accepts: clients connect, nobody answers."""
import socket
import subprocess

# #region queue
server = socket.socket()
server.bind(("127.0.0.1", 0))
server.listen(2)                          # room for 2, Linux admits 3
port = server.getsockname()[1]

clients = []
for number in range(1, 5):
    client = socket.socket()
    client.settimeout(1)
    try:
        client.connect(("127.0.0.1", port))
        client.sendall(b"GET / HTTP/1.1\r\nHost: shop\r\n\r\n")
        print(f"client {number}: connected, request sent")
    except TimeoutError:
        print(f"client {number}: timed out")
    clients.append(client)

line = subprocess.run(["ss", "-Hltn", f"sport = :{port}"],
                      capture_output=True, text=True).stdout.split()
print(f"ss says: {line[0]}  Recv-Q {line[1]}  Send-Q {line[2]}")
# #endregion queue

for s in [*clients, server]:
    s.close()
