#!/usr/bin/env bash
# needs: network
# needs: server users (java -jar target/spring-framework-1.0.0.jar, port 8080)
# Runs the Postman collection from the command line, as a pipeline would.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

# #region run
npx --yes newman@6.2.2 run "$here/users.postman_collection.json" \
  --env-var "baseUrl=${BASE_URL:-http://localhost:8080}" \
  --reporters cli,junit --reporter-junit-export newman.xml
# #endregion run
