//! All icons and their drawings.

use yew::prelude::*;

/// A drawing of 16 by 16, in the colour of the text around it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    /// Files come in.
    Add,
    /// Back to the list.
    Back,
    /// Away with it.
    Close,
    /// A pencil.
    Edit,
    /// Filters.
    Filter,
    /// Help.
    Help,
    /// Marks on text.
    Marker,
    /// The one after.
    Next,
    /// The one before.
    Previous,
    /// The report.
    Report,
    /// Search.
    Search,
    /// Rules of tags.
    Tag,
    /// Light colours.
    Sun,
    /// Dark colours.
    Moon,
    /// The system's colours.
    Half,
    /// Starred.
    Star,
    /// For later.
    Clock,
    /// Read.
    Check,
    /// Skipped.
    Dash,
    /// A note.
    Note,
    /// What is kept.
    Kept,
    /// A search that is saved.
    Bookmark,
    /// Out of sight.
    Mute,
    /// Out to others.
    Share,
    /// Out of here, into a file.
    Export,
}

/// Draws an icon. It says nothing: its button has a name.
pub fn icon(icon: Icon) -> Html {
    let path = match icon {
        Icon::Add => "M8 3v10M3 8h10",
        Icon::Back => "M13 8H3m4.5-4.5L3 8l4.5 4.5",
        Icon::Close => "M4 4l8 8M12 4l-8 8",
        Icon::Edit => "M10.5 2.8l2.7 2.7-7.4 7.4-3.3.6.6-3.3z",
        Icon::Filter => "M2 4h12M4.5 8h7M6.5 12h3",
        Icon::Help => "M6 6a2 2 0 1 1 2.7 1.9c-.5.2-.7.6-.7 1.1v.5M8 12.2v.1",
        Icon::Marker => "M9.5 2.5l4 4-5.5 5.5H5l-1-1V8zM2 14h12",
        Icon::Next => "M4 6l4 4 4-4",
        Icon::Previous => "M4 10l4-4 4 4",
        Icon::Report => "M4 2.5h8v11H4zM6 6h4M6 8.5h4M6 11h2.5",
        Icon::Search => "M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.3 10.3l3.2 3.2",
        Icon::Tag => "M2.5 2.5h5.3l5.7 5.7-5.3 5.3-5.7-5.7zM5.3 5.2v.1",
        Icon::Sun => {
            "M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6zM8 1.5v1.3M8 13.2v1.3M1.5 8h1.3\
             M13.2 8h1.3M3.4 3.4l.9.9M11.7 11.7l.9.9M12.6 3.4l-.9.9M4.3 11.7l-.9.9"
        }
        Icon::Moon => "M13 9.6A5.6 5.6 0 0 1 6.4 3 5.6 5.6 0 1 0 13 9.6z",
        Icon::Star => "M8 2l1.85 3.75 4.15.6-3 2.9.7 4.1L8 11.4l-3.7 1.95.7-4.1-3-2.9 4.15-.6z",
        Icon::Clock => "M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM8 5v3l2 1.5",
        Icon::Check => "M3 8.5l3.5 3.5L13 4.5",
        Icon::Dash => "M3.5 8h9",
        Icon::Note => "M3 2.5h10v7.5l-3.5 3.5H3zM9.5 13.5V10H13M5.5 5.5h5M5.5 8h3",
        Icon::Kept => "M2.5 3h11v3h-11zM3.5 6v7h9V6M6.5 8.5h3",
        Icon::Bookmark => "M4 2.5h8v11l-4-3-4 3z",
        Icon::Mute => "M2 8s2.2-4 6-4 6 4 6 4-2.2 4-6 4-6-4-6-4zM3 13L13 3",
        Icon::Share => "M8 10V2.5M5 5.2l3-2.7 3 2.7M4.5 7.5H3v6h10v-6h-1.5",
        Icon::Export => "M8 2.5V10M5 7l3 3 3-3M3 9.5v4h10v-4",
        Icon::Half => "M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM8 2.5v11",
    };
    html! {
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d={path} /></svg>
    }
}
