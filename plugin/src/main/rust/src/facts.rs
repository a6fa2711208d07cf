//! What can be seen in a compiled script without running it.

use crate::failure::place;
use crate::reply::{Call, Facts, Function, Named};
use rhai::{ASTNode, Expr, ScriptFuncDef, Stmt, AST};
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
            ASTNode::Stmt(Stmt::Assignment(parts)) => self.assigned.extend(root(&parts.1.lhs)),
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
