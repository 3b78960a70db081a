#!/usr/bin/env bash
# The action's first step: judges the programs and tells the job what was found. It leaves the decision to gate.sh, so that
# the report is uploaded first; its own failure is a failure of the suite (5).
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
# What is judged with is the checkout that this action came in; the variable is for trying the action out by hand.
sockspec=${SOCKSPEC:-$here/../../../sockspec}
out=${SOCKSPEC_OUT:-sockspec-report}
outputs=${GITHUB_OUTPUT:-/dev/null}
summary=${GITHUB_STEP_SUMMARY:-/dev/null}

run=(run --no-color --out "$out")
while IFS= read -r manifest; do
  manifest=${manifest%$'\r'}
  if [ -n "${manifest// /}" ]; then run+=(-i "$manifest"); fi
done <<<"${SOCKSPEC_MANIFEST:-}"
if [ -n "${SOCKSPEC_GRADE:-}" ]; then run+=(--grade "$SOCKSPEC_GRADE"); fi
if [ -n "${SOCKSPEC_BASELINE:-}" ]; then run+=(--baseline "$SOCKSPEC_BASELINE"); fi
if [ -n "${SOCKSPEC_KNOWN_FAILURES:-}" ]; then run+=(--known-failures "$SOCKSPEC_KNOWN_FAILURES"); fi
read -ra more <<<"${SOCKSPEC_ARGUMENTS:-}"
run+=(${more[@]+"${more[@]}"})

# Results of an earlier run must not be told as this one's.
rm -f "$out/results.json" "$out/summary.md"

status=0
"$sockspec" "${run[@]}" || status=$?

if [ -f "$out/results.json" ]; then
  "$sockspec" annotate "$out/results.json" --outputs "$outputs"
  cat "$out/summary.md" >>"$summary"
else
  case $status in
    2) verdict=usage ;;
    *) verdict=trouble status=5 ;;
  esac
  printf 'verdict=%s\nexit=%s\ngrades={}\n' "$verdict" "$status" >>"$outputs"
  printf '::error title=sockspec::nothing was judged: the lines above say why\n'
  printf '# sockspec: nothing was judged\n\nThe log of the step says why.\n' >>"$summary"
fi
