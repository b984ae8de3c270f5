//! The bar that tells of what is kept: that it is, whether it may be, or why it is not.

use yew::prelude::*;

use crate::protocol::Standing;
use crate::ui::state::{Action, Bar, KeepAct, Keeping, Panel};
use crate::ui::text;

use super::icon::Icon;
use super::icon_button::IconButton;
use super::{Dispatch, act};

/// Properties of a [`KeepBar`].
#[derive(Clone, PartialEq, Properties)]
pub struct KeepBarProps {
    /// What the page knows of what is kept.
    pub keeping: Keeping,
    /// Whether there is a library that may be lost.
    pub has_papers: bool,
    /// Saves a backup.
    pub back_up: Callback<()>,
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// Says one thing about what is kept, the worst first.
#[component]
pub fn KeepBar(props: &KeepBarProps) -> Html {
    let KeepBarProps {
        keeping, dispatch, ..
    } = props;
    let Some(bar) = keeping.bar(props.has_papers) else {
        return Html::default();
    };
    let room = keeping.view.as_ref().and_then(|view| view.room);
    let said = match bar {
        Bar::Fault => keeping.fault().map(|fault| text::keep_fault(fault, room)),
        Bar::Left => Some(text::kept_left(
            &keeping.names(Standing::Aside),
            &keeping.names(Standing::Lost),
        )),
        Bar::Evicted => {
            let before = keeping.before.as_ref();
            before.map(|(count, day)| text::evicted(*count, day))
        }
        Bar::Forgotten => keeping.forgotten.as_deref().map(str::to_owned),
        Bar::Kept if keeping.is_from_disk => Some(text::KEEP_ASK.to_owned()),
        Bar::Kept => Some(text::KEPT_NOW.to_owned()),
        Bar::Backup => Some(text::BACKUP_WANTED.to_owned()),
    };
    let is_bad = matches!(bar, Bar::Fault | Bar::Left | Bar::Evicted);
    let choose = |choice| act(dispatch, Action::Keeping(KeepAct::Choose(choice)));
    let seen = match bar {
        Bar::Kept => KeepAct::Choose(!keeping.is_from_disk),
        bar => KeepAct::Seen(bar),
    };
    let open = act(dispatch, Action::Panel(Some(Panel::Kept)));
    html! {
        <div
            class={classes!("bar", "notice", is_bad.then_some("bad"))}
            role={if is_bad { "alert" } else { "note" }}
        >
            <p class="notice-text">{ said }</p>
            if bar == Bar::Kept && keeping.is_from_disk {
                <button type="button" onclick={choose(true)}>{ text::KEEP_YES }</button>
                <button type="button" onclick={choose(false)}>{ text::KEEP_NO }</button>
            } else {
                if matches!(bar, Bar::Fault | Bar::Backup) {
                    <button type="button" onclick={props.back_up.reform(|_| ())}>
                        { text::SAVE_BACKUP }
                    </button>
                }
                <button type="button" onclick={open}>{ text::KEPT }</button>
                <IconButton
                    icon={Icon::Close}
                    name={text::DISMISS}
                    onclick={act(dispatch, Action::Keeping(seen))}
                />
            }
        </div>
    }
}
