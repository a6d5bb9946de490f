"""What the shop's cloud bill is made of. List prices in US dollars, AWS us-east-1; check yours."""

# #region prices
HOURS = 730
VCPU_HOUR, GB_HOUR = 0.04048, 0.004445          # Fargate, Linux/x86
LAMBDA_GB_SECOND, LAMBDA_REQUEST = 0.0000166667, 0.20 / 1_000_000
EGRESS_GB, EGRESS_FREE_GB = 0.09, 100           # to the internet, first 10 TB
NAT_HOUR, NAT_GB = 0.045, 0.045
ZONE_GB = 0.02                                  # 0.01 out of one zone, 0.01 into the other
LOG_GB = 0.50                                   # CloudWatch Logs, ingestion
IPV4_HOUR = 0.005
# #endregion prices


def container(count: int, vcpu: float, gb: float) -> float:
    return count * (vcpu * VCPU_HOUR + gb * GB_HOUR) * HOURS


def function(requests: float, seconds: float, gb: float) -> float:
    return requests * (seconds * gb * LAMBDA_GB_SECOND + LAMBDA_REQUEST)


def bill() -> dict[str, float]:
    return {
        "2 containers, 1 vCPU, 2 GB": container(2, 1, 2),
        "2 NAT gateways, hours": 2 * NAT_HOUR * HOURS,
        "300 GB through NAT": 300 * NAT_GB,
        "600 GB to the internet": (600 - EGRESS_FREE_GB) * EGRESS_GB,
        "400 GB between zones": 400 * ZONE_GB,
        "80 GB of logs": 80 * LOG_GB,
        "4 public IPv4 addresses": 4 * IPV4_HOUR * HOURS,
    }


if __name__ == "__main__":
    lines = bill()
    for name, dollars in lines.items():
        print(f"{name:28} {dollars:7.2f}")
    total = sum(lines.values())
    print(f"{'total without the database':28} {total:7.2f}   containers are {lines['2 containers, 1 vCPU, 2 GB'] / total:.0%}")
    print()
    fixed = container(2, 1, 2)
    print(f"function of 1 GB, 100 ms a request; the two containers cost {fixed:.2f} in any case")
    for millions in (1, 10, 40, 100):
        print(f"{millions:5d} million requests a month {function(millions * 1e6, 0.1, 1):8.2f}")
    even = fixed / function(1, 0.1, 1)
    print(f"equal at {even / 1e6:.1f} million a month, {even / HOURS / 3600:.1f} a second on average")
