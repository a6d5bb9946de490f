#!/usr/bin/env bash
# Shows what a virtual environment is: a folder with its own interpreter link and its own packages.
set -euo pipefail

# #region venv
python3 -m venv .venv
.venv/bin/python -c \
  'import sys; print("own folder:", sys.prefix != sys.base_prefix)'
.venv/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))' |
  sed "s|$PWD/||"
.venv/bin/python -m pip --version | sed 's/ from .*//'
# #endregion venv
