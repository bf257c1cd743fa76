# The verbs of ./dev.
# shellcheck shell=bash
# shellcheck disable=SC2154  # here, preset, root, suite come from ./dev and root.sh

print_help() {
    cat <<'TEXT'
./dev VERB [--preset NAME] [ARGUMENTS]

  run [-- ARGS]     open the dashboard; ARGS go to slipway. Unless they name an owner, a profile
                    or an account, it is the embedded demo organisation.
                    Without a display: pictures of every page, and the inventory as text.
  test [ARGS]       build everything, run every test; ARGS go to ctest (-R NAME, …)
  build [TARGET…]   build everything, or the named targets
  bench [NAME]      run the benchmarks (release preset)
  soak [MIN [SEED]] the program for MIN minutes (30) against a server that changes and fails all the time
  tour [--scale F] [FOLDER]
                    every page in both themes, two sizes, English and German, and every component, in high contrast
                    too, to PNG (default build/tour); and whether all texts fit. F is a screen's scale: 1.25, 1.5, 2, 3
  lint [--changed]  clang-format, clang-tidy, clazy and shellcheck over the whole tree, or what changed
  shell             a shell where the project is built
  exec CMD…         run CMD there, with slipway and slipwayctl on its PATH
  clean             throw away this checkout's builds
  root              prepare the build environment and nothing else

Presets: dev (default), asan, tsan, release, coverage, tidy; also by SLIPWAY_PRESET.
SLIPWAY_ROOT names the folder of the private Debian 13 root, SLIPWAY_MIRROR its Debian mirror,
SLIPWAY_PLACE=host|root decides by hand where things are built. The first use installs what is
needed (root or sudo once), says what it does, and can be interrupted and run again.
TEXT
}

ensure_place() {
    place=$(choose_place)
    if [ "$place" = host ]; then prepare_host; else prepare_root; fi
    # npm asks the registry this host is set up for.
    if [ -z "${npm_config_registry:-}" ] && command -v npm >/dev/null; then
        npm_config_registry=$(npm config get registry 2>/dev/null) && export npm_config_registry
    fi
    export CCACHE_DIR=${CCACHE_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/ccache}
    # The same file compiled in two checkouts is the same file.
    export CCACHE_BASEDIR=$here CCACHE_NOHASHDIR=1 CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
}

configure() {
    [ -f "$here/build/$preset/build.ninja" ] && return
    say "Configuring the preset '$preset'"
    in_tree cmake --preset "$preset" >>"$dev_log" 2>&1 || {
        tail -n 25 "$dev_log" >&2
        fail "configuring the preset '$preset' failed; the whole output is in $dev_log"
    }
}

in_tree() { (cd "$here" && inside "$@"); }

compile() {
    configure
    local began=$SECONDS
    exec 9>"$here/build/lock"
    flock -n 9 || { say "Another build of this checkout is running; waiting for it."; flock 9; }
    in_tree cmake --build "build/$preset" "$@"
    exec 9>&-
    say "Built in $((SECONDS - began)) s."
}

targets() { local name; for name in "$@"; do printf '%s\n' --target "$name"; done; }

verb_root() { ensure_place; }

verb_build() {
    ensure_place
    local arguments
    mapfile -t arguments < <(targets "$@")
    compile "${arguments[@]}"
}

verb_test() {
    ensure_place
    compile
    in_tree ctest --preset "$preset" "$@"
}

has_display() { [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; }

# Options that need no window: then slipway answers on the terminal, display or not.
needs_no_display() {
    local argument
    for argument in "$@"; do
        case $argument in -h | --help | --help-all | -v | --version | --debug-info) return 0 ;; esac
    done
    return 1
}

# Whether the arguments say which owner is meant.
names_an_owner() {
    local argument
    for argument in "$@"; do
        case $argument in --owner | --owner=* | --demo | --demo=* | --profile | --profile=*) return 0 ;; esac
    done
    return 1
}

verb_run() {
    [ "${1:-}" = -- ] && shift
    names_an_owner "$@" || needs_no_display "$@" || set -- --demo northquay "$@"
    ensure_place
    compile --target slipway --target slipwayctl
    if has_display || needs_no_display "$@"; then
        inside slipway "$@"
        return
    fi
    case " $*" in
        *' --tour'*)
            inside xvfb-run -a -s '-screen 0 1920x1200x24' slipway "$@"
            return
            ;;
    esac
    say "There is no display here (DISPLAY and WAYLAND_DISPLAY are empty): the pages go to pictures, the inventory to text."
    # What says which owner is meant is the same for both programs; how the window looks is not slipwayctl's.
    local target=() argument skip=
    for argument in "$@"; do
        case $skip$argument in
            --theme) skip=1 ;;
            1*) skip= ;;
            --theme=*) ;;
            *) target+=("$argument") ;;
        esac
    done
    take_tour "$here/build/tour" "$@"
    inside slipwayctl "${target[@]}" inventory
    say "Pictures of every page: $here/build/tour. With a display, ./dev run opens the window itself."
}

# Pictures are taken in a real X server, so that fonts, focus and popups are what a person would see.
take_tour() {
    local folder=$1
    shift
    mkdir -p "$folder"
    # At a scale of 3 a window of 1440 by 900 has nine times as many pixels.
    inside env QT_SCALE_FACTOR="${SLIPWAY_TOUR_SCALE:-1}" \
        xvfb-run -a -s '-screen 0 6144x3840x24' slipway --tour "$folder" "$@"
}

verb_tour() {
    local scale=1
    if [ "${1:-}" = --scale ]; then
        scale=${2:?--scale needs a factor, such as 1.5}
        [[ $scale =~ ^[1-4](\.[0-9]+)?$ ]] || fail "--scale is a factor from 1 to 4, such as 1.5, not '$scale'."
        shift 2
    fi
    case ${1:-} in
        -*)
            print_help
            return 2
            ;;
    esac
    ensure_place
    compile --target slipway
    local folder language code=0
    folder=$(realpath -m "${1:-$here/build/tour}")
    # German is the longest translation. The second tour's sheet has the pictures of both.
    for language in en de; do
        SLIPWAY_TOUR_SCALE=$scale take_tour "$folder" --language "$language" || code=$?
    done
    return "$code"
}

verb_bench() {
    [ "$preset" = dev ] && preset=release
    ensure_place
    compile --target benches
    in_tree ctest --test-dir "build/$preset" -C Bench -L bench --verbose ${1:+-R "$1"}
}

verb_soak() {
    [ "$preset" = dev ] && preset=release
    ensure_place
    compile --target soak
    inside "$here/build/$preset/tests/soakclient" "${@:-30}"
}

verb_lint() {
    package_lists+=("$here/.ci/dev/lint-packages.txt")
    ensure_place
    configure
    in_tree .ci/dev/lint "$preset" "$@"
}

verb_shell() {
    ensure_place
    inside bash "$@"
}

verb_exec() {
    ensure_place
    [ -x "$here/build/$preset/bin/slipwayctl" ] || compile --target slipway --target slipwayctl
    inside "$@"
}

verb_clean() {
    rm -rf "$here/build"
    say "The builds of this checkout are gone. The private root stays in $root: remove that folder by hand to be rid of it."
}
