//! The bars that tell of what came from outside of the page: a newer version of it, and what
//! another app handed over.

use yew::prelude::*;

use crate::ui::hooks::Hosted;
use crate::ui::session::Source as _;
use crate::ui::text;

use super::icon::Icon;
use super::icon_button::IconButton;

/// Properties of [`HostedBars`].
#[derive(Clone, PartialEq, Properties)]
pub struct HostedBarsProps {
    /// What the host has to say.
    pub hosted: Hosted,
    /// Whether papers are on show that are gone when the page begins anew.
    pub loses: bool,
}

/// One bar for each.
#[component]
pub fn HostedBars(HostedBarsProps { hosted, loses }: &HostedBarsProps) -> Html {
    let says = |to: &Callback<bool>, what: bool| to.reform(move |_: MouseEvent| what);
    html! {
        <div role="status">
            if let Some(offer) = hosted.offers.first() {
                <div class="bar notice">
                    <p class="notice-text">{ text::offered(&offer.label()) }</p>
                    <button type="button" onclick={says(&hosted.answer, true)}>
                        { text::READ_OFFER }
                    </button>
                    <button type="button" onclick={says(&hosted.answer, false)}>
                        { text::REFUSE_OFFER }
                    </button>
                </div>
            }
            if hosted.is_renewed {
                <div class="bar notice">
                    <p class="notice-text">
                        { if *loses { text::RENEWED_LOSES } else { text::RENEWED } }
                    </p>
                    <button type="button" onclick={says(&hosted.renew, true)}>
                        { text::RENEW }
                    </button>
                    <IconButton
                        icon={Icon::Close}
                        name={text::DISMISS}
                        onclick={says(&hosted.renew, false)}
                    />
                </div>
            }
        </div>
    }
}
