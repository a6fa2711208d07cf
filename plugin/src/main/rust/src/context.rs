//! The variables that a script sees (server.md 4.2).

use crate::request::Job;
use rhai::{Dynamic, Map, Scope};
use serde_json::Value;
use uuid::Uuid;

pub fn scope(job: &Job) -> Scope<'static> {
    let text = |key: &str| job.context.get(key).and_then(Value::as_str);
    let mut scope = Scope::new();
    scope.push_constant("tenant_id", job.tenant.clone());
    scope.push_constant("connector_id", uuid(text("connector_id")).unwrap_or_else(|| job.connector.clone()));
    scope.push_constant("user_id", uuid(text("user_id")).unwrap_or_else(|| job.user.clone()));
    let operation = text("operation_type").filter(|operation| matches!(*operation, "update" | "delete")).unwrap_or("create");
    scope.push_constant("operation_type", operation.to_string());
    scope.push_constant("object_class", text("object_class").unwrap_or("user").to_string());
    if let Some(uid) = text("target_uid") {
        scope.push_constant("target_uid", uid.to_string());
    }
    let attributes = job.context.get("attributes").cloned().unwrap_or_else(|| Value::Object(serde_json::Map::new()));
    if let Ok(attributes) = rhai::serde::to_dynamic(attributes) {
        scope.push_dynamic("attributes", attributes);
    }
    scope.push_dynamic("variables", variables(job.context.get("variables")));
    scope.push("output", Map::new());
    scope
}

fn variables(given: Option<&Value>) -> Dynamic {
    match given {
        Some(object @ Value::Object(_)) => rhai::serde::to_dynamic(object).unwrap_or_else(|_| Map::new().into()),
        _ => Map::new().into(),
    }
}

/// The text as the server would print the id that it reads there; none if it would read none.
fn uuid(text: Option<&str>) -> Option<String> {
    Uuid::parse_str(text?).ok().map(|id| id.to_string())
}
