//! The page: state, hooks, components.
