# Shared by ./dev and its parts: what is printed, how long it took, how privileges are got.
# shellcheck shell=bash
# shellcheck disable=SC2034,SC2154  # here, dev_log come from ./dev; as_root is read by root.sh

say() { printf '\033[1m==>\033[0m %s\n' "$*" >&2; }
fail() {
    printf '\033[1;31m./dev:\033[0m %s\n' "$1" >&2
    shift
    for line in "$@"; do printf '       %s\n' "$line" >&2; done
    exit 1
}

# Runs a step, says what it is and how long it took. Its output goes to the log; the last lines are shown when it fails.
step() {
    local title=$1 began=$SECONDS
    shift
    say "$title"
    if ! "$@" >>"$dev_log" 2>&1 </dev/null; then
        tail -n 25 "$dev_log" >&2
        fail "$title: failed after $((SECONDS - began)) s." "The whole output is in $dev_log" "Run the same command again to go on from here."
    fi
    say "  done in $((SECONDS - began)) s"
}

# The command that runs others as root: nothing for root itself, sudo where it exists, else a clear sentence.
need_root_for() {
    if [ "$(id -u)" = 0 ]; then
        as_root=()
    elif command -v sudo >/dev/null; then
        as_root=(sudo)
    else
        fail "$1 needs root once, and neither root nor sudo is here." \
            "Install sudo, or let root make it for everybody: SLIPWAY_ROOT=/opt/slipway-root ./dev root, and use the same SLIPWAY_ROOT afterwards."
    fi
}

# Lists of the packages this verb needs; lint adds its own.
package_lists=("$here/.ci/dev/packages.txt")
wanted_packages() { sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "${package_lists[@]}"; }
