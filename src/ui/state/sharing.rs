//! Papers that the reader is about to share, and those that others have shared with them.

use std::rc::Rc;

use crate::protocol::{Need, NeedStanding, PageWish, ParcelView, ShareView, ShareWish};
use crate::ui::link::Luggage;
use crate::ui::text;

use super::{Panel, State, Which};

/// What the reader does about papers that are shared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ShareAct {
    /// Other papers are meant.
    Of(Which),
    /// They are called this.
    Title(String),
    /// The reader's marks go with them, or not.
    Marks(bool),
    /// The reader's notes do.
    Notes(bool),
    /// A link brought luggage.
    Arrived(Luggage),
    /// It was read that the library lacks files that a view needs.
    SeenNeeds,
    /// It was read where papers come from.
    SeenReceived,
    /// They are to be kept.
    Keep,
    /// The page is apart from others no longer.
    Joined,
}

/// Where papers came from that others have shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Came {
    /// They came with the page itself.
    Page,
    /// They came with the link by which the page was opened: it has nothing else.
    Link,
    /// They came with a link beside what the page had.
    Beside,
}

/// Papers that others have shared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    /// How they came.
    pub came: Came,
    /// The parcel, to be read again when it is to be kept.
    pub parcel: Rc<str>,
    /// What they are; `None` until they are read, and where they cannot be.
    pub view: Option<Rc<ParcelView>>,
    /// Whether the reader has read where they come from.
    pub is_seen: bool,
    /// Whether they are kept, or about to be.
    pub is_kept: bool,
}

/// What the page knows of papers that are shared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "what is known of what is shared are facts beside each other"
)]
pub struct Sharing {
    /// The papers that are to be shared; where there are none any more, others are.
    pub of: Which,
    /// What they are to be called; `None` as long as the reader has not said.
    pub title: Option<Rc<str>>,
    /// Whether the reader's marks go with them.
    pub marks: bool,
    /// Whether the reader's notes do.
    pub notes: bool,
    /// What can be shared, or why nothing can; `None` until that is known.
    pub view: Option<Rc<Result<ShareView, String>>>,
    /// Whether that is of other papers, or of more of them, than the reader wants by now.
    pub is_old: bool,
    /// The files that the view of a link needs, and how many more there were.
    pub needs: Rc<[Need]>,
    /// How many files more there were than the link names.
    pub more: u32,
    /// How they stand; empty until that is known.
    pub standings: Rc<[NeedStanding]>,
    /// Whether the reader has read which are lacking.
    pub is_seen: bool,
    /// What others have shared.
    pub received: Option<Received>,
    /// All parcels that came, that of the page first.
    pub parcels: Rc<[Rc<str>]>,
    /// Those of them that are kept, or about to be.
    kept: Vec<Rc<str>>,
}

impl Sharing {
    /// What the page begins with: what came with the page or with the link that opened it.
    pub fn begin(luggage: Luggage, page: Option<Rc<str>>) -> Self {
        let mut sharing = Self {
            needs: luggage.needs,
            more: luggage.more,
            ..Self::default()
        };
        let from_page = page.map(|parcel| (Came::Page, parcel));
        let from_link = luggage.parcel.map(|parcel| (Came::Link, parcel));
        if let Some((came, parcel)) = from_page.or(from_link) {
            sharing.receive(came, parcel);
        }
        sharing
    }

    fn receive(&mut self, came: Came, parcel: Rc<str>) {
        if !self.parcels.contains(&parcel) {
            let before = self.parcels.iter().cloned();
            self.parcels = before.chain([Rc::clone(&parcel)]).collect();
        }
        let is_kept = self.kept.contains(&parcel);
        self.received = Some(Received {
            came,
            parcel,
            view: None,
            is_seen: false,
            is_kept,
        });
    }

    /// The papers that were received last are kept.
    pub fn keep(&mut self) {
        if let Some(received) = &mut self.received {
            received.is_kept = true;
            self.kept.push(Rc::clone(&received.parcel));
        }
    }

