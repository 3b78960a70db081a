#!/usr/bin/env bash
# Puts the results of all shards below one directory together into one report.
# usage: merge-shards.sh SHARDS OUT
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
sockspec=${SOCKSPEC:-$here/../../sockspec}
shards=$1
out=$2

mapfile -t results < <(find "$shards" -name results.json | sort)
[ ${#results[@]} -gt 0 ] || { echo "there is no results.json below $shards" >&2; exit 5; }

# What the merged run says is the report's to tell; only a report that could not be made ends this with a failure.
status=0
"$sockspec" merge "${results[@]}" --out "$out" || status=$?
[ -f "$out/index.html" ] || { echo "the shards could not be merged (exit status $status)" >&2; exit 5; }
