# The place the project is built in: the host itself where it has the packages, else a private Debian 13 root.
# shellcheck shell=bash
# shellcheck disable=SC2154  # here, dev_log, as_root come from ./dev and common.sh

suite=trixie
root=$(realpath -m -- "${SLIPWAY_ROOT:-${XDG_CACHE_HOME:-$HOME/.cache}/slipway/$suite}")

os_field() { sed -n "s/^$1=\"\\{0,1\\}\\([^\"]*\\)\"\\{0,1\\}\$/\\1/p" /etc/os-release 2>/dev/null; }

# Prints "host" or "root". Debian >= 13 and Ubuntu >= 25.04 have the packages; another host is asked by configuring a probe.
choose_place() {
    if [ -n "${SLIPWAY_PLACE:-}" ]; then
        echo "$SLIPWAY_PLACE"
        return
    fi
    local id version
    id=$(os_field ID)
    version=$(os_field VERSION_ID)
    if [ "$id" = debian ] && [ "${version%%.*}" -ge 13 ] 2>/dev/null; then
        echo host
    elif [ "$id" = ubuntu ] && [ "${version//./}" -ge 2504 ] 2>/dev/null; then
        echo host
    elif [ "$id" != debian ] && [ "$id" != ubuntu ] && host_passes_probe; then
        echo host
    else
        echo root
    fi
}

host_passes_probe() {
    local tool build
    for tool in cmake ninja g++ Xvfb skopeo docker-registry cosign node npm openssl groff; do
        command -v "$tool" >/dev/null || return 1
    done
    build=$(mktemp -d)
    local ok=1
    cmake -S "$here/.ci/dev/probe" -B "$build" -G Ninja >>"$dev_log" 2>&1 && ok=0
    rm -rf "$build"
    return "$ok"
}

missing_host_packages() {
    local name
    wanted_packages | while read -r name; do
        dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null | grep -qx installed || echo "$name"
    done
}

prepare_host() {
    command -v dpkg-query >/dev/null || return 0
    local missing
    mapfile -t missing < <(missing_host_packages)
    [ "${#missing[@]}" -eq 0 ] && return
    say "This host has Qt 6.8; ${#missing[@]} packages are missing and will be installed with apt-get (about 2 minutes, once)."
    need_root_for "Installing packages"
    step "Reading the package lists" "${as_root[@]}" apt-get update
    step "Installing: ${missing[*]}" "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"
}

# The Debian mirror of this host, read from its own apt configuration; on a system that is not Debian, Debian's own.
debian_mirror() {
    if [ -n "${SLIPWAY_MIRROR:-}" ]; then
        echo "$SLIPWAY_MIRROR"
        return
    fi
    if [ "$(os_field ID)" != debian ]; then
        echo https://deb.debian.org/debian
        return
    fi
    # shellcheck disable=SC2016  # apt's own placeholders
    apt-get indextargets --format '$(REPO_URI) $(COMPONENT) $(RELEASE)' 'Created-By: Packages' 2>/dev/null |
        awk '$2 == "main" && $3 !~ /-security$/ && $3 !~ /-backports/ { print $1; exit }'
}

install_host_tools() {
    command -v bwrap >/dev/null && command -v debootstrap >/dev/null && return
    command -v apt-get >/dev/null || fail "this host has neither the packages Slipway is built with nor apt-get." \
        "Install bubblewrap and debootstrap with this system's own package manager, then run ./dev again." \
        "Or install the packages named in .ci/dev/packages.txt (Qt >= 6.8, KF6): then the host itself is used."
    need_root_for "Installing bubblewrap and debootstrap"
    step "Reading the host's package lists" "${as_root[@]}" apt-get update
    step "Installing bubblewrap and debootstrap on the host" \
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends bubblewrap debootstrap debian-archive-keyring
}


# Another checkout may have added packages of its own: what is there already stays, so two checkouts never undo each other.
root_has_packages() {
    [ -f "$root/.slipway-packages" ] && [ -z "$(comm -13 "$root/.slipway-packages" <(wanted_packages | sort))" ]
}

prepare_root() {
    root_has_packages && command -v bwrap >/dev/null && return
    mkdir -p "$(dirname "$root")"
    exec 8>"$root.lock"
    if ! flock -n 8; then
        say "Another ./dev is preparing $root; waiting for it."
        flock 8
    fi
    if root_has_packages && command -v bwrap >/dev/null; then
        exec 8>&-
        return
    fi
    local began=$SECONDS mirror
    if [ ! -f "$root/.slipway-base" ] && [ -e "$root" ] && [ -n "$(ls -A "$root" 2>/dev/null)" ]; then
        fail "$root is there already and was not made by ./dev; it is left as it is." \
            "Name another folder in SLIPWAY_ROOT, or empty this one by hand."
    fi
    mirror=$(debian_mirror)
    [ -n "$mirror" ] || fail "no Debian mirror in this host's apt configuration." \
        "Name one, as on https://www.debian.org/mirror/list: SLIPWAY_MIRROR=https://… ./dev …"
    install_host_tools
    need_root_for "Making the private Debian 13 root"
    [ -d "$root/usr" ] ||
        say "First use: a private Debian 13 with Qt 6.8 is made in $root (about 2.5 GB, 3 to 5 minutes). The host is left as it is."
    # Everything below can be interrupted: a half-made base is thrown away, a half-done apt run is mended by the next.
    if [ ! -f "$root/.slipway-base" ]; then
        "${as_root[@]}" rm -rf --one-file-system "$root.part"
        step "Unpacking a minimal Debian 13 ($suite)" "${as_root[@]}" debootstrap --variant=minbase --include=ca-certificates "$suite" "$root.part" "$mirror"
        "${as_root[@]}" touch "$root.part/.slipway-base"
        [ -d "$root" ] && "${as_root[@]}" rmdir "$root"
        "${as_root[@]}" mv "$root.part" "$root"
    fi
    write_root_apt_configuration "$mirror"
    make_mount_points
    local packages
    mapfile -t packages < <(wanted_packages)
    step "Reading the package lists" in_root_as_root sh -c 'dpkg --configure -a; apt-get update'
    step "Installing ${#packages[@]} packages and what they need" in_root_as_root \
        env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${packages[@]}"
    in_root_as_root apt-get clean
    { cat "$root/.slipway-packages" 2>/dev/null || true; wanted_packages; } | sort -u >"$dev_scratch/packages"
    "${as_root[@]}" install -m 644 "$dev_scratch/packages" "$root/.slipway-packages"
    say "The root is ready after $((SECONDS - began)) s."
    exec 8>&-
}

