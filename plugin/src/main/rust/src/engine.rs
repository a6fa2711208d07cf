//! The interpreter, with the server's limits (server.md 4.1).

use crate::{lost, recorder};
use rhai::packages::{
    ArithmeticPackage, BasicArrayPackage, BasicBlobPackage, BasicFnPackage, BasicIteratorPackage, BasicMapPackage, BasicMathPackage,
    BasicStringPackage, BasicTimePackage, BitFieldPackage, LanguageCorePackage, LogicPackage, MoreStringPackage, Package,
};
use rhai::{def_package, Engine, ImmutableString, Position};
use std::sync::OnceLock;
use std::time::Duration;

pub const MAX_OPERATIONS: u64 = 100_000;

def_package! {
    /// rhai's standard package as the server has it: that is, without the functions that come with the feature `debugging`.
    ServersPackage(lib) :
        LanguageCorePackage, ArithmeticPackage, BasicStringPackage, BasicIteratorPackage, BasicFnPackage,
        BitFieldPackage, LogicPackage, BasicMathPackage, BasicArrayPackage, BasicBlobPackage, BasicMapPackage, BasicTimePackage, MoreStringPackage
    {
        let _ = lib;
    }
}

/// The engine for plain runs. Made once: nothing in it changes between runs.
pub fn plain() -> &'static Engine {
    static ENGINE: OnceLock<Engine> = OnceLock::new();
    ENGINE.get_or_init(new)
}

/// The engine that also notes each line that a run reaches.
pub fn tracing() -> &'static Engine {
    static ENGINE: OnceLock<Engine> = OnceLock::new();
    ENGINE.get_or_init(|| {
        let mut engine = new();
        // Volatile, not outdated: the version of rhai is pinned.
        #[allow(deprecated)]
        engine.register_debugger(
            |_, debugger| debugger,
            |_, _, node, _, at| {
                recorder::reached(&node, at);
                Ok(rhai::debugger::DebuggerCommand::StepInto)
            },
        );
        engine
    })
}

/// The engine for a run that is repeated to see where something was put.
pub fn watching() -> &'static Engine {
    static ENGINE: OnceLock<Engine> = OnceLock::new();
    ENGINE.get_or_init(|| {
        let mut engine = new();
        // The run that it repeats has slept as long as it may.
        engine.register_fn("sleep", |_: i64| ());
        engine.register_fn("sleep", |_: f64| ());
        #[allow(deprecated)]
        engine.register_debugger(
            |_, debugger| debugger,
            |context, _, node, _, at| {
                lost::step(context.scope(), &node, at);
                Ok(rhai::debugger::DebuggerCommand::StepInto)
            },
        );
        engine
    })
}

fn new() -> Engine {
    let mut engine = Engine::new_raw();
    engine.set_max_strings_interned(256);
    engine.register_global_module(ServersPackage::new().as_shared_module());
    engine.set_module_resolver(rhai::module_resolvers::DummyModuleResolver::new());

    engine.set_max_operations(MAX_OPERATIONS);
    engine.set_max_call_levels(64);
    engine.set_max_string_size(65_536);
    engine.set_max_array_size(10_000);
    engine.set_max_map_size(10_000);
    engine.set_allow_looping(true);
    engine.set_strict_variables(true);
    // rhai's own in a release build, said here because a debug build has others.
    engine.set_max_expr_depths(64, 32);

    engine.register_fn("log_info", |text: ImmutableString| recorder::log("info", text.as_str()));
    engine.register_fn("log_warn", |text: ImmutableString| recorder::log("warn", text.as_str()));
    engine.register_fn("log_debug", |text: ImmutableString| recorder::log("debug", text.as_str()));
    engine.on_print(|text| recorder::print(text.to_string()));
    engine.on_debug(|text, _, at| match at {
        Position::NONE => recorder::print(text.to_string()),
        at => recorder::print(format!("{at:?} | {text}")),
    });
    engine.on_progress(|operations| {
        recorder::progress(operations);
        None
    });
    // The server waits; here that would only hold up a pool. Its panics are the same.
    engine.register_fn("sleep", |seconds: f64| {
        if seconds.is_nan() || seconds > 0.0 {
            sleep(Duration::from_secs_f64(seconds));
        }
    });
    engine.register_fn("sleep", |seconds: i64| sleep(Duration::from_secs(u64::try_from(seconds).unwrap_or(0))));
    engine
}

#[cfg(target_family = "wasm")]
fn sleep(duration: Duration) {
    #[link(wasm_import_module = "host")]
    extern "C" {
        /// Puts the host's clock forward; ends the run if that is more than the server would wait.
        fn slept(nanos: u64);
    }
    unsafe { slept(u64::try_from(duration.as_nanos()).unwrap_or(u64::MAX)) }
}

#[cfg(not(target_family = "wasm"))]
fn sleep(_: Duration) {}
