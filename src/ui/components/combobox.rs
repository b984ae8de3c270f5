//! What the boxes that offer ways to go on have in common: the list under the box.

use yew::prelude::*;

use super::aria_bool;

/// The listbox of a combobox.
pub struct Options {
    /// Its DOM id, which the box names as what it controls.
    pub id: &'static str,
    /// Its class.
    pub class: &'static str,
    /// What it is called.
    pub label: &'static str,
    /// Whether it is on show.
    pub is_open: bool,
    /// The option that Enter takes.
    pub chosen: Option<usize>,
}

impl Options {
    /// The DOM id of an option.
    fn option(&self, at: usize) -> String {
        format!("{}-{at}", self.id)
    }

    /// The DOM id of the chosen option, which the box names as the active one.
    pub fn active(&self) -> Option<String> {
        let chosen = self.chosen.filter(|_| self.is_open);
        chosen.map(|at| self.option(at))
    }

    /// Draws the list: of each option what it shows, and what taking it by the pointer does.
    pub fn list(&self, options: impl Iterator<Item = (Html, Callback<()>)>) -> Html {
        self.list_under(Html::default(), options)
    }

    /// The same under something that is no option.
    pub fn list_under(
        &self,
        head: Html,
        options: impl Iterator<Item = (Html, Callback<()>)>,
    ) -> Html {
        html! {
            <ul
                id={self.id}
                class={self.class}
                role="listbox"
                aria-label={self.label}
                hidden={!self.is_open}
            >
                if self.is_open {
                    { head }
                    for (at, (shown, take)) in options.enumerate() {
                        <li
                            key={at}
                            id={self.option(at)}
                            role="option"
                            aria-selected={aria_bool(self.chosen == Some(at))}
                            onmousedown={move |event: MouseEvent| {
                                // The focus stays in the box.
                                event.prevent_default();
                                take.emit(());
                            }}
                        >
                            { shown }
                        </li>
                    }
                }
            </ul>
        }
    }
}

/// Whether a key is the box's own: not one of an input method that composes a character, nor of the
/// browser.
pub fn is_own(event: &KeyboardEvent) -> bool {
    !(event.is_composing() || event.ctrl_key() || event.meta_key() || event.alt_key())
}