write_root_apt_configuration() {
    {
        echo "deb $1 $suite main"
        echo "deb $1 $suite-updates main"
    } >"$dev_scratch/sources.list"
    # Proxies and date checks of the host hold for the root too.
    apt-config dump 2>/dev/null | grep -E '^Acquire::(http|https|Check|Retries)[^ ]* "[^"]' >"$dev_scratch/apt.conf" || true
    cat >>"$dev_scratch/apt.conf" <<'CONF'
APT::Sandbox::User "root";
Dir::Cache::pkgcache "";
Dir::Cache::srcpkgcache "";
CONF
    printf '%s\n' 'path-exclude=/usr/share/doc/*' 'path-exclude=/usr/share/man/*' >"$dev_scratch/dpkg.cfg"
    "${as_root[@]}" install -m 644 "$dev_scratch/sources.list" "$root/etc/apt/sources.list"
    "${as_root[@]}" install -m 644 "$dev_scratch/apt.conf" "$root/etc/apt/apt.conf.d/99host"
    printf '#!/bin/sh\nexit 101\n' >"$dev_scratch/policy-rc.d"
    "${as_root[@]}" install -m 755 "$dev_scratch/policy-rc.d" "$root/usr/sbin/policy-rc.d"
    "${as_root[@]}" install -m 644 "$dev_scratch/dpkg.cfg" "$root/etc/dpkg/dpkg.cfg.d/slipway"
}

# Host folders that appear inside under the same path: all but the system's own.
shared_folders() {
    local folder
    for folder in /*; do
        if [ ! -d "$folder" ] || [ -L "$folder" ]; then continue; fi
        case $folder in
            /bin | /sbin | /lib* | /usr | /etc | /var | /proc | /sys | /dev | /boot | /lost+found) ;;
            *) echo "$folder" ;;
        esac
    done
}

make_mount_points() {
    local folder
    shared_folders | while read -r folder; do "${as_root[@]}" mkdir -p "$root$folder"; done
    "${as_root[@]}" touch "$root/etc/machine-id" "$root/etc/resolv.conf" "$root/etc/hosts"
    # The owner may add mount points later without root.
    "${as_root[@]}" chown "$(id -u):$(id -g)" "$root"
}

bwrap_arguments() {
    local folder file
    arguments=(--bind "$root" / --dev-bind /dev /dev --proc /proc --bind /sys /sys)
    while read -r folder; do arguments+=(--bind "$folder" "$folder"); done < <(shared_folders)
    for file in /etc/resolv.conf /etc/hosts; do arguments+=(--ro-bind-try "$file" "$file"); done
    # Folders that are the root's own inside: of those only this checkout and the working folder are the host's.
    for folder in "$here" "$PWD"; do
        case $folder/ in /usr/* | /etc/* | /var/* | /lib*) arguments+=(--bind "$folder" "$folder") ;; esac
    done
    [ -n "${TZ:-}" ] || [ ! -r /etc/timezone ] || arguments+=(--setenv TZ "$(cat /etc/timezone)")
    arguments+=(--die-with-parent)
}

# Package scripts see the root's own users and an empty /run: they cannot reach the host's services.
in_root_as_root() {
    local arguments
    bwrap_arguments
    arguments+=(--tmpfs /run)
    "${as_root[@]}" bwrap "${arguments[@]}" --chdir / --setenv PATH /usr/sbin:/usr/bin:/sbin:/bin --setenv LC_ALL C.UTF-8 "$@"
}

# Runs a command in the place; the working folder, the environment, the network and the files are the host's.
inside() {
    local path=$here/build/$preset/bin:/usr/lib/qt6/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
    if [ "$place" = host ]; then
        PATH=$here/build/$preset/bin:/usr/lib/qt6/bin:$PATH "$@"
        return
    fi
    local arguments file
    bwrap_arguments
    # The certificates the host trusts, too: npm reaches its registry through whatever the host does.
    for file in /etc/passwd /etc/group /etc/machine-id /etc/ssl/certs/ca-certificates.crt; do arguments+=(--ro-bind-try "$file" "$file"); done
    bwrap "${arguments[@]}" --chdir "$PWD" --setenv PATH "$path" --setenv LC_ALL "${LC_ALL:-C.UTF-8}" "$@"
}
