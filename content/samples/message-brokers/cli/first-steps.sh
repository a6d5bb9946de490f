#!/usr/bin/env bash
# Needs the bin folder of Kafka 4.2 or newer on the PATH and a broker on localhost:9092 (see compose.yaml).
set -euo pipefail
command -v kafka-topics.sh >/dev/null || { echo "kafka-topics.sh is not on the PATH: skipped" >&2; exit 0; }

# #region topic
kafka-topics.sh --bootstrap-server localhost:9092 --create --if-not-exists \
  --topic demo.orders --partitions 3 --replication-factor 1

# key:value pairs; the key decides the partition
kafka-console-producer.sh \
  --bootstrap-server localhost:9092 --topic demo.orders \
  --reader-property parse.key=true --reader-property key.separator=: <<'RECORDS'
42:OrderCreated
43:OrderCreated
42:PaymentCaptured
44:OrderCreated
43:PaymentDeclined
42:OrderShipped
RECORDS

kafka-console-consumer.sh \
  --bootstrap-server localhost:9092 --topic demo.orders \
  --group demo --from-beginning --max-messages 6 \
  --formatter-property print.partition=true \
  --formatter-property print.offset=true \
  --formatter-property print.key=true
# #endregion topic

# Two more records that nobody reads: they are the group's lag.
printf '42:OrderReturned\n45:OrderCreated\n' | kafka-console-producer.sh \
  --bootstrap-server localhost:9092 --topic demo.orders \
  --reader-property parse.key=true --reader-property key.separator=:

# #region lag
kafka-consumer-groups.sh \
  --bootstrap-server localhost:9092 --describe --group demo
# #endregion lag

# #region replay
kafka-consumer-groups.sh --bootstrap-server localhost:9092 --group demo \
  --topic demo.orders --reset-offsets --to-earliest --execute
# #endregion replay