    /// The papers of a link that are not the reader's own: the page has them from its address
    /// alone, which is to keep them.
    pub fn lent(&self) -> Option<&Rc<str>> {
        let received = self.received.as_ref()?;
        let is_lent = received.came != Came::Page && !received.is_kept;
        is_lent.then_some(&received.parcel)
    }

    /// The names of the needed files that stand so.
    pub fn needed(&self, standing: NeedStanding) -> Vec<&str> {
        let all = self.needs.iter().zip(self.standings.iter());
        let those = all.filter(|(_, stands)| **stands == standing);
        those.map(|(need, _)| need.name.as_str()).collect()
    }

    /// Whether there is something to say of files that are needed.
    pub fn lacks(&self) -> bool {
        let is_lacking = |standing: &NeedStanding| *standing != NeedStanding::Here;
        !self.is_seen && self.standings.iter().any(is_lacking)
    }

    fn act(&mut self, act: ShareAct) {
        match act {
            ShareAct::Of(of) => self.of = of,
            ShareAct::Title(title) => self.title = Some(title.into()),
            ShareAct::Marks(is) => self.marks = is,
            ShareAct::Notes(is) => self.notes = is,
            ShareAct::Arrived(luggage) => {
                self.needs = luggage.needs;
                self.more = luggage.more;
                self.standings = Rc::default();
                self.is_seen = false;
                let known = self.received.as_ref().map(|received| &received.parcel);
                if let Some(parcel) = luggage.parcel
                    && known != Some(&parcel)
                {
                    self.receive(Came::Beside, parcel);
                }
            }
            ShareAct::SeenNeeds => self.is_seen = true,
            ShareAct::SeenReceived => {
                if let Some(received) = &mut self.received {
                    received.is_seen = true;
                }
            }
            ShareAct::Keep => self.keep(),
            ShareAct::Joined => {
                self.keep();
                self.kept = self.parcels.to_vec();
            }
        }
    }
}

impl State {
    pub(super) fn act_on_sharing(&mut self, act: ShareAct) {
        if act == ShareAct::Joined {
            self.forget_library(text::RESTORER_LEFT);
            self.keeping.is_apart = false;
            self.keeping.choice = Some(true);
        }
        let before = self.meant();
        self.sharing.act(act);
        self.sharing.is_old |= self.meant() != before;
    }

    /// The papers that are to be shared, and what of the reader's goes with them.
    fn meant(&self) -> (Which, bool, bool) {
        (self.taken(), self.sharing.marks, self.sharing.notes)
    }

    /// The panel is opened: what is chosen is what is meant, and else what is on show.
    pub(super) fn begin_sharing(&mut self) {
        let has_choice = self.choice().is_some();
        let sharing = &mut self.sharing;
        sharing.of = if has_choice {
            Which::Chosen
        } else {
            Which::Hits
        };
        sharing.title = None;
        sharing.view = None;
        sharing.is_old = false;
    }

    /// The worker says something of what is shared.
    pub(super) fn hear_share(&mut self, outcome: Result<ShareView, String>) {
        self.sharing.view = Some(Rc::new(outcome));
        self.sharing.is_old = false;
    }

    pub(super) fn hear_needs(&mut self, standings: Vec<NeedStanding>) {
        // What was asked before another link came is of other files.
        if standings.len() == self.sharing.needs.len() {
            self.sharing.standings = standings.into();
        }
    }

    /// What a parcel is. Another one may have come since it was handed to the worker.
    pub(super) fn hear_parcel(&mut self, of: &Rc<str>, view: ParcelView) {
        if let Some(received) = &mut self.sharing.received
            && received.parcel == *of
        {
            received.view = Some(Rc::new(view));
        }
    }

