"""Log aggregation in small: a GELF sender, a collector that joins chunks, and stream rules."""
import gzip
import json
import os
import socket

CHUNK = 300          # tiny, to see chunks here; 1,420 suits a WAN, 8,192 a local network


# #region sender
def gelf(
    host: str, level: int, short: str, full: str | None = None, **fields
) -> bytes:
    message = {
        "version": "1.1", "host": host, "level": level, "short_message": short
    }
    if full:
        message["full_message"] = full
    message |= {f"_{name}": value for name, value in fields.items()}
    return gzip.compress(json.dumps(message).encode())


def datagrams(payload: bytes) -> list[bytes]:
    if len(payload) <= CHUNK:
        return [payload]
    parts = [payload[i:i + CHUNK] for i in range(0, len(payload), CHUNK)]
    assert len(parts) <= 128, "the receiver drops more than 128 chunks"
    message_id = os.urandom(8)
    return [b"\x1e\x0f" + message_id + bytes([n, len(parts)]) + part
            for n, part in enumerate(parts)]
# #endregion sender


# #region collector
class Collector:
    def __init__(self, rules):
        self.rules, self.waiting, self.streams = rules, {}, {}

    def receive(self, datagram: bytes) -> None:
        if datagram[:2] == b"\x1e\x0f":
            message_id, number, count = datagram[2:10], datagram[10], datagram[11]
            parts = self.waiting.setdefault(message_id, {})
            parts[number] = datagram[12:]
            if len(parts) < count:
                return                      # a real server gives up after 5 seconds
            datagram = b"".join(parts[i] for i in range(count))
            del self.waiting[message_id]
        message = json.loads(gzip.decompress(datagram))
        matching = [name for name, rule in self.rules.items() if rule(message)]
        for name in matching or ["default"]:
            self.streams.setdefault(name, []).append(message)
# #endregion collector


if __name__ == "__main__":
    server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    server.bind(("127.0.0.1", 0))
    server.settimeout(2)
    client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    collector = Collector({
        "payment-errors": lambda m: m.get("_service") == "payment" and m["level"] <= 3,
        "audit": lambda m: m.get("_event") == "price-changed",
    })
    trace = "\n".join(f"at shop.payment.Step{os.urandom(6).hex()}.run(Step.java:{n})" for n in range(60))
    messages = {
        "order paid": gelf("pod-1", 6, "Order paid", service="order", order_id=701),
        "price changed": gelf("pod-1", 6, "Price changed", service="catalog", event="price-changed", sku="MUG-01"),
        "card error + trace": gelf("pod-2", 3, "Card provider timed out", trace, service="payment", order_id=702),
        "same, one chunk lost": gelf("pod-2", 3, "Card provider timed out", trace, service="payment", order_id=703),
    }
    for name, payload in messages.items():
        packets = datagrams(payload)
        print(f"{name}: {len(payload)} bytes, {len(packets)} datagram(s)")
        if "lost" in name:
            packets.pop(1)
        for packet in packets:
            client.sendto(packet, server.getsockname())
            collector.receive(server.recv(65535))
    print("streams:", {name: len(found) for name, found in sorted(collector.streams.items())})
    print("never completed:", len(collector.waiting))
    found = [m["_order_id"] for m in collector.streams["payment-errors"]]
    print("search service:payment AND level:<=3 ->", found)
    assert found == [702] and len(collector.waiting) == 1
