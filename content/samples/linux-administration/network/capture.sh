#!/usr/bin/env bash
# needs: root tcpdump
# One answered and one refused connection on the loopback interface. Runs in an empty folder.
set -euo pipefail

python3 -m http.server 18080 --bind 127.0.0.1 >/dev/null 2>&1 & server=$!
trap 'kill "$server"' EXIT
sleep 1

# #region capture
# Only packets that open (S), refuse (R) or close (F) a connection
timeout 4 tcpdump -i lo -nn -t --immediate-mode -w caught.pcap \
  'tcp[tcpflags] & (tcp-syn|tcp-rst|tcp-fin) != 0 and (port 18080 or port 18081)' \
  2>/dev/null & sniffer=$!
sleep 1
curl -s -o /dev/null http://127.0.0.1:18080/ || true     # somebody listens
curl -s -o /dev/null http://127.0.0.1:18081/ || true     # nobody does
wait "$sniffer" || true
tcpdump -nn -t -r caught.pcap 2>/dev/null | cut -d, -f1
# #endregion capture
