#!/usr/bin/env bash
# needs: npm
# The same version with other content: what a lock file notices. Works without a network.
set -euo pipefail
export npm_config_cache="$PWD/cache" npm_config_loglevel=error npm_config_audit=false npm_config_fund=false

pack() { # makes price-format-1.0.0.tgz that formats with $1
  mkdir -p price-format
  echo '{"name":"price-format","version":"1.0.0","main":"index.js"}' > price-format/package.json
  echo "module.exports = (n) => n.toFixed(2) + '$1';" > price-format/index.js
  (cd price-format && npm pack --silent --pack-destination .. > /dev/null)
}

# #region pin
pack ' EUR'
mkdir -p app && cd app
echo '{"name":"app","version":"1.0.0","dependencies":
  {"price-format":"file:../price-format-1.0.0.tgz"}}' > package.json
npm install --ignore-scripts > /dev/null
node -e 'console.log(require("price-format")(12.5))'
grep -o '"integrity": "sha512-.\{12\}' package-lock.json

cd .. && pack ' EUR, plus something nasty'
rm -rf app/node_modules cache && cd app
if npm ci --ignore-scripts 2> error.txt; then exit 1; fi
grep -o 'code EINTEGRITY' error.txt
# #endregion pin
