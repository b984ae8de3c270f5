//! The colours, kept from visit to visit.

use yew::prelude::*;

use crate::ui::{kept, platform};

/// The page's colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// The name under which it is kept and by which the style sheet knows it.
    pub fn name(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme that the button goes to from this one.
    pub fn next(self) -> Self {
        match self {
            Self::System => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::System,
        }
    }

    fn kept() -> Self {
        match kept::get(kept::THEME).as_deref() {
            Some("light") => Self::Light,
            Some("dark") => Self::Dark,
            _ => Self::System,
        }
    }
}

/// The theme and what goes to the next one. The choice is kept from visit to visit.
#[hook]
pub fn use_theme() -> (Theme, Callback<()>) {
    let theme = use_state_eq(|| shown(Theme::kept()));
    let (now, set) = (*theme, theme.setter());
    let next = Callback::from(move |()| {
        let next = now.next();
        // Where the browser keeps nothing the choice holds for this visit.
        let _ = kept::put(kept::THEME, next.name());
        set.set(shown(next));
    });
    (now, next)
}

/// Has the style sheet follow a theme.
fn shown(theme: Theme) -> Theme {
    let _ = platform::set_root_attribute("data-theme", theme.name());
    theme
}
