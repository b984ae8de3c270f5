//! What the worker says, and which part of the state hears it.

use std::rc::Rc;

use crate::protocol::{Response, SourceNews, Way};
use crate::ui::text;

use super::{About, State};

impl State {
    pub(super) fn hear(&mut self, response: Response, about: About) {
        match response {
            Response::Ready { version } => self.ready(version),
            Response::Progress(progress) => self.progress(progress),
            Response::Reports(reports) => self.arriving.extend(reports.into_iter().map(Rc::new)),
            Response::Loaded(loaded) => self.loaded(loaded),
            Response::Edited { of, text } => self.edited(&of, text),
            Response::Completions { all, .. } => {
                if let About::Text(of) = about {
                    self.completing.offer(of, all, &self.place.search.text);
                }
            }
            Response::Answer { seq, outcome } => match about {
                About::Search(search) if search == self.asked() => {
                    self.shown = Some(Rc::new(search));
                    match outcome {
                        Ok(answer) => self.answered(seq, answer),
                        Err(problem) => self.problem = Some(Rc::new(problem)),
                    }
                }
                // What answers another query than the box shows is older than it.
                _ => {}
            },
            Response::Own(own) => {
                if self.rules.tell(own) {
                    self.library += 1;
                }
            }
            Response::Preview { preview, .. } => {
                if self.rules.preview(preview) {
                    self.save_rule();
                }
            }
            Response::Tagging(tagging) => {
                self.rules.tagging = Some(tagging).filter(|now| now.done < now.of);
            }
            Response::Tags { all, .. } => {
                if let About::Text(of) = about {
                    self.offer_tags(of, all);
                }
            }
            Response::Rows { seq, start, rows } => {
                if seq == self.answered {
                    self.rows.extend(start, rows, self.window, self.active);
                    self.follow();
                }
            }
            Response::Terms { seq, view } => {
                if seq == self.answered {
                    self.terms = Rc::new(view);
                    self.terms_of = seq;
                }
            }
            Response::Taxonomy(all) => self.taxonomy = all.into(),
            Response::Paper { paper, .. } => self.fetched(paper),
            Response::Marked(view) => self.marked(view),
            Response::Kept(view) => self.keeping.tell(view),
            Response::Restoring(restoring) => self.keeping.restore(restoring),
            Response::Overview(view) => self.hear_overview(view),
            Response::Settings(view) => self.hear_settings(view),
            Response::OwnRefused(problems) => self.refuse(&problems),
            Response::Source(news) if news.is_lost => self.tell(text::source_lost(&news.source)),
            Response::Source(SourceNews { way, source, .. }) => {
                self.say(text::did_remove(way, &source), way == Way::Undone);
            }
            Response::NothingTo(way) => self.tell(text::nothing_to(way).to_owned()),
            Response::Printed { outcome, .. } => self.printed(outcome),
            Response::Making { done, total, .. } => self.making_on(done, total),
            Response::Share { outcome, .. } => self.hear_share(outcome),
            Response::Needs(standings) => self.hear_needs(standings),
            Response::Parcel { view, .. } => {
                if let About::Parcel(of) = about {
                    self.hear_parcel(&of, view);
                }
            }
            // Whoever talks with the worker hears these.
            Response::RulesLeft(_)
            | Response::Records { .. }
            | Response::RecordsKept(_)
            | Response::Made { .. }
            | Response::Written { .. }
            | Response::WantsPiece(_)
            | Response::Pong
            | Response::Fault { .. }
            | Response::Forgotten(_) => {}
        }
    }
}
