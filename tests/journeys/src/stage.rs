//! What is put into a page before it runs, where the browser's driver cannot: scripts that a
//! journey prepares, and an ear at the console.
//!
//! They are written into the text of the page, ahead of its policy, by the server or into a copy on
//! disk.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use crate::Result;
use crate::engine::Folder;

/// Remembers what comes to the console and is an error, and each refusal of the page's policy.
const EAR: &str = "
    const heard = [];
    window.journeyHeard = () => heard.splice(0);
    const say = (...all) => heard.push(all.map((one) => one?.stack ? `${one}\\n${one.stack}` : String(one)).join(' '));
    const tell = console.error;
    console.error = (...all) => { say(...all); tell.apply(console, all); };
    addEventListener('error', (event) => say(event.error ?? event.message ?? event.target?.src ?? event.target?.href ?? 'an error'), true);
    addEventListener('unhandledrejection', (event) => say(event.reason));
    addEventListener('securitypolicyviolation', (event) => say(`refused by ${event.effectiveDirective}: ${event.blockedURI}`), true);
";

/// The page of the one-file form, and the one of the hosted form.
const PAGES: [&str; 2] = ["digest-explorer.html", "index.html"];

/// What a page is shown instead of itself, when a journey wants its storage without its program.
const EMPTY: &str = "<!doctype html><html><head></head><title>Nothing</title></html>";

/// The scripts of one journey. Cloning gives the same ones.
#[derive(Clone, Default)]
pub struct Stage(Arc<Mutex<Scripts>>);

#[derive(Default)]
struct Scripts {
    /// Whether pages are changed at all.
    is_set: bool,
    /// In the order in which they run.
    added: Vec<String>,
    /// A copy of the release on disk, with its pages as they were.
    copy: Option<(Folder, Vec<(PathBuf, String)>)>,
}

impl Stage {
    /// Pages have an ear at their console from now on. Where they come from disk, `dist` is where
    /// they are; gives where their copies are.
    pub fn set(&self, dist: Option<&Path>) -> Result<Option<PathBuf>> {
        let mut stage = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        stage.is_set = true;
        stage.added = vec![format!("(() => {{ {EAR} }})();")];
        let Some(dist) = dist else {
            return Ok(None);
        };
        let folder = Folder::make("stage")?;
        let mut pages = Vec::new();
        for name in PAGES {
            pages.push((
                folder.0.join(name),
                std::fs::read_to_string(dist.join(name))?,
            ));
        }
        let place = folder.0.clone();
        stage.copy = Some((folder, pages));
        stage.write(false)?;
        Ok(Some(place))
    }

    /// Puts a script into every page that is opened from now on.
    pub fn prepare(&self, script: &str) -> Result {
        let mut stage = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if !stage.is_set {
            return Err("there is no stage to prepare".into());
        }
        stage.added.push(script.to_owned());
        stage.write(false)
    }

    /// Empties the pages on disk, or fills them again.
    pub fn empty(&self, is_empty: bool) -> Result {
        let stage = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        stage.write(is_empty)
    }

    /// A page with the scripts in it.
    pub fn dress(&self, page: String) -> String {
        let stage = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        stage.dressed(page)
    }
}

impl Scripts {
    fn dressed(&self, page: String) -> String {
        // Before the policy, which would forbid them.
        let place = ["<head>", "<!doctype html>"]
            .iter()
            .find_map(|mark| Some(page.find(mark)? + mark.len()));
        let Some(place) = place.filter(|_| self.is_set) else {
            return page;
        };
        let scripts = self.added.iter().map(|script| {
            let script = script.replace("</", "<\\/");
            format!("<script>{script}</script>")
        });
        let (before, after) = page.split_at(place);
        format!("{before}{}{after}", scripts.collect::<String>())
    }

    fn write(&self, is_empty: bool) -> Result {
        for (path, page) in self.copy.iter().flat_map(|(_, pages)| pages) {
            let page = if is_empty { EMPTY } else { page };
            std::fs::write(path, self.dressed(page.to_owned()))?;
        }
        Ok(())
    }
}
