//! The name by which programs look for the library (`DT_SONAME`). Without it one that was linked by the file's path, as
//! CMake's `IMPORTED_LOCATION` does, would look for it at that path alone.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var("CARGO_CFG_TARGET_OS").is_ok_and(|system| system == "linux") {
        println!("cargo::rustc-cdylib-link-arg=-Wl,-soname,libustap.so");
    }
}
