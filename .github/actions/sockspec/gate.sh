#!/usr/bin/env bash
# The action's last step: ends the job as sockspec's exit status says. A status that is missing never lets anything pass.
set -euo pipefail

printf 'sockspec: %s (exit status %s)\n' "${SOCKSPEC_VERDICT:-no verdict}" "${SOCKSPEC_EXIT:-none}"
case ${SOCKSPEC_EXIT:-} in
  [0-6]) exit "$SOCKSPEC_EXIT" ;;
  *) exit 5 ;;
esac
