//! Values that JSON has no word for. One in `output`, and the server loses all of it; one in `attributes`, and those are null
//! (server.md 4.3). Such a run is repeated to see after which statement the value was there.

use crate::failure::place;
use crate::reply::{Lost, Place};
use crate::request::Job;
use crate::{context, engine, recorder};
use rhai::{ASTNode, Array, Dynamic, Expr, Map, Position, Scope, Stmt};
use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// That many are told.
const MOST: usize = 10;

/// That many values are looked at in a repeated run; afterwards places are not known.
const PATIENCE: usize = 1_000_000;

/// What is lost, without the places.
pub fn find(scope: &Scope) -> Vec<Lost> {
    Search::default().all(scope)
}

/// Adds the places.
pub fn locate(job: &Job, lost: &mut [Lost]) {
    *watch() = Some(Watch::default());
    let mut scope = context::scope(job);
    let engine = engine::watching();
    if let Ok(ast) = engine.compile_with_scope(&scope, &job.script) {
        recorder::start();
        let _ = engine.eval_ast_with_scope::<Dynamic>(&mut scope, &ast);
        recorder::finish();
    }
    let watched = watch().take().unwrap_or_default();
    for one in lost.iter_mut().filter(|_| watched.looked <= PATIENCE) {
        one.place = *watched.known.get(&one.name).unwrap_or(&watched.last);
    }
}

/// Before each node of the repeated run.
pub fn step(scope: &Scope, node: &ASTNode, at: Position) {
    // A function sees neither: what it gives is put by the statement that calls it.
    if scope.contains("output") {
        if let Some(watched) = watch().as_mut() {
            watched.step(scope, node, at);
        }
    }
}

/// What this value is, if it or a value in it is lost.
pub fn kind(value: &Dynamic) -> Option<String> {
    let mut search = Search::default();
    search.within(value, "");
    search.found.pop().map(|lost| lost.kind)
}

static WATCH: Mutex<Option<Watch>> = Mutex::new(None);

fn watch() -> MutexGuard<'static, Option<Watch>> {
    WATCH.lock().unwrap_or_else(PoisonError::into_inner)
}

#[derive(Default)]
struct Watch {
    known: BTreeMap<String, Place>,
    last: Place,
    looked: usize,
}

impl Watch {
    fn step(&mut self, scope: &Scope, node: &ASTNode, at: Position) {
        if self.looked <= PATIENCE {
            let mut search = Search::default();
            let found = search.all(scope);
            self.looked += search.looked;
            let mut known = BTreeMap::new();
            for lost in found {
                let place = *self.known.get(&lost.name).unwrap_or(&self.last);
                known.insert(lost.name, place);
            }
            self.known = known;
        }
        match node {
            ASTNode::Stmt(Stmt::Noop(..) | Stmt::Block(..) | Stmt::Share(..)) => {}
            ASTNode::Stmt(Stmt::Assignment(parts)) => self.last = place(parts.1.lhs.start_position()),
            ASTNode::Stmt(_) => self.last = place(at),
            ASTNode::Expr(expr @ (Expr::Dot(..) | Expr::Index(..))) => self.last = place(expr.start_position()),
            _ => {}
        }
    }
}

#[derive(Default)]
struct Search {
    found: Vec<Lost>,
    looked: usize,
}

impl Search {
    fn all(&mut self, scope: &Scope) -> Vec<Lost> {
        for name in ["output", "attributes"] {
            // A variable that a closure holds, too, is read for the answer; within it, what is shared is not.
            let Some(value) = scope.get(name) else { continue };
            if let Some(map) = value.read_lock::<Map>() {
                self.map(&map, name);
            } else if let Some(value) = value.read_lock::<Dynamic>() {
                if name == "attributes" {
                    self.within(&value, name);
                } else {
                    self.add(name, value.type_name());
                }
            }
        }
        std::mem::take(&mut self.found)
    }

    fn map(&mut self, map: &Map, name: &str) {
        for (key, value) in map {
            self.within(value, &format!("{name}.{key}"));
        }
    }

    fn within(&mut self, value: &Dynamic, name: &str) {
        self.looked += 1;
        if self.found.len() >= MOST {
            return;
        }
        if value.is_shared() {
            self.add(name, "shared");
        } else if let Some(map) = value.read_lock::<Map>() {
            self.map(&map, name);
        } else if let Some(array) = value.read_lock::<Array>() {
            for (index, value) in array.iter().enumerate() {
                self.within(value, &format!("{name}[{index}]"));
            }
        } else if rhai::serde::from_dynamic::<serde_json::Value>(value).is_err() {
            self.add(name, value.type_name());
        }
    }

    fn add(&mut self, name: &str, kind: &str) {
        self.found.push(Lost {
            name: name.to_string(),
            kind: engine::plain().map_type_name(kind).to_string(),
            place: Place::default(),
        });
    }
}
