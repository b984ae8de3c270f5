use std::rc::Rc;

use web_sys::Event;
use yew::prelude::*;

use crate::ui::hooks::Watched;
use crate::ui::text;

use super::el::{El, press};

/// Draws a part, given how much of something long is on show.
type Draw = Rc<dyn Fn(&UseStateHandle<usize>) -> Html>;

/// A part of the page and what it shows.
#[derive(Clone, Properties)]
pub struct PartProps {
    of: Watched,
    draw: Draw,
}

impl PartialEq for PartProps {
    fn eq(&self, other: &Self) -> bool {
        self.of == other.of
    }
}

#[component]
fn Part(props: &PartProps) -> Html {
    (props.draw)(&use_state_eq(|| 1))
}

/// A part of the page that is not made again, let alone compared with what is drawn, while it shows the same. One component for all such parts.
pub fn part(of: impl PartialEq + 'static, draw: impl Fn() -> Html + 'static) -> Html {
    long(of, move |_| draw())
}

/// The same of something long: it is drawn given how many pages of it are on show, one at first. What has thousands of elements takes the browser longer than a frame, be they seen or not.
pub fn long(
    of: impl PartialEq + 'static,
    draw: impl Fn(&UseStateHandle<usize>) -> Html + 'static,
) -> Html {
    let of = Watched::new(of);
    let draw: Draw = Rc::new(draw);
    html! { <Part {of} {draw} /> }
}

/// The button that shows another page of something long, of which so many are not on show.
pub fn more(pages: &UseStateHandle<usize>, left: usize) -> Option<El> {
    let pages = pages.clone();
    let turn = Callback::from(move |_: Event| pages.set(*pages + 1));
    (left > 0).then(|| press("link more", turn).text(text::show_some(left)))
}

/// Something that is told by where it lies: to compare all of it takes as long as to draw it.
pub struct ByPlace<T: ?Sized>(pub Rc<T>);

impl<T: ?Sized> PartialEq for ByPlace<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
