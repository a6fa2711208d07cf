//! rhai's errors in the server's words, and taken apart.

use crate::reply::{Failure, Frame, Place};
use rhai::{EvalAltResult, ParseError, Position};

pub fn place(position: Position) -> Place {
    Place { line: position.line(), column: position.position() }
}

pub fn compiling(error: &ParseError) -> Failure {
    Failure {
        running: false,
        text: error.to_string(),
        message: error.err_type().to_string(),
        place: place(error.position()),
        calls: Vec::new(),
    }
}

pub fn running(error: Box<EvalAltResult>) -> Failure {
    let text = error.to_string();
    let mut calls = Vec::new();
    let mut inner = error;
    while let EvalAltResult::ErrorInFunctionCall(function, _, cause, at) = *inner {
        calls.insert(0, Frame { function, place: place(at) });
        inner = cause;
    }
    let at = inner.take_position();
    Failure { running: true, text, message: inner.to_string(), place: place(at), calls }
}
