//! Prints every function that scripts can call, as `name parameters`; the source of functions.txt. Operators and properties are left out:
//! `cargo run --example functions --features metadata > ../resources/dev/idpscripts/engine/functions.txt`

use serde_json::Value;
use std::collections::BTreeSet;

fn main() {
    let json = idp_scripts_engine::engine::plain().gen_fn_metadata_to_json(true).expect("metadata is plain data");
    let all: Value = serde_json::from_str(&json).expect("it is JSON");
    let functions: BTreeSet<(String, u64)> = all["functions"].as_array().expect("a list").iter().map(named).collect();
    for (name, parameters) in functions.iter().filter(|(name, _)| name.chars().all(|c| c.is_alphanumeric() || c == '_')) {
        println!("{name} {parameters}");
    }
}

fn named(function: &Value) -> (String, u64) {
    (function["name"].as_str().expect("a name").to_string(), function["numParams"].as_u64().expect("a number"))
}
