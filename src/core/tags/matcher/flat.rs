//! The trie as it is walked: all nodes in a row, all their edges in another, so that what is needed
//! together stands together.

use std::ops::Range;

use super::symbols::{Bits, Symbol};

/// The number of a node.
pub(super) type NodeId = u32;

/// The node at which every match begins.
pub(super) const ROOT: NodeId = 0;

/// A trie that does not change any more.
#[derive(Debug)]
pub(super) struct Flat {
    nodes: Vec<Node>,
    edges: Vec<(Symbol, NodeId)>,
    gaps: Vec<(u8, NodeId)>,
    joins: Vec<NodeId>,
    ends: Vec<u32>,
    /// The edges of the root by symbol: every token is tried there, so no search is spent on it.
    first: Vec<First>,
}

/// An edge of the root, with what tells at once that most lead nowhere.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct First {
    /// The node behind it, [`ROOT`] where there is no edge.
    pub node: NodeId,
    /// Whether nothing but a neighbouring token leads on from that node, and no pattern ends there.
    pub needs_next: bool,
    /// The bits of that node's edges.
    pub bits: Bits,
}

/// A node; of each list it has what stands between its end and that of the node before.
#[derive(Clone, Copy, Debug, Default)]
struct Node {
    bits: Bits,
    edges: u32,
    gaps: u32,
    joins: u32,
    ends: u32,
}

impl Default for Flat {
    fn default() -> Self {
        Self {
            // Before the first node everything ends at 0.
            nodes: vec![Node::default()],
            edges: Vec::new(),
            gaps: Vec::new(),
            joins: Vec::new(),
            ends: Vec::new(),
            first: Vec::new(),
        }
    }
}

impl Flat {
    /// Adds an edge of the root, for the next symbol; all nodes must be there. [`ROOT`] stands for
    /// none.
    pub fn push_first(&mut self, node: NodeId) {
        let leads_on = !self.gaps(node).is_empty() || !self.joins(node).is_empty();
        self.first.push(First {
            node,
            needs_next: self.ends(node).is_empty() && !leads_on,
            bits: self.bits(node),
        });
    }

    /// Adds the next node. `edges` are sorted by symbol, and `bits` are those of their symbols.
    pub fn push(
        &mut self,
        bits: Bits,
        edges: impl Iterator<Item = (Symbol, NodeId)>,
        gaps: impl Iterator<Item = (u8, NodeId)>,
        joins: impl Iterator<Item = NodeId>,
        ends: &[u32],
    ) {
        self.edges.extend(edges);
        self.gaps.extend(gaps);
        self.joins.extend(joins);
        self.ends.extend_from_slice(ends);
        let place = |len: usize| u32::try_from(len).unwrap_or(u32::MAX);
        self.nodes.push(Node {
            bits,
            edges: place(self.edges.len()),
            gaps: place(self.gaps.len()),
            joins: place(self.joins.len()),
            ends: place(self.ends.len()),
        });
    }

    /// The root's edge of a symbol.
    #[inline]
    pub fn first(&self, symbol: Symbol) -> Option<First> {
        let first = self.first.get(symbol as usize).copied();
        first.filter(|first| first.node != ROOT)
    }

    /// The bits of the symbols of a node's edges.
    #[inline]
    pub fn bits(&self, node: NodeId) -> Bits {
        self.nodes[node as usize + 1].bits
    }

    /// The node behind a node's edge of a symbol.
    #[inline]
    pub fn edge(&self, node: NodeId, symbol: Symbol) -> Option<NodeId> {
        let edges = &self.edges[self.stretch(node, |node| node.edges)];
        let at = edges.binary_search_by_key(&symbol, |(symbol, _)| *symbol);
        at.ok().map(|at| edges[at].1)
    }

    /// How many tokens a node may skip at most, and the node that goes on behind them.
    #[inline]
    pub fn gaps(&self, node: NodeId) -> &[(u8, NodeId)] {
        &self.gaps[self.stretch(node, |node| node.gaps)]
    }

    /// The nodes at which one is at a node, too.
    #[inline]
    pub fn joins(&self, node: NodeId) -> &[NodeId] {
        &self.joins[self.stretch(node, |node| node.joins)]
    }

    /// The patterns that end at a node.
    #[inline]
    pub fn ends(&self, node: NodeId) -> &[u32] {
        &self.ends[self.stretch(node, |node| node.ends)]
    }

    #[inline]
    fn stretch(&self, node: NodeId, of: impl Fn(&Node) -> u32) -> Range<usize> {
        let at = node as usize;
        of(&self.nodes[at]) as usize..of(&self.nodes[at + 1]) as usize
    }
}
