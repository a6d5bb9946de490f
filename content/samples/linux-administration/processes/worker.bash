#!/usr/bin/env bash
# Sends mails until it is asked to stop; finishes the current mail first.
set -euo pipefail

# #region trap
stop=0
trap 'stop=1' TERM                     # remember the wish, do not drop the mail

while [ "$stop" -eq 0 ] && [ ! -e enough ]; do
  for _ in 1 2 3; do sleep 0.1; done   # "sending" one mail
  echo sent >> mails.log
done
echo "worker: clean stop" >> mails.log
exit 143                               # 128 + 15: ended because of SIGTERM
# #endregion trap