    /// What the reader wants to share, while the panel is open.
    pub fn share_wish(&self) -> Option<ShareWish> {
        if self.panel != Some(Panel::Share) {
            return None;
        }
        Some(ShareWish {
            of: self.scope(self.taken())?,
            title: self.share_title(),
            marks: self.sharing.marks,
            notes: self.sharing.notes,
        })
    }

    /// What the papers are called that are to be shared.
    pub fn share_title(&self) -> String {
        let sharing = &self.sharing;
        if let Some(title) = &sharing.title {
            return title.to_string();
        }
        match self.taken() {
            Which::Paper => self.title_of(self.place.paper.as_deref().unwrap_or_default()),
            Which::Starred => text::PRINTED_STARRED.to_owned(),
            Which::Kept(day) => text::printed_day(day),
            _ if !self.place.search.text.trim().is_empty() => self.place.search.text.clone(),
            _ => match &self.sharing.received {
                Some(Received {
                    view: Some(view), ..
                }) if !view.title.is_empty() => view.title.clone(),
                _ => text::NAME.to_owned(),
            },
        }
    }

    /// The page that is to be made.
    pub fn page_wish(&self) -> Option<PageWish> {
        Some(PageWish {
            share: self.share_wish()?,
            view: self.place.to_hash(),
        })
    }

