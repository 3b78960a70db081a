#!/usr/bin/env bash
# Has GitHub's own parser read every workflow and action; fails, with file and line, where it would refuse one.
# usage: lint-workflows.sh [FILE …]
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."
tool=target/lint-workflows
mkdir -p "$tool"
cp .github/scripts/lint/* "$tool"
if [ ! -f "$tool/lint.cjs" ] || [ .github/scripts/lint/lint.mjs -nt "$tool/lint.cjs" ]; then
  npm install --prefix "$tool" --no-package-lock --ignore-scripts --no-audit --no-fund --loglevel=error >&2
  "$tool/node_modules/.bin/esbuild" "$tool/lint.mjs" --bundle --platform=node --format=cjs \
    --log-level=warning --outfile="$tool/lint.cjs"
fi
[ $# -gt 0 ] || set -- .github/workflows/*.yml .github/actions/*/action.yml
node "$tool/lint.cjs" "$@"
echo "GitHub's parser accepts $# files"
