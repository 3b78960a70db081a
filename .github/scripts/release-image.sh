#!/usr/bin/env bash
# Builds and pushes the image of the reference programs; leaves its name and digest in the step's outputs.
# usage: release-image.sh TAG, with IMAGE, USER and TOKEN in the environment
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."
name=${IMAGE,,}
tag=$1

docker build -t "$name:$tag" -f fixtures/images/reference/Dockerfile .
printf '%s' "$TOKEN" | docker login "${name%%/*}" --username "$USER" --password-stdin
docker push "$name:$tag"
digest=$(docker image inspect --format '{{index .RepoDigests 0}}' "$name:$tag")
printf 'name=%s\ndigest=%s\n' "$name" "${digest#*@}" >>"${GITHUB_OUTPUT:-/dev/null}"
