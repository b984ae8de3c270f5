//! The browser's side of the engine: messages, files, time slices.
