use std::any::Any;
use std::rc::Rc;

use yew::prelude::*;

/// A part of the page and what it shows.
#[derive(Clone, Properties)]
pub struct PartProps {
    of: Rc<dyn Shown>,
    draw: Rc<dyn Fn() -> Html>,
}

impl PartialEq for PartProps {
    fn eq(&self, other: &Self) -> bool {
        self.of.same(other.of.as_any())
    }
}

/// What can be compared with whatever was shown before.
trait Shown {
    fn as_any(&self) -> &dyn Any;
    fn same(&self, other: &dyn Any) -> bool;
}

impl<T: PartialEq + 'static> Shown for T {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn same(&self, other: &dyn Any) -> bool {
        other.downcast_ref() == Some(self)
    }
}

#[component]
fn Part(props: &PartProps) -> Html {
    (props.draw)()
}

/// A part of the page that is not made again, let alone compared with what is drawn, while it shows the same. One component for all such parts.
pub fn part(of: impl PartialEq + 'static, draw: impl Fn() -> Html + 'static) -> Html {
    let (of, draw): (Rc<dyn Shown>, Rc<dyn Fn() -> Html>) = (Rc::new(of), Rc::new(draw));
    html! { <Part {of} {draw} /> }
}
