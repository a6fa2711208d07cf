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
