//! Compiling and running, in the order of the server's executor (server.md 4.3).

use crate::reply::{Lines, Outcome, Reply};
use crate::request::Job;
use crate::{context, engine, facts, failure, lost, recorder};
use rhai::serde::from_dynamic;
use rhai::{Dynamic, Scope};
use serde_json::{Map, Value};

pub fn validate(script: &str) -> Reply {
    let failure = engine::plain().compile(script).err().map(|error| failure::compiling(&error));
    Reply { failure, ..Reply::default() }
}

pub fn compile(job: &Job) -> Reply {
    match engine::plain().compile_with_scope(&context::scope(job), &job.script) {
        Ok(ast) => Reply { facts: Some(facts::of(&ast)), ..Reply::default() },
        Err(error) => Reply { failure: Some(failure::compiling(&error)), ..Reply::default() },
    }
}

pub fn run(job: &Job, trace: bool) -> Reply {
    let engine = if trace { engine::tracing() } else { engine::plain() };
    let mut scope = context::scope(job);
    let ast = match engine.compile_with_scope(&scope, &job.script) {
        Ok(ast) => ast,
        Err(error) => return Reply { failure: Some(failure::compiling(&error)), ..Reply::default() },
    };
    recorder::start();
    let ended = engine.eval_ast_with_scope::<Dynamic>(&mut scope, &ast);
    let (recording, operations) = recorder::finish();
    let mut reply = Reply { log: recording.log, printed: recording.printed, operations, ..Reply::default() };
    if trace {
        reply.lines = Some(Lines { all: facts::lines(&ast), reached: recording.reached.into_iter().collect() });
    }
    match ended {
        Ok(_) => {
            let (attributes, output) = left(&scope);
            if attributes.is_none() || output.is_none() {
                reply.lost = lost::find(&scope);
                // The repeated run takes as much memory again.
                drop((scope, ast));
                lost::locate(job, &mut reply.lost);
            }
            reply.result = Some(Outcome {
                modified_attributes: attributes.unwrap_or(Value::Null),
                output_variables: Value::Object(output.unwrap_or_default()),
            });
        }
        Err(error) => reply.failure = Some(failure::running(error)),
    }
    reply
}

/// What is in `attributes` and `output`, as the server reads them: one value that cannot be JSON, and there is nothing of the whole.
fn left(scope: &Scope) -> (Option<Value>, Option<Map<String, Value>>) {
    let read = |name: &str| scope.get_value::<Dynamic>(name);
    (read("attributes").and_then(|value| from_dynamic(&value).ok()), read("output").and_then(|value| from_dynamic(&value).ok()))
}
