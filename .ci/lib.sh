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

# tool CRATE VERSION [OPTIONS]: the crate's program in this very version. Built to be there soon, not to be fast.
tool() {
    local crate=$1 version=$2
    shift 2
    if ! grep -q "^\"$crate $version " "$tools/.crates.toml" 2> /dev/null; then
        CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_OPT_LEVEL=1 \
            run cargo install --locked --quiet --root "$tools" "$crate@$version" "$@"
    fi
}

# Builds the wheel for manylinux_2_17 with the maturin that is first on PATH; `$wheel` is its file. One that is newer than
# all that it is made of is taken as it is.
build_wheel() {
    mkdir -p target/wheels
    wheel=$(find target/wheels -name '*manylinux_2_17*.whl' | head -n 1)
    if [ -n "$wheel" ] && [ -z "$(find src rates words bindings/arrow bindings/python Cargo.toml Cargo.lock -newer "$wheel" -type f -print -quit)" ]; then
        return
    fi
    rm -rf target/wheels
    python3 .ci/licences.py ustap-python > bindings/python/LICENSES-OF-DEPENDENCIES
    run maturin build --manifest-path bindings/python/Cargo.toml --out target/wheels --zig --compatibility manylinux_2_17
    wheel=$(ls target/wheels/*manylinux_2_17*.whl) || fail "no wheel for manylinux_2_17"
}
