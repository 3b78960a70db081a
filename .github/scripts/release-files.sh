#!/usr/bin/env bash
# Builds what a release consists of and lays it out in one directory, with its checksums.
# usage: release-files.sh TAG OUT
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."
tag=$1
out=$2

[[ $tag =~ ^v[0-9]+\.[0-9]+\.[0-9]+$ ]] || { echo "$tag: a release is called v1.2.3" >&2; exit 2; }
version=${tag#v}
pom=$(sed -n '0,/<version>/s:.*<version>\(.*\)</version>.*:\1:p' pom.xml)
[ "$pom" = "$version" ] || { echo "$tag: the project's version is $pom; set it first" >&2; exit 2; }

mvn -B -ntp -DskipTests package
rm -rf "$out"
mkdir -p "$out"
for module in reference-server reference-client; do
  cp "$module/target/$module.jar" "$out/$module-$version.jar"
done
# The suite runs from its jar and the libraries beside it.
tar --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner -C conformance-tests/target \
  -czf "$out/sockspec-$version.tar.gz" sockspec.jar lib
cp fixtures/wireshark/sockspec.lua conformance-tests/src/main/resources/io/github/sockspec/target/manifest.schema.json "$out"
.github/scripts/manual.sh "$out"
(cd "$out" && sha256sum -- * >SHA256SUMS.new && mv SHA256SUMS.new SHA256SUMS)
