//! What a person finds and does on the page: by role and name, with patience.

use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Value, json};

use crate::Result;
use crate::driver::{Browser, Element, Stale};

/// How long something may take to appear.
const PATIENCE: Duration = Duration::from_secs(10);

/// Gives every element below `arguments[0]` (or the page) that can be seen and has the role in
/// `arguments[1]`, with its name. The browser itself says what role and name an element has for
/// assistive technology; as it takes its time, only those elements are asked that can have the
/// role.
const BY_ROLE: &str = "
    const [root, role] = arguments;
    const native = {
        button: 'button, summary', article: 'article', checkbox: 'input', combobox: 'select, input', dialog: 'dialog', group: 'details, fieldset',
        heading: 'h1, h2, h3, h4, h5, h6', link: 'a', listitem: 'li', mark: 'mark', paragraph: 'p', radio: 'input', region: 'section', searchbox: 'input', status: 'output',
        textbox: 'input, textarea',
    };
    const candidates = [`[role=${role}]`, ...(role in native ? [native[role]] : [])].join();
    return [...(root ?? document).querySelectorAll(candidates)]
        .filter((element) => element.checkVisibility({ visibilityProperty: true }) && element.computedRole === role)
        .map((element) => [element, element.computedName]);
";

/// Drops files on the element in `arguments[0]`: all that happens to it when a person does.
const DROP: &str = "
    const [target, files] = arguments;
    const dataTransfer = new DataTransfer();
    for (const [name, base64] of files) {
        dataTransfer.items.add(new File([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], name));
    }
    for (const kind of ['dragenter', 'dragover', 'drop']) {
        target.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true, composed: true }));
    }
";

/// One page in the browser.
pub struct Page {
    /// For what has no word of its own here.
    pub browser: Browser,
}

impl Page {
    /// A page that is not at any address yet.
    pub fn new(browser: Browser) -> Self {
        Self { browser }
    }

    /// Waits until `look` finds something. `what` says what was wanted when it does not. As the
    /// page may draw anew whatever was found a moment ago, what is done with an element is done in
    /// `look` as well: there, a stale element means to look again.
    pub fn wait_for<T>(&self, what: &str, look: impl FnMut() -> Result<Option<T>>) -> Result<T> {
        self.wait_long_for(PATIENCE, what, look)
    }

