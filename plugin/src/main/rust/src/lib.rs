//! Compiles and runs scripts as the identity server does (server.md 4), and says more about it than the server. Reads requests as it does, too.
//!
//! [`respond`] takes a request and gives an answer, both JSON ([`request`], [`reply`]); `abi` offers the same to the JVM.

#[cfg(target_family = "wasm")]
mod abi;
mod context;
pub mod engine;
mod extract;
mod facts;
mod failure;
mod lost;
mod recorder;
pub mod reply;
pub mod request;
mod run;
mod shapes;

use reply::{Extracted, Reply};
use request::Request;

/// The answer to a request; one at a time.
#[must_use]
pub fn respond(request: &[u8]) -> Vec<u8> {
    let reply = match serde_json::from_slice::<Request>(request) {
        Ok(Request::Validate { script }) => run::validate(&script),
        Ok(Request::Compile { job }) => run::compile(&job),
        Ok(Request::Run { job, trace }) => run::run(&job, trace),
        Ok(Request::Json { shape, body }) => extracted(shapes::json(&shape, &body.chars().map(|byte| byte as u8).collect::<Vec<_>>())),
        Ok(Request::Query { shape, text }) => extracted(shapes::query(&shape, &text)),
        Ok(Request::Path { segments }) => extracted(extract::path(&segments)),
        Ok(Request::Uuid { text }) => extracted(extract::uuid(&text)),
        Ok(Request::Mime { text }) => extracted(extract::mime(&text)),
        Err(error) => return format!("{{\"refused\":{:?}}}", error.to_string()).into_bytes(),
    };
    serde_json::to_vec(&reply).expect("a reply is plain data")
}

fn extracted(extracted: Extracted) -> Reply {
    Reply { extracted: Some(extracted), ..Reply::default() }
}
