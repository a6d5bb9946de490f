"""Builds a DNS question by hand.

python3 ask.py                          prints the bytes of the question
python3 ask.py shop.example 127.0.0.1 5353   sends it and prints the IPv4 address of the answer
"""

import socket
import struct
import sys


# #region question
def question(name, query_id=0x1234):
    header = struct.pack(
        ">HHHHHH",
        query_id,  # chosen by the asker, repeated in the answer
        0x0100,    # flags: "recursion desired", please find it for me
        1,         # one question
        0, 0, 0,   # no answers, no authority, no additional records
    )
    labels = b"".join(bytes([len(label)]) + label.encode("ascii")
                      for label in name.split("."))
    kind = struct.pack(">HH", 1, 1)  # type A, class IN
    return header + labels + b"\x00" + kind
# #endregion question


def ask(name, server, port):
    packet = question(name)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as udp:
        udp.settimeout(2)
        udp.sendto(packet, (server, port))
        answer = udp.recv(512)
    query_id, flags, _, answers, _, _ = struct.unpack(">HHHHHH", answer[:12])
    if query_id != 0x1234 or flags & 0xF or answers == 0:
        raise LookupError(f"{name}: code {flags & 0xF}, {answers} answers")
    record = answer[len(packet):]  # the answer repeats the question, then lists records
    _, record_type, _, ttl, size = struct.unpack(">HHHIH", record[:12])
    if (record_type, size) != (1, 4):
        raise LookupError(f"{name}: first record has type {record_type}, not A")
    return ".".join(str(byte) for byte in record[12:16]), ttl


if __name__ == "__main__":
    if len(sys.argv) == 4:
        address, ttl = ask(sys.argv[1], sys.argv[2], int(sys.argv[3]))
        print(f"{sys.argv[1]} is {address}, good for {ttl} seconds")
    else:
        packet = question("shop.example")
        print(f"{len(packet)} bytes: {packet.hex(' ')}")
