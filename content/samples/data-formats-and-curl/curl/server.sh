# To be sourced: starts ShopServer and sets $shop to its address. Needs JDK 25.
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
for home in /usr/lib/jvm/*25*; do                     # a machine whose java is an older one
  [ -n "${JAVA_HOME:-}" ] || [ ! -x "$home/bin/java" ] || java="$home/bin/java"
done
samples="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
rm -f server.url
"$java" "$samples/src/main/java/shop/formats/ShopServer.java" 0 > server.url 2> server.log &
server_pid=$!
trap 'kill $server_pid 2>/dev/null || true' EXIT
for _ in {1..200}; do
  [ -s server.url ] && break
  sleep 0.1
done
shop="$(cat server.url)"
