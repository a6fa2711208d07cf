//! What the server's requests are made of (server.md 1.5, 5.3 and 7). Names, order and types of the fields stand in serde's words.

use crate::extract;
use crate::reply::Extracted;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

/// Structs of these fields, and the function that reads the one that is asked for.
macro_rules! shapes {
    ($read:ident($from:ident: $input:ty) { $($name:ident { $($(#[$note:meta])* $field:ident: $type:ty),* $(,)? })* }) => {
        $(#[derive(Deserialize, Serialize)]
        struct $name {
            $($(#[$note])* $field: $type,)*
        })*

        pub fn $read(shape: &str, $from: $input) -> Extracted {
            match shape {
                $(stringify!($name) => extract::$read::<$name>($from),)*
                _ => Extracted { status: 0, text: format!("no such shape: {shape}") },
            }
        }
    };
}

shapes! { json(body: &[u8]) {
    CreateScriptRequest { name: String, description: Option<String> }
    UpdateScriptRequest { name: Option<String>, description: Option<String> }
    UpdateScriptBodyRequest { script_body: String, change_description: Option<String> }
    RollbackRequest { target_version: i32, reason: Option<String> }
    ValidateScriptRequest { script_body: String }
    RawDryRunRequest { script_body: String, context: Value }
    DryRunRequest { context: Value }
    CreateBindingRequest {
        script_id: Uuid,
        connector_id: Uuid,
        hook_phase: String,
        operation_type: String,
        execution_order: i32,
        failure_policy: Option<String>,
        max_retries: Option<i32>,
        timeout_seconds: Option<i32>,
    }
    UpdateBindingRequest {
        execution_order: Option<i32>,
        failure_policy: Option<String>,
        max_retries: Option<i32>,
        timeout_seconds: Option<i32>,
        enabled: Option<bool>,
    }
    CreateTemplateRequest {
        name: String,
        description: Option<String>,
        category: String,
        template_body: String,
        placeholder_annotations: Option<Value>,
    }
    UpdateTemplateRequest {
        name: Option<String>,
        description: Option<String>,
        category: Option<String>,
        template_body: Option<String>,
        placeholder_annotations: Option<Value>,
    }
    InstantiateTemplateRequest { name: String, description: Option<String> }
    CreateConnectorRequest {
        name: String,
        connector_type: ConnectorType,
        description: Option<String>,
        config: Value,
        credentials: Value,
    }
    LoginRequest { email: String, password: String }
    RefreshRequest { refresh_token: String }
    LogoutRequest { refresh_token: String }
} }

shapes! { query(text: &str) {
    ScriptListParams { status: Option<String>, search: Option<String>, page: Option<i64>, page_size: Option<i64> }
    CompareVersionsParams { from: i32, to: i32 }
    BindingListParams {
        connector_id: Option<Uuid>,
        script_id: Option<Uuid>,
        hook_phase: Option<String>,
        operation_type: Option<String>,
        page: Option<i64>,
        page_size: Option<i64>,
    }
    TemplateListParams { category: Option<String>, search: Option<String>, page: Option<i64>, page_size: Option<i64> }
    ExecutionLogParams {
        script_id: Option<Uuid>,
        connector_id: Option<Uuid>,
        binding_id: Option<Uuid>,
        status: Option<String>,
        dry_run: Option<bool>,
        from_date: Option<String>,
        to_date: Option<String>,
        page: Option<i64>,
        page_size: Option<i64>,
    }
    AuditEventParams { script_id: Option<Uuid>, action: Option<String>, limit: Option<i64>, offset: Option<i64> }
    ListConnectorsQuery {
        connector_type: Option<ConnectorType>,
        status: Option<ConnectorStatus>,
        name_contains: Option<String>,
        #[serde(default = "default_limit")]
        limit: i64,
        #[serde(default)]
        offset: i64,
    }
} }

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
enum ConnectorType {
    Ldap,
    Database,
    Rest,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
enum ConnectorStatus {
    Active,
    Inactive,
    Error,
}

fn default_limit() -> i64 {
    20
}
