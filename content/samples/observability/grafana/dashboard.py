"""Writes the shop's Grafana dashboard as JSON: python3 dashboard.py > shop.json"""
import json

# #region panels
HTTP = 'http_server_requests_seconds'
PANELS = [  # title, unit, query; the two rows that customers feel come first
    ("Throughput", "reqps", f"sum by (uri) (rate({HTTP}_count[5m]))"),
    ("Error rate", "percentunit", "job:http_errors:ratio_rate5m"),
    ("Latency p99", "s",
     f"histogram_quantile(0.99, sum by (uri, le) (rate({HTTP}_bucket[5m])))"),
    ("Orders by outcome", "ops", "sum by (outcome) (rate(orders_total[5m]))"),
    ("Waiting for a connection", "short",
     "max by (instance) (hikaricp_connections_pending)"),
    ("Cache hit ratio", "percentunit",
     'sum(rate(cache_gets_total{result="hit"}[5m]))'
     ' / sum(rate(cache_gets_total[5m]))'),
    ("Busy threads", "percentunit",
     "tomcat_threads_busy_threads / tomcat_threads_config_max_threads"),
    ("Consumer lag", "short",
     "max by (job) (kafka_consumer_fetch_manager_records_lag_max)"),
    ("CPU of the process", "percentunit", "process_cpu_usage"),
    ("Heap in use", "percentunit",
     'sum by (instance) (jvm_memory_used_bytes{area="heap"})'
     ' / sum by (instance) (jvm_memory_max_bytes{area="heap"})'),
]
# #endregion panels

panels = [
    {
        "id": n + 1, "title": title, "type": "timeseries",
        "gridPos": {"x": 12 * (n % 2), "y": 8 * (n // 2), "w": 12, "h": 8},
        "datasource": {"type": "prometheus", "uid": "prometheus"},
        "fieldConfig": {"defaults": {"unit": unit, "min": 0}, "overrides": []},
        "targets": [{"refId": "A", "expr": query, "exemplar": title == "Latency p99"}],
    }
    for n, (title, unit, query) in enumerate(PANELS)
]
print(json.dumps({
    "uid": "shop", "title": "Shop", "schemaVersion": 39, "refresh": "30s",
    "time": {"from": "now-1h", "to": "now"}, "panels": panels,
}, indent=2))
