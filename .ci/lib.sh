# What steps of .ci/steps have in common.

# Tools that are compiled are kept from run to run, outside of the repository.
tools=${XDG_CACHE_HOME:-$HOME/.cache}/ustap-tools
export PATH="$tools/bin:$PATH"

fail() {
    printf 'error: %s\n' "$*" >&2
    exit 1
}

# Prints a command and runs it.
run() {
    printf '+ %s\n' "$*"
    "$@"
}

# needs WHAT:PACKAGE…: installs the Debian packages of which a program, or a file where WHAT is a path, is not there.
needs() {
    local pair missing=()
    for pair in "$@"; do
        [ -e "${pair%%:*}" ] || command -v "${pair%%:*}" > /dev/null || missing+=("${pair#*:}")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    command -v apt-get > /dev/null || fail "needed, and no apt-get to install it: ${missing[*]}"
    run apt-get update -q
    DEBIAN_FRONTEND=noninteractive run apt-get install -q -y --no-install-recommends "${missing[@]}"
}

# tool CRATE VERSION [OPTIONS]: the crate's program in this very version. Built to be there soon, not to be fast.
tool() {
    local crate=$1 version=$2
    shift 2
    if ! grep -q "^\"$crate $version " "$tools/.crates.toml" 2> /dev/null; then
        CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_OPT_LEVEL=0 \
            run cargo install --locked --quiet --root "$tools" "$crate@$version" "$@"
    fi
}

# The program, `$program`, as the bindings are built: optimised, without waiting for the last per cent of speed. What it and
# libustap are made of is built once for both.
built_program() {
    run cargo build --profile bindings -p ustap -p ustap-c --bin ustap
    program=target/bindings/ustap
}

# The wheel for manylinux_2_17, `$wheel`, built unless one is there that is newer than all that it is made of.
built_wheel() {
    mkdir -p target/wheels
    wheel=$(find target/wheels -name '*manylinux_2_17*.whl' | head -n 1)
    if [ -z "$wheel" ] || [ -n "$(find src rates words bindings/arrow bindings/python Cargo.toml Cargo.lock -newer "$wheel" -type f -print -quit)" ]; then
        run .ci/wheel
        wheel=$(ls target/wheels/*manylinux_2_17*.whl) || fail "no wheel for manylinux_2_17"
    fi
}
