#!/usr/bin/env bash
# Runs pipeline.sh with tests that fail and with tests that pass: only the second may release anything.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
rm -rf bin releases target deployed .git && mkdir -p bin target
echo 'the tested jar' >target/shop-api.jar
git init -q . && git -c user.name=test -c user.email=dev@shop.example commit -q --allow-empty -m test
commit=$(git rev-parse --short=12 HEAD)
cat >bin/mvn <<'MVN'
#!/usr/bin/env bash
[[ $TESTS == pass ]] && echo 'Tests run: 9, Failures: 0, Errors: 0' && exit
echo 'FAILURE! -- in shop.ShippingTest'; exit 1
MVN
printf '#!/usr/bin/env bash\necho "$1" >deployed\n' >deploy.sh
chmod +x bin/mvn deploy.sh
export PATH="$PWD/bin:$PATH"

a_red_test_releases_nothing() {
  local code=0
  TESTS=fail bash "$here/pipeline.sh" >said || code=$?
  [[ $code == 1 && ! -e releases && ! -e deployed ]] && grep -q ShippingTest said
}
a_green_one_releases_the_jar_that_was_tested() {
  TESTS=pass bash "$here/pipeline.sh" >said
  cmp target/shop-api.jar "releases/$commit.jar" && [[ $(cat deployed) == "$commit" ]]
}
a_red_test_releases_nothing
a_green_one_releases_the_jar_that_was_tested
echo 'pipeline.sh: ok'
