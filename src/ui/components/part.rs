use std::rc::Rc;

use yew::prelude::*;

use crate::ui::hooks::Watched;

/// A part of the page and what it shows.
#[derive(Clone, Properties)]
pub struct PartProps {
    of: Watched,
    draw: Rc<dyn Fn() -> Html>,
}

impl PartialEq for PartProps {
    fn eq(&self, other: &Self) -> bool {
        self.of == other.of
    }
}

#[component]
fn Part(props: &PartProps) -> Html {
    (props.draw)()
}

/// A part of the page that is not made again, let alone compared with what is drawn, while it shows the same. One component for all such parts.
pub fn part(of: impl PartialEq + 'static, draw: impl Fn() -> Html + 'static) -> Html {
    let of = Watched::new(of);
    let draw: Rc<dyn Fn() -> Html> = Rc::new(draw);
    html! { <Part {of} {draw} /> }
}
