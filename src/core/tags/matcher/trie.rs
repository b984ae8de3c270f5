//! The trie as it grows.

use super::flat::{Flat, NodeId, ROOT};
use super::symbols::{Symbol, SymbolTable, bit};
use crate::core::sorting;
use crate::core::tags::pattern::Step;

/// How many ends of a row of alternatives are joined before the pattern goes on, so that what
/// follows is not kept once for each.
const JOINED: usize = 3;

/// Patterns that share their beginnings.
#[derive(Debug)]
pub(super) struct Trie {
    nodes: Vec<Node>,
    /// The edges of the root by symbol, [`ROOT`] where there is none.
    first: Vec<NodeId>,
    patterns: u32,
}

#[derive(Debug, Default)]
struct Node {
    /// Sorted by symbol.
    edges: Vec<(Symbol, NodeId)>,
    gaps: Vec<(u8, NodeId)>,
    /// The nodes at which one is here, too.
    joins: Vec<NodeId>,
    ends: Vec<u32>,
}

impl Default for Trie {
    fn default() -> Self {
        Self {
            nodes: vec![Node::default()],
            first: Vec::new(),
            patterns: 0,
        }
    }
}

impl Trie {
    /// Adds a pattern.
    pub fn add(&mut self, steps: &[Step], symbols: &mut SymbolTable) {
        let heads = self.grow(vec![ROOT], steps, symbols);
        for head in heads.into_iter().filter(|head| *head != ROOT) {
            self.nodes[head as usize].ends.push(self.patterns);
        }
        self.patterns += 1;
    }

    /// The same to be walked. A node from which nothing leads but one join is left out: what led to
    /// it leads to the join.
    pub fn flat(&self) -> Flat {
        let mut stands_for: Vec<NodeId> = (0..self.next_node()).collect();
        // A join is younger than what leads to it.
        for (at, node) in self.nodes.iter().enumerate().rev() {
            let is_bare = node.edges.is_empty() && node.gaps.is_empty() && node.ends.is_empty();
            if let ([join], true) = (node.joins.as_slice(), is_bare) {
                stands_for[at] = stands_for[*join as usize];
            }
        }
        let real = |node: NodeId| stands_for[node as usize];
        let mut flat = Flat::default();
        for node in &self.nodes {
            let symbols = node.edges.iter().map(|(symbol, _)| *symbol);
            let edges = node.edges.iter().map(|(symbol, to)| (*symbol, real(*to)));
            let gaps = node.gaps.iter().map(|(size, to)| (*size, real(*to)));
            flat.push(
                symbols.fold(0, |bits, symbol| bits | bit(symbol)),
                edges,
                gaps,
                node.joins.iter().map(|to| real(*to)),
                &node.ends,
            );
        }
        self.first
            .iter()
            .for_each(|node| flat.push_first(real(*node)));
        flat
    }

    /// The nodes at which one is after these steps, from these heads on.
    fn grow(
        &mut self,
        mut heads: Vec<NodeId>,
        steps: &[Step],
        symbols: &mut SymbolTable,
    ) -> Vec<NodeId> {
        for step in steps {
            heads = self.joined(heads);
            heads = match step {
                Step::One(atom) => {
                    let symbol = symbols.of(atom);
                    let edge = |head| self.edge(head, symbol);
                    heads.into_iter().map(edge).collect()
                }
                Step::Gap(size) => {
                    let gap = |head| self.gap(head, *size);
                    heads.into_iter().map(gap).collect()
                }
                Step::OneOf { rows, optional } => {
                    let mut next: Vec<NodeId> = rows
                        .iter()
                        .flat_map(|row| self.grow(heads.clone(), row, symbols))
                        .collect();
                    if *optional {
                        next.extend(heads);
                    }
                    next
                }
            };
            sorting::sort(&mut heads);
            heads.dedup();
        }
        heads
    }

    /// The same heads, several of them as one.
    fn joined(&mut self, mut heads: Vec<NodeId>) -> Vec<NodeId> {
        if heads.len() < JOINED {
            return heads;
        }
        let join = self.next_node();
        self.nodes.push(Node::default());
        heads.retain(|head| {
            if *head != ROOT {
                self.nodes[*head as usize].joins.push(join);
            }
            *head == ROOT
        });
        heads.push(join);
        heads
    }

    fn edge(&mut self, from: NodeId, symbol: Symbol) -> NodeId {
        let new = self.next_node();
        let known = if from == ROOT {
            let place = symbol as usize;
            if self.first.len() <= place {
                self.first.resize(place + 1, ROOT);
            }
            let node = &mut self.first[place];
            if *node == ROOT {
                *node = new;
            }
            *node
        } else {
            let edges = &mut self.nodes[from as usize].edges;
            match edges.binary_search_by_key(&symbol, |(symbol, _)| *symbol) {
                Ok(at) => edges[at].1,
                Err(at) => {
                    edges.insert(at, (symbol, new));
                    new
                }
            }
        };
        if known == new {
            self.nodes.push(Node::default());
        }
        known
    }

    fn gap(&mut self, from: NodeId, size: u8) -> NodeId {
        let known = self.nodes[from as usize]
            .gaps
            .iter()
            .find(|(known, _)| *known == size);
        if let Some((_, node)) = known {
            return *node;
        }
        let new = self.next_node();
        self.nodes[from as usize].gaps.push((size, new));
        self.nodes.push(Node::default());
        new
    }

    fn next_node(&self) -> NodeId {
        NodeId::try_from(self.nodes.len()).unwrap_or(NodeId::MAX)
    }
}
