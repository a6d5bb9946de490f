#!/usr/bin/env bash
# Who can read a password that a service gets in its environment, and one that it gets in a file?
set -euo pipefail
mkdir credentials; printf 'tea-4-two' > credentials/spring.datasource.password; chmod 400 credentials/*

cat > service.sh <<'SERVICE'
tool() { env | grep -c "tea-4-two"; }
echo "  in the environment of a tool that it starts: $(tool) time(s)"
SERVICE
# #region compare
echo "password in the environment"
DB_PASSWORD=tea-4-two bash service.sh
echo "path of a file in the environment"
CREDENTIALS_DIRECTORY=$PWD/credentials bash service.sh
# #endregion compare
