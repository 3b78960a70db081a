#!/usr/bin/env bash
# Prints the version that a tag stands for; refuses a tag that is none, or another version than the project's.
# usage: release-version.sh TAG
set -euo pipefail

tag=$1
[[ $tag =~ ^v[0-9]+\.[0-9]+\.[0-9]+$ ]] || { echo "$tag: a release is called v1.2.3" >&2; exit 2; }
pom=$(sed -n '0,/<version>/s:.*<version>\(.*\)</version>.*:\1:p' "$(dirname "${BASH_SOURCE[0]}")/../../pom.xml")
[ "$pom" = "${tag#v}" ] || { echo "$tag: the project's version is $pom; set it first" >&2; exit 2; }
echo "$pom"
