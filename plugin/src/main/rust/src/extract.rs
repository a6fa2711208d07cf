//! axum 0.7's extractors: they put a sentence before what serde and its kin say, and choose a status. The words are those crates' own.

use crate::reply::Extracted;
use percent_encoding::percent_decode_str;
use serde::de::value::{Error as ValueError, StrDeserializer};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What comes behind the first value is not looked at.
pub fn json<T: DeserializeOwned + Serialize>(body: &[u8]) -> Extracted {
    let deserializer = &mut serde_json::Deserializer::from_slice(body);
    match serde_path_to_error::deserialize::<_, T>(deserializer) {
        Ok(read) => value(&read),
        Err(error) if error.inner().is_data() => refused(422, format!("Failed to deserialize the JSON body into the target type: {error}")),
        Err(error) => refused(400, format!("Failed to parse the request body as JSON: {error}")),
    }
}

pub fn query<T: DeserializeOwned + Serialize>(text: &str) -> Extracted {
    match serde_urlencoded::from_str::<T>(text) {
        Ok(read) => value(&read),
        Err(error) => refused(400, format!("Failed to deserialize query string: {error}")),
    }
}

/// An id, or an id and a number; still encoded.
pub fn path(segments: &[String]) -> Extracted {
    match read_path(segments) {
        Ok(read) => value(&read),
        Err(error) => refused(400, format!("Invalid URL: {error}")),
    }
}

#[derive(Serialize)]
struct Ids {
    id: Uuid,
    number: Option<i32>,
}

fn read_path(segments: &[String]) -> Result<Ids, String> {
    let mut decoded = Vec::new();
    for (segment, key) in segments.iter().zip(["id", "version_number"]) {
        decoded.push(percent_decode_str(segment).decode_utf8().map_err(|_| format!("Invalid UTF-8 in `{key}`"))?);
    }
    let id = decoded.first().ok_or("no path parameters")?;
    let id = Uuid::deserialize(StrDeserializer::<ValueError>::new(id)).map_err(|error| error.to_string())?;
    let number = decoded
        .get(1)
        .map(|value| value.parse().map_err(|_| format!("Cannot parse value at index 1 with value `{:?}` to a `i32`", value.as_ref())));
    Ok(Ids { id, number: number.transpose()? })
}

pub fn uuid(text: &str) -> Extracted {
    match Uuid::parse_str(text) {
        Ok(id) => value(&Ids { id, number: None }),
        Err(error) => refused(400, error.to_string()),
    }
}

pub fn mime(text: &str) -> Extracted {
    let json = |read: mime::Mime| {
        read.type_() == "application" && (read.subtype() == "json" || read.suffix().is_some_and(|suffix| suffix == "json"))
    };
    if text.parse().is_ok_and(json) {
        value(&true)
    } else {
        refused(415, "Expected request with `Content-Type: application/json`".to_string())
    }
}

fn value(read: &impl Serialize) -> Extracted {
    Extracted { status: 200, text: serde_json::to_string(read).expect("a request is plain data") }
}

fn refused(status: u16, text: String) -> Extracted {
    Extracted { status, text }
}
