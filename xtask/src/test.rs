//! x
use crate::Result;
pub fn run(_: &[&str]) -> Result {
    Ok(())
}
