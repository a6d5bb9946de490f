#!/usr/bin/env bash
# Stops inside fee(), but only for the order that was reported.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cp "$here/shipping.py" .

# #region pdb
python3 -m pdb \
  -c 'break fee, total == 5000' \
  -c 'continue' \
  -c 'args' \
  -c 'next' \
  -c 'p free' \
  -c 'quit' shipping.py
# #endregion pdb