    /// The same with a patience of its own.
    pub fn wait_long_for<T>(
        &self,
        patience: Duration,
        what: &str,
        mut look: impl FnMut() -> Result<Option<T>>,
    ) -> Result<T> {
        let patience = patience * self.browser.engine.slowness();
        let start = Instant::now();
        loop {
            match look() {
                Ok(Some(found)) => return Ok(found),
                Ok(None) => {}
                Err(error) if error.is::<Stale>() => {}
                Err(error) => return Err(error),
            }
            if start.elapsed() > patience {
                let console = self.browser.console()?;
                return Err(format!(
                    "waited {patience:?} in vain for {what}; on the console: {console:?}"
                )
                .into());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// The elements with that role that can be seen, each with its name.
    pub fn all(&self, role: &str) -> Result<Vec<(Element, String)>> {
        self.all_below(Value::Null, role)
    }

    /// The elements with that role inside another.
    pub fn all_in(&self, outer: &Element, role: &str) -> Result<Vec<(Element, String)>> {
        self.all_below(outer.argument(), role)
    }

    /// Waits for the one element with that role and name. An empty name means any.
    pub fn find(&self, role: &str, name: &str) -> Result<Element> {
        self.one(role, name, || self.all(role))
    }

    /// Waits for the one element with that role and name inside another.
    pub fn find_in(&self, outer: &Element, role: &str, name: &str) -> Result<Element> {
        self.one(role, name, || self.all_in(outer, role))
    }

    /// Clicks on the one element with that role and name, once it is there.
    pub fn click(&self, role: &str, name: &str) -> Result {
        self.wait_for(&format!("a click on the {role} {name:?}"), || {
            self.browser.click(&self.find(role, name)?).map(Some)
        })
    }

    /// Waits for the one element with that role and name, and gives its text as it can be read.
    pub fn text_of(&self, role: &str, name: &str) -> Result<String> {
        self.wait_for(&format!("text in the {role} {name:?}"), || {
            self.text(&self.find(role, name)?).map(Some)
        })
    }

    /// The text of an element as it can be read.
    pub fn text(&self, element: &Element) -> Result<String> {
        let text = self
            .browser
            .run("return arguments[0].innerText", &[element.argument()])?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// All that can be read on the page.
    pub fn browser_body(&self) -> Result<Element> {
        let body = self.browser.run("return document.body", &[])?;
        Ok(Element::from_result(&body).ok_or("no body")?)
    }

    /// An attribute of an element.
    pub fn attribute(&self, element: &Element, name: &str) -> Result<Option<String>> {
        let value = self.browser.run(
            "return arguments[0].getAttribute(arguments[1])",
            &[element.argument(), json!(name)],
        )?;
        Ok(value.as_str().map(str::to_owned))
    }

    /// A property of an element.
    pub fn property(&self, element: &Element, name: &str) -> Result<Value> {
        self.browser.run(
            "return arguments[0][arguments[1]]",
            &[element.argument(), json!(name)],
        )
    }

    /// The page's one file input. It has no role of its own.
    pub fn file_input(&self) -> Result<Element> {
        let inputs = self
            .browser
            .run("return document.querySelectorAll('input[type=file]')", &[])?;
        match inputs.as_array().map(Vec::as_slice) {
            Some([input]) => Ok(Element::from_result(input).ok_or("no element")?),
            inputs => Err(format!("{} file inputs", inputs.map_or(0, <[_]>::len)).into()),
        }
    }

    /// What has the focus, with its role and its name.
    pub fn focus(&self) -> Result<(String, String)> {
        let focus = self.browser.run(
            "const focus = document.activeElement; return [focus.localName === 'body' ? 'body' : focus.computedRole, focus.computedName]",
            &[],
        )?;
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        Ok((text(&focus[0]), text(&focus[1])))
    }

    /// Moves the focus to an element.
    pub fn move_focus(&self, element: &Element) -> Result {
        self.browser
            .run("arguments[0].focus()", &[element.argument()])
            .map(drop)
    }

    /// Drops files, given by name and content, in the middle of the page.
    pub fn drop_files(&self, files: &[(&str, &[u8])]) -> Result {
        let files: Vec<_> = files
            .iter()
            .map(|(name, bytes)| json!([name, BASE64.encode(bytes)]))
            .collect();
        let body = self.browser.run("return document.body", &[])?;
        self.browser.run(DROP, &[body, json!(files)]).map(drop)
    }

    /// What has come to the console since it was last asked and is an error.
    pub fn take_errors(&self) -> Result<Vec<String>> {
        let entries = self.browser.console()?;
        Ok(entries
            .into_iter()
            .filter(|(level, _)| level == "SEVERE")
            .map(|(_, message)| message)
            .collect())
    }

    /// The page as it looks, as a PNG.
    pub fn screenshot(&self) -> Result<Vec<u8>> {
        self.browser.screenshot()
    }

    fn all_below(&self, outer: Value, role: &str) -> Result<Vec<(Element, String)>> {
        let found = self.browser.run(BY_ROLE, &[outer, json!(role)])?;
        Ok(found
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|pair| {
                let name = pair[1].as_str().unwrap_or_default();
                Some((Element::from_result(&pair[0])?, name.to_owned()))
            })
            .collect())
    }

    fn one(
        &self,
        role: &str,
        name: &str,
        all: impl Fn() -> Result<Vec<(Element, String)>>,
    ) -> Result<Element> {
        self.wait_for(&format!("one {role} named {name:?}"), || {
            let mut found = all()?;
            found.retain(|(_, has)| name.is_empty() || has == name);
            match found.len() {
                0 => Ok(None),
                1 => Ok(found.pop().map(|(element, _)| element)),
                count => Err(format!("{count} elements are a {role} named {name:?}").into()),
            }
        })
    }
}
