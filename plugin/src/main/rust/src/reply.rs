//! What is answered. An absent field is not written.

use serde::Serialize;
use serde_json::Value;

#[derive(Serialize, Default)]
pub struct Reply {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub failure: Option<Failure>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub facts: Option<Facts>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub result: Option<Outcome>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub lost: Vec<Lost>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub log: Vec<LogLine>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub printed: Vec<String>,
    pub operations: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lines: Option<Lines>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extracted: Option<Extracted>,
}

/// What axum makes of a request.
#[derive(Serialize)]
pub struct Extracted {
    /// 200, or that of the refusal.
    pub status: u16,
    /// What was read, as JSON with every field; or the refusal's words.
    pub text: String,
}

/// Why a script does not compile or does not run to its end.
#[derive(Serialize)]
pub struct Failure {
    /// Whether it was running already.
    pub running: bool,
    /// The server's words.
    pub text: String,
    /// The same without the position and the calls.
    pub message: String,
    #[serde(flatten)]
    pub place: Place,
    /// Which functions it was in, innermost first, each with the place it was called from.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub calls: Vec<Frame>,
}

/// 1-based; absent if rhai does not know.
#[derive(Serialize, Clone, Copy, Default)]
pub struct Place {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<usize>,
}

#[derive(Serialize)]
pub struct Frame {
    pub function: String,
    #[serde(flatten)]
    pub place: Place,
}

/// What the server puts into `output` of a dry run (server.md 4.3).
#[derive(Serialize)]
pub struct Outcome {
    pub modified_attributes: Value,
    pub output_variables: Value,
}

/// A value that JSON has no word for.
#[derive(Serialize)]
pub struct Lost {
    /// Such as `output.list[2]`; `output` itself if it is no map any more.
    pub name: String,
    /// Its type.
    pub kind: String,
    /// Where the statement starts that put it there.
    #[serde(flatten)]
    pub place: Place,
}

#[derive(Serialize)]
pub struct LogLine {
    pub level: &'static str,
    pub text: String,
}

#[derive(Serialize)]
pub struct Lines {
    /// Those that hold a statement.
    pub all: Vec<usize>,
    pub reached: Vec<usize>,
}

/// What can be seen in a script without running it.
#[derive(Serialize, Default)]
pub struct Facts {
    /// Functions that it defines.
    pub functions: Vec<Function>,
    /// Functions that it calls by name, operators left out.
    pub calls: Vec<Call>,
    /// Variables read within a function that the function does not define: not found when it runs.
    pub unseen: Vec<Named>,
    /// Variables assigned to that no `let` of the script defines.
    pub assigned: Vec<Named>,
    /// Values that are put into `output` or `attributes` and that JSON has no word for, as far as that can be seen.
    pub lost: Vec<Lost>,
}

#[derive(Serialize)]
pub struct Function {
    pub name: String,
    pub parameters: usize,
}

#[derive(Serialize)]
pub struct Call {
    pub name: String,
    /// With the receiver, if it is called as a method.
    pub arguments: usize,
    pub method: bool,
    #[serde(flatten)]
    pub place: Place,
}

#[derive(Serialize)]
pub struct Named {
    pub name: String,
    #[serde(flatten)]
    pub place: Place,
}
