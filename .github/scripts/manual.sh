#!/usr/bin/env bash
# Writes the manual page and the shell's completion, both made from the command line's own description.
# usage: manual.sh OUT
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
sockspec=${SOCKSPEC:-$here/../../sockspec}
out=$1

command -v asciidoctor >/dev/null || { echo 'asciidoctor is missing: it writes the manual page' >&2; exit 5; }
mkdir -p "$out"
asciidoctor --backend manpage --attribute reproducible --failure-level WARN \
  --destination-dir "$out" "$here"/../../docs/man/*.adoc
"$sockspec" generate-completion >"$out/sockspec.bash"
