//! What can be asked.

use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize)]
#[serde(tag = "do", rename_all = "lowercase")]
pub enum Request {
    /// As the server's `validate`: without the variables that scripts see (server.md 4.4).
    Validate { script: String },
    /// With them, and with facts about the script.
    Compile {
        #[serde(flatten)]
        job: Job,
    },
    /// As the server's dry run. `trace` also notes which lines were reached; that takes longer.
    Run {
        #[serde(flatten)]
        job: Job,
        #[serde(default)]
        trace: bool,
    },
    /// As axum's `Json`, once the content type is known to be right.
    Json {
        shape: String,
        /// A character for each byte, which need not be UTF-8.
        body: String,
    },
    /// As axum's `Query`.
    Query { shape: String, text: String },
    /// As axum's `Path`: of an id, or of an id and a number.
    Path { segments: Vec<String> },
    /// As the server reads an id elsewhere.
    Uuid { text: String },
    /// Whether axum's `Json` takes this for the content type of JSON.
    Mime { text: String },
}

/// A script and what it is to see.
#[derive(Deserialize)]
pub struct Job {
    pub script: String,
    pub tenant: String,
    /// In place of what the context does not name.
    pub connector: String,
    /// In place of what the context does not name.
    pub user: String,
    #[serde(default)]
    pub context: Value,
}
