use std::any::Any;
use std::rc::Rc;

use yew::functional::{Hook, TearDown};
use yew::prelude::*;

/// Something of whatever type that can be compared with another of its type: what an effect or a part of the page hangs on. One type for all, so that there is one program for all.
#[derive(Clone)]
pub struct Watched(Rc<dyn Watch>);

impl Watched {
    /// Watches this.
    pub fn new(what: impl PartialEq + 'static) -> Self {
        Self(Rc::new(what))
    }
}

impl PartialEq for Watched {
    fn eq(&self, other: &Self) -> bool {
        self.0.same(other.0.as_any())
    }
}

trait Watch {
    fn as_any(&self) -> &dyn Any;
    fn same(&self, other: &dyn Any) -> bool;
}

impl<T: PartialEq + 'static> Watch for T {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn same(&self, other: &dyn Any) -> bool {
        other.downcast_ref() == Some(self)
    }
}

/// What an effect does, and what is done when it is over.
type Run = Box<dyn FnOnce(&dyn Any) -> Left>;
type Left = Box<dyn FnOnce()>;

/// Does something after a component is drawn for the first time and whenever what it hangs on has changed since; what it gives back is done before the next time.
///
/// It is [`use_effect_with`] with all types behind pointers: four hundred bytes less each time it is used.
pub fn use_on<T: PartialEq + 'static, D: TearDown + 'static>(
    on: T,
    run: impl FnOnce(&T) -> D + 'static,
) -> impl Hook<Output = ()> {
    erased(
        Watched::new(on),
        Box::new(|on| match on.downcast_ref() {
            Some(on) => left(run(on)),
            None => left(()),
        }),
    )
}

fn left<D: TearDown + 'static>(left: D) -> Left {
    Box::new(|| left.tear_down())
}

#[inline(never)]
fn erased(on: Watched, run: Run) -> impl Hook<Output = ()> {
    use_effect_with(on, move |on: &Watched| run(on.0.as_any()))
}
