//! The pure core: no browser, no clock, no randomness. It runs natively, in a worker and in a
//! fuzzer.
//!
//! [`address`], [`day`], [`diagnostic`], [`facet`], [`marks`], [`math`], [`order`], [`paper`],
//! [`query`], [`tagging`], [`text`] and [`visible`] are plain data and cheap functions over it, so
//! the page may use them too. Everything that parses, tags or searches belongs to the feature
//! `engine`.

pub mod address;
pub mod day;
pub mod diagnostic;
pub mod facet;
pub mod marks;
pub mod math;
pub mod order;
pub mod paper;
pub mod query;
pub mod tagging;
pub mod text;
pub mod visible;

#[cfg(feature = "engine")]
pub mod binary;
#[cfg(feature = "engine")]
pub mod digest;
#[cfg(feature = "engine")]
pub mod export;
#[cfg(feature = "engine")]
pub mod index;
#[cfg(feature = "engine")]
pub mod library;
#[cfg(feature = "engine")]
pub mod search;
#[cfg(feature = "engine")]
pub mod sorting;
#[cfg(feature = "engine")]
pub mod tags;
#[cfg(feature = "engine")]
pub mod unicode;
#[cfg(feature = "engine")]
pub mod words;
#[cfg(feature = "engine")]
pub mod zipping;
