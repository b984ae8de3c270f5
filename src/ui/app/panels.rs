//! The panels over the page: each a dialog around its component.

use std::rc::Rc;

use yew::prelude::*;

use super::View;
use crate::ui::components::{
    Dialog, Help, Kept, Lists, Palette, Report, RuleEditor, RuleList, Share,
};
use crate::ui::hooks::Switches;
use crate::ui::state::{Line, Panel};
use crate::ui::{kept, platform, text};

impl View<'_> {
    /// The dialog of a panel.
    pub(super) fn panel(&self, panel: Panel, node: &NodeRef) -> Html {
        let (title, class, content) = match panel {
            Panel::Help => (text::HELP, "help", self.help()),
            Panel::Report => (text::REPORT, "report", self.report()),
            Panel::Rules => (text::RULES, "rules", self.rules()),
            Panel::Kept => (text::KEPT, "kept", self.kept()),
            Panel::Lists => (text::LISTS, "lists-panel", self.lists()),
            Panel::Share => (text::SHARE, "share", self.share()),
            Panel::Filters => (text::FILTERS, "drawer", self.facets(None)),
            Panel::Export => (text::EXPORT_PAPERS, "take-dialog", self.export()),
            Panel::Print => (text::PRINT, "take-dialog", self.print()),
            Panel::Palette => return self.palette(node),
        };
        html! { <Dialog key={class} {node} {title} {class}>{ content }</Dialog> }
    }

    fn lists(&self) -> Html {
        let settings = Rc::clone(&self.state.settings);
        let said = self.state.marking.said.clone();
        html! { <Lists {settings} {said} dispatch={self.state.dispatcher()} /> }
    }

    fn share(&self) -> Html {
        let Self {
            state, commands, ..
        } = self;
        html! {
            <Share
                sharing={state.sharing.clone()}
                place={state.place.clone()}
                title={state.share_title()}
                all={self.takable()}
                taken={state.taken()}
                wish={state.page_wish()}
                make={&commands.shares.make}
                dispatch={state.dispatcher()}
            />
        }
    }

    fn help(&self) -> Html {
        let Switches {
            single_keys,
            read_through,
            ..
        } = self.switches.clone();
        html! {
            <Help
                taxonomy={Rc::clone(&self.state.taxonomy)}
                keymap={Rc::clone(&self.state.keymap)}
                {single_keys}
                {read_through}
                dispatch={self.state.dispatcher()}
            />
        }
    }

    fn palette(&self, node: &NodeRef) -> Html {
        let palette = &self.state.palette;
        html! {
            <Palette
                key="palette"
                {node}
                typed={palette.typed.clone()}
                lines={Rc::<[Line]>::from(self.state.palette_lines(platform::is_mac()))}
                chosen={palette.chosen}
                commander={self.commander.clone()}
                dispatch={self.state.dispatcher()}
            />
        }
    }

    fn report(&self) -> Html {
        html! {
            <Report
                reports={&self.state.reports}
                read={&self.commands.read}
                said={self.state.marking.said.clone()}
                dispatch={self.state.dispatcher()}
            />
        }
    }

    fn kept(&self) -> Html {
        let Self {
            state, commands, ..
        } = self;
        html! {
            <Kept
                keeping={state.keeping.clone()}
                keep={&commands.keep}
                read={&commands.read}
                said={state.marking.said.clone()}
                making={state.making.clone()}
                stop_making={&commands.makers.stop}
                backups={commands.backups.clone()}
                dispatch={state.dispatcher()}
            />
        }
    }

    /// The list of rules, or the one in the editor.
    fn rules(&self) -> Html {
        let Self {
            state,
            commands,
            changes,
            ..
        } = self;
        let dispatch = state.dispatcher();
        if let Some(editing) = state.rules.editing.clone() {
            return html! { <RuleEditor {editing} {changes} {dispatch} /> };
        }
        html! {
            <RuleList
                own={&state.rules.own}
                kept={commands.keeps}
                aside={state.asides.iter().rfind(|aside| aside.name == kept::RULES).cloned()}
                undo={state.rules.undo.clone()}
                said={state.marking.said.clone()}
                read={&commands.read}
                {dispatch}
            />
        }
    }
}
