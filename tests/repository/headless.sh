#!/usr/bin/env bash
# headless.sh PROGRAM: the program is linked without any display library, so it runs where there is none.
set -euo pipefail
libraries=$(ldd "$1")
grep -q libQt6Core <<<"$libraries" || { printf 'ldd tells nothing of %s:\n%s\n' "$1" "$libraries"; exit 1; }
if grep -E 'libQt6(Gui|Widgets|Svg|OpenGL)|libX11|libxcb|libwayland|libEGL|libGL\.' <<<"$libraries"; then
    echo "$1 is linked with the display libraries above"
    exit 1
fi
