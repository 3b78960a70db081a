#!/usr/bin/env bash
# Lays out what a release consists of, with its checksums; `mvn package` has built it.
# usage: release-files.sh VERSION OUT
set -euo pipefail

version=$1
mkdir -p "$2"
out=$(cd "$2" && pwd -P)
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

rm -rf "${out:?}"/*
for module in reference-server reference-client; do
  cp "$module/target/$module.jar" "$out/$module-$version.jar"
done
# The suite runs from its jar and the libraries beside it.
tar --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner -C conformance-tests/target \
  -czf "$out/sockspec-$version.tar.gz" sockspec.jar lib
cp fixtures/wireshark/sockspec.lua "$out"
cp conformance-tests/src/main/resources/io/github/sockspec/manifest/manifest.schema.json "$out"
.github/scripts/manual.sh "$out"
(cd "$out" && sha256sum -- * >../SHA256SUMS.new && mv ../SHA256SUMS.new SHA256SUMS)
