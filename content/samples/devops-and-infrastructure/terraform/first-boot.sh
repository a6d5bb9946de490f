#!/usr/bin/env bash
# Runs once as root when the instance first starts; its output is in /var/log/cloud-init-output.log.
set -euo pipefail
useradd --system --shell /sbin/nologin shop
mkdir -p /srv/shop/releases /etc/shop
chown -R shop:shop /srv/shop
for try in 1 2 3 4 5 6; do # the public address may arrive a moment after the boot
  dnf install -y java-25-amazon-corretto-headless nginx && exit 0
  echo "try $try failed" >&2
  sleep 10
done
exit 1
