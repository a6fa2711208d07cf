//! What can be seen in a compiled script without running it.

use crate::failure::place;
use crate::lost;
use crate::reply::{Call, Facts, Function, Lost, Named};
use rhai::{ASTNode, BinaryExpr, Expr, FnCallExpr, ScriptFuncDef, Stmt, AST};
use std::collections::{BTreeSet, HashSet};

pub fn of(ast: &AST) -> Facts {
    let mut facts = Facts::default();
    let mut whole = Names::default();
    each(ast.statements(), &mut |node| whole.note(node));
    for function in ast.iter_fn_def() {
        each(function.body.statements(), &mut |node| whole.note(node));
    }
    let mut calls = |node: &ASTNode| facts.calls.extend(call(node));
    each(ast.statements(), &mut calls);
    for function in ast.iter_fn_def() {
        each(function.body.statements(), &mut calls);
    }
    for function in ast.iter_fn_def() {
        facts.functions.push(Function { name: function.name.to_string(), parameters: function.params.len() });
        facts.unseen.extend(unseen(function));
    }
    facts.assigned = whole.assigned.into_iter().filter(|named| !whole.defined.contains(&named.name)).collect();
    facts.lost = whole.lost;
    facts.unseen.sort_by_key(|named| (named.place.line, named.place.column));
    facts
}

/// The lines that hold a statement, in order.
pub fn lines(ast: &AST) -> Vec<usize> {
    let mut lines = BTreeSet::new();
    let mut note = |node: &ASTNode| {
        if let ASTNode::Stmt(stmt) = node {
            if !matches!(stmt, Stmt::Noop(..) | Stmt::Share(..)) {
                lines.extend(stmt.position().line());
            }
        }
    };
    each(ast.statements(), &mut note);
    for function in ast.iter_fn_def() {
        each(function.body.statements(), &mut note);
    }
    lines.into_iter().collect()
}

fn each(statements: &[Stmt], visit: &mut dyn FnMut(&ASTNode)) {
    let mut path = Vec::new();
    for statement in statements {
        statement.walk(&mut path, &mut |path: &[ASTNode]| {
            if let Some(node) = path.last() {
                visit(node);
            }
            true
        });
    }
}

fn call(node: &ASTNode) -> Option<Call> {
    let (call, at, method) = match node {
        ASTNode::Expr(Expr::FnCall(call, at)) | ASTNode::Stmt(Stmt::FnCall(call, at)) => (call, at, false),
        ASTNode::Expr(Expr::MethodCall(call, at)) => (call, at, true),
        _ => return None,
    };
    (call.op_token.is_none() && call.namespace.is_empty()).then(|| Call {
        name: call.name.to_string(),
        arguments: call.args.len() + usize::from(method),
        method,
        place: place(*at),
    })
}

/// The names that a function reads and does not define.
fn unseen(function: &ScriptFuncDef) -> Vec<Named> {
    let mut names = Names::default();
    names.defined.extend(function.params.iter().map(ToString::to_string));
    each(function.body.statements(), &mut |node| names.note(node));
    let mut said = HashSet::new();
    names.read.into_iter().filter(|named| !names.defined.contains(&named.name) && said.insert(named.name.clone())).collect()
}

#[derive(Default)]
struct Names {
    defined: HashSet<String>,
    read: Vec<Named>,
    assigned: Vec<Named>,
    lost: Vec<Lost>,
}

impl Names {
    fn note(&mut self, node: &ASTNode) {
        match node {
            ASTNode::Stmt(Stmt::Var(definition, ..)) => {
                self.defined.insert(definition.0.name.to_string());
            }
            ASTNode::Stmt(Stmt::For(parts, ..)) => {
                self.defined.insert(parts.0.name.to_string());
                self.defined.extend(parts.1.iter().map(|counter| counter.name.to_string()));
            }
            ASTNode::Stmt(Stmt::TryCatch(parts, ..)) => {
                self.defined.extend(root(&parts.expr).map(|caught| caught.name));
            }
            ASTNode::Stmt(Stmt::Import(parts, ..)) => {
                self.defined.insert(parts.1.name.to_string());
            }
            ASTNode::Stmt(Stmt::Assignment(parts)) => {
                self.assigned.extend(root(&parts.1.lhs));
                self.lost.extend(lost(&parts.1));
            }
            ASTNode::Expr(Expr::Variable(variable, _, at)) if variable.2.is_empty() => {
                self.read.push(Named { name: variable.1.to_string(), place: place(*at) });
            }
            _ => {}
        }
    }
}

/// The variable at the root of `a.b[c] = …`.
fn root(target: &Expr) -> Option<Named> {
    match target {
        Expr::Variable(variable, _, at) => Some(Named { name: variable.1.to_string(), place: place(*at) }),
        Expr::Dot(chain, ..) | Expr::Index(chain, ..) => root(&chain.lhs),
        _ => None,
    }
}

/// An assignment after which the server loses what it was put into (server.md 4.3).
fn lost(assignment: &BinaryExpr) -> Option<Lost> {
    let target = root(&assignment.lhs).filter(|target| matches!(target.name.as_str(), "output" | "attributes"))?;
    let kind = no_json(&assignment.rhs)?;
    Some(Lost { name: path(&assignment.lhs), kind, place: target.place })
}

/// The type of what JSON has no word for, if there is surely such a value.
fn no_json(value: &Expr) -> Option<String> {
    match value {
        Expr::DynamicConstant(constant, _) => lost::kind(constant),
        Expr::Array(items, _) => items.iter().find_map(no_json),
        Expr::Map(entries, _) => entries.0.iter().find_map(|(_, value)| no_json(value)),
        Expr::Stmt(block) => match block.iter().last() {
            Some(Stmt::Expr(last)) => no_json(last),
            Some(Stmt::FnCall(call, _)) => made_by(call),
            _ => None,
        },
        Expr::FnCall(call, _) => made_by(call),
        _ => None,
    }
}

fn made_by(call: &FnCallExpr) -> Option<String> {
    let kind = match call.name.as_str() {
        ".." => "range",
        "..=" => "range=",
        "Fn" | "curry" => "Fn",
        "blob" => "blob",
        "timestamp" => "timestamp",
        _ => return None,
    };
    call.namespace.is_empty().then(|| kind.to_string())
}

/// Such as `output.list[…].x`.
fn path(target: &Expr) -> String {
    match target {
        Expr::Variable(variable, ..) => variable.1.to_string(),
        Expr::Property(property, _) => property.2.to_string(),
        Expr::Dot(chain, ..) => format!("{}.{}", path(&chain.lhs), path(&chain.rhs)),
        Expr::Index(chain, ..) => match &chain.rhs {
            Expr::StringConstant(key, _) => format!("{}.{key}", path(&chain.lhs)),
            _ => format!("{}[…]", path(&chain.lhs)),
        },
        _ => "…".to_string(),
    }
}
