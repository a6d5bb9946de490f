"""Says what is wrong with clinic/broken.txt before a cluster does, and that the cures are enough. Run: python3 clinic.py"""
import re
from pathlib import Path

HERE = Path(__file__).parent
PUSHED = {"1.4.0", "1.4.1"}  # what the registry has
NEEDED = 640  # MiB: heap, threads and metaspace of the API

CURES = {
    "secretName: shop-bd": "secretName: shop-db",
    "shop-api:1.4.O": "shop-api:1.4.0",
    "memory: 64Mi": "memory: 640Mi",
    "port: 8081": "port: http",
    "selector: { app.kubernetes.io/name: shop }": "selector: { app.kubernetes.io/name: shop-api }",
}


def one(pattern: str, text: str) -> re.Match[str]:
    found = re.search(pattern, text)
    assert found, pattern
    return found


def faults(text: str) -> list[str]:
    """The faults in the sequence in which a cluster shows them, each with its line."""
    secrets = re.findall(r"kind: Secret\nmetadata:\n  name: (\S+)", (HERE / "manifests/secret.yaml").read_text())
    ports = {"http"} | set(re.findall(r"containerPort: (\d+)", text))
    label = one(r"labels: \{ (.+?) \}", text).group(1)
    checks = [
        (one(r"secretName: (\S+)", text), lambda m: m.group(1) in secrets, "no such Secret in the namespace"),
        (one(r"image: \S+:(\S+)", text), lambda m: m.group(1) in PUSHED, "no such tag in the registry"),
        (one(r"limits: \{ memory: (\d+)Mi", text), lambda m: int(m.group(1)) >= NEEDED, "too small for the JVM"),
        (one(r"httpGet: .*port: (\w+)", text), lambda m: m.group(1) in ports, "nothing listens on this port"),
        (one(r"\n  selector: \{ (.+?) \}", text), lambda m: m.group(1) == label, "matches no Pod's labels"),
    ]
    lines = []
    for match, good, why in checks:
        if not good(match):
            number = text.count("\n", 0, match.end()) + 1
            lines.append(f"line {number}: {match.group(0).strip()}: {why}")
    return lines


if __name__ == "__main__":
    broken = (HERE / "clinic/broken.txt").read_text()
    print("\n".join(faults(broken)))
    for wrong, right in CURES.items():
        assert wrong in broken, wrong
        broken = broken.replace(wrong, right)
    assert faults(broken) == []
