#!/usr/bin/env bash
# manpage.sh FILE…: groff formats each page without a warning, and the result has the sections a man page has.
set -euo pipefail
for page in "$@"; do
    warnings=$(groff -man -Tutf8 -ww -rCHECKSTYLE=3 -P-cbou "$page" 2>&1 >/dev/null)
    [ -z "$warnings" ] || { printf '%s\n' "$warnings"; exit 1; }
    text=$(groff -man -Tutf8 -P-cbou "$page")
    for section in NAME SYNOPSIS DESCRIPTION OPTIONS EXAMPLES; do
        grep -qx "$section" <<<"$text" || { echo "$page:1: the section $section is missing"; exit 1; }
    done
done