    /// Whether it is to be said where the papers come from that others have shared, and that what
    /// the reader does with them is not kept: before anything is done that would be lost.
    pub fn tells_received(&self) -> bool {
        let tells =
            |received: &Received| received.view.is_some() && !received.is_seen && !received.is_kept;
        self.sharing.received.as_ref().is_some_and(tells)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::Restoring;
    use crate::ui::place::Place;
    use crate::ui::state::Action;
    use NeedStanding::{Here, Missing, Other};

    fn need(name: &str) -> Need {
        Need {
            name: name.to_owned(),
            print: 1,
        }
    }

    fn luggage(needs: &[&str], parcel: Option<&str>) -> Luggage {
        Luggage {
            needs: needs.iter().map(|name| need(name)).collect(),
            more: 0,
            parcel: parcel.map(Into::into),
        }
    }

    #[test]
    fn what_a_link_needs_is_said_until_it_is_here() {
        let mut state = State::new(Place::default());
        state.sharing = Sharing::begin(luggage(&["a.md", "b.md", "c.md"], None), None);
        assert!(!state.sharing.lacks(), "nobody knows yet");
        state.hear_needs(vec![Missing]);
        assert!(!state.sharing.lacks(), "an answer to something else");
        state.hear_needs(vec![Missing, Other, Here]);
        assert!(state.sharing.lacks());
        assert_eq!(state.sharing.needed(Missing), ["a.md"]);
        assert_eq!(state.sharing.needed(Other), ["b.md"]);
        state.act_on_sharing(ShareAct::SeenNeeds);
        assert!(!state.sharing.lacks());
        state.act_on_sharing(ShareAct::Arrived(luggage(&["d.md"], None)));
        state.hear_needs(vec![Missing]);
        assert!(state.sharing.lacks());
        state.hear_needs(vec![Here]);
        assert!(!state.sharing.lacks());
    }

    #[test]
    fn what_is_done_on_a_page_of_papers_is_said_not_to_be_kept_before_it_is_done() {
        let mut state = State::new(Place::default());
        state.sharing = Sharing::begin(luggage(&[], Some("x")), Some("y".into()));
        let received = state.sharing.received.clone().unwrap();
        assert_eq!((received.came, &*received.parcel), (Came::Page, "y"));
        assert_eq!(state.sharing.lent(), None, "the page itself has them");
        assert!(!state.tells_received(), "they cannot be read yet");
        state.hear_parcel(&"y".into(), ParcelView::default());
        assert!(state.tells_received());
        state.act_on_sharing(ShareAct::Joined);
        assert!(!state.tells_received());
    }

    #[test]
    fn papers_of_a_link_are_told_of_once() {
        let mut state = State::new(Place::default());
        state.sharing = Sharing::begin(luggage(&[], Some("x")), None);
        assert!(!state.tells_received(), "they cannot be read yet");
        state.hear_parcel(&"x".into(), ParcelView::default());
        assert!(state.tells_received());
        state.act_on_sharing(ShareAct::SeenReceived);
        assert!(!state.tells_received());
        state.act_on_sharing(ShareAct::Arrived(luggage(&[], Some("x"))));
        assert!(!state.tells_received(), "Back leads to the same");
        assert_eq!(state.sharing.lent(), Some(&"x".into()));
        state.act_on_sharing(ShareAct::Arrived(luggage(&[], Some("z"))));
        state.hear_parcel(&"z".into(), ParcelView::default());
        assert!(state.tells_received());
        assert_eq!(state.sharing.lent(), Some(&"z".into()));
        state.act_on_sharing(ShareAct::Keep);
        assert!(!state.tells_received());
        assert_eq!(state.sharing.lent(), None);
        // Back to those before them, and on again: what is kept is known to be.
        state.act_on_sharing(ShareAct::Arrived(luggage(&[], Some("x"))));
        assert_eq!(state.sharing.lent(), Some(&"x".into()));
        state.act_on_sharing(ShareAct::Arrived(luggage(&[], Some("z"))));
        assert_eq!(state.sharing.lent(), None);
        assert_eq!(*state.sharing.parcels, ["x".into(), "z".into()]);
    }

    #[test]
    fn a_parcel_is_told_by_what_is_in_it() {
        let mut state = State::new(Place::default());
        state.sharing = Sharing::begin(luggage(&[], Some("x")), None);
        // Another one comes while the first is read.
        state.act_on_sharing(ShareAct::Arrived(luggage(&[], Some("z"))));
        let view = |papers| ParcelView {
            papers,
            ..ParcelView::default()
        };
        state.hear_parcel(&"x".into(), view(1));
        assert_eq!(state.sharing.received.as_ref().unwrap().view, None);
        state.hear_parcel(&"z".into(), view(2));
        let received = state.sharing.received.clone().unwrap();
        assert_eq!(received.view.unwrap().papers, 2);
        // Where the page keeps them, it keeps both.
        assert_eq!(*state.sharing.parcels, ["x".into(), "z".into()]);
    }

    #[test]
    fn a_backup_is_not_restored_on_by_the_worker_of_a_page_that_joins() {
        for (act, said) in [
            (Action::Sharing(ShareAct::Joined), text::RESTORER_LEFT),
            (Action::Dead("it crashed".into()), text::RESTORER_DIED),
        ] {
            let mut state = State::new(Place::default());
            state.keeping.restoring = Some(Rc::new(Restoring::Reading(1, 2)));
            state.apply(act);
            assert_eq!(state.keeping.restoring, None);
            assert_eq!(state.marking.said.unwrap().text, said);
        }
    }

    #[test]
    fn what_is_to_be_shared_otherwise_is_no_more_what_it_was() {
        let mut state = State::new(Place {
            paper: Some("2603.00001".to_owned()),
            ..Place::default()
        });
        state.apply(Action::Panel(Some(Panel::Share)));
        // There is no list, so that the paper is meant already.
        state.act_on_sharing(ShareAct::Of(Which::Paper));
        assert!(!state.sharing.is_old);
        for act in [
            ShareAct::Notes(true),
            ShareAct::Notes(false),
            ShareAct::Marks(true),
            ShareAct::Marks(false),
            ShareAct::Of(Which::Starred),
        ] {
            state.act_on_sharing(act.clone());
            assert!(state.sharing.is_old, "{act:?}");
            state.hear_share(Ok(ShareView::default()));
            assert!(!state.sharing.is_old);
            // Nothing is asked, so nothing will be answered.
            state.act_on_sharing(act);
            assert!(!state.sharing.is_old);
        }
    }
}
