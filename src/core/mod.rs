//! The pure core: no browser, no clock, no randomness. It runs natively, in a worker and in a
//! fuzzer.
//!
//! [`address`], [`day`], [`diagnostic`], [`facet`], [`fragment`], [`marks`], [`math`], [`order`],
//! [`paper`], [`query`], [`registered`], [`tagging`], [`text`] and [`visible`] are plain data and
//! cheap functions over it, so the page may use them too, and so are what tells a [`backup`], the
//! bounds of a [`parcel`] and the [`letters`](unicode::letters) that people type. Everything that
//! parses, tags or searches belongs to the feature `engine`.

pub mod address;
pub mod backup;
pub mod day;
pub mod diagnostic;
pub mod facet;
pub mod fragment;
pub mod marks;
pub mod math;
pub mod order;
pub mod paper;
pub mod parcel;
pub mod query;
pub mod registered;
pub mod tagging;
pub mod text;
pub mod unicode;
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
pub mod words;
#[cfg(feature = "engine")]
pub mod zipping;
