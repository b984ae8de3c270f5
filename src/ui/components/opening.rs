//! The page while the library of the visit before is read.

use std::rc::Rc;

use yew::prelude::*;

use crate::protocol::KeptView;
use crate::ui::text;

/// How many files are named.
const NAMED: usize = 12;

/// Properties of [`Opening`].
#[derive(Clone, PartialEq, Properties)]
pub struct OpeningProps {
    /// What is kept; `None` before that is known.
    pub view: Option<Rc<KeptView>>,
}

/// Names the files that are being read, the newest first.
#[component]
pub fn Opening(OpeningProps { view }: &OpeningProps) -> Html {
    let files = view.as_ref().map_or(&[][..], |view| &view.files);
    let more = files.len().saturating_sub(NAMED);
    html! {
        <main class="welcome">
            <div class="welcome-inner">
                <h2 class="lead">{ text::OPENING }</h2>
                <ul class="kept-opening">
                    for file in files.iter().rev().take(NAMED) {
                        <li>
                            { text::short(&file.name) }
                            { " " }
                            <span class="kept-facts">{ text::bytes(file.size) }</span>
                        </li>
                    }
                    if more > 0 {
                        <li>{ text::and_more(more) }</li>
                    }
                </ul>
            </div>
        </main>
    }
}
