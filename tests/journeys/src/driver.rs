//! The browser: `WebDriver`, spoken to the driver of each engine. The general clients for it bring
//! an asynchronous runtime, which the few commands of journeys are no reason for.

use std::cell::RefCell;
use std::process::Child;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Value, json};
use ureq::{Agent, http};

use crate::Result;
use crate::engine::{Engine, Home};
use crate::stage::Stage;

/// The key under which `WebDriver` hands out an element's number.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// The longest that a driver may take to start.
const START: Duration = Duration::from_secs(20);

/// The longest that a browser may take to start.
const SESSION: Duration = Duration::from_mins(1);

/// The size of the window within at first, in CSS pixels.
const WINDOW: (u32, u32) = (1440, 800);

/// The longest that one command may take; a page may load for as long.
const PATIENCE: Duration = Duration::from_mins(3);

/// No answer is longer, in bytes: the longest are screenshots.
const LONGEST_ANSWER: u64 = 256 << 20;

/// The role and name of elements, for browsers that tell no script of them.
pub const NAMES: &str = include_str!("names.js");

/// Gives the page in the tab on show a size, whatever the window has.
const RESIZE_FIREFOX: &str = "
    const [width, height] = arguments;
    const { style } = gBrowser.selectedBrowser;
    Object.assign(style, { width: `${width}px`, height: `${height}px`, minHeight: `${height}px`, maxHeight: `${height}px` });
";

/// A running driver. It ends with this value.
pub struct Driver {
    process: Child,
    port: u16,
    engine: Engine,
    home: Option<Home>,
}

impl Driver {
    /// Starts the driver of an engine, on a port of its choice.
    pub fn start(engine: Engine) -> Result<Self> {
        let (process, port, home) = engine.start()?;
        let driver = Self {
            process,
            port,
            engine,
            home,
        };
        let start = Instant::now();
        while call(port, "GET", "/status", None).is_err() {
            if start.elapsed() > START {
                return Err(format!("the driver of {} does not answer", engine.name()).into());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(driver)
    }

    /// The engine that it drives.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Opens a browser with a fresh profile.
    pub fn open_browser(&self) -> Result<Browser> {
        self.open_browser_with(&[])
    }

    /// Opens a browser that is started with these flags too.
    pub fn open_browser_with(&self, flags: &[&str]) -> Result<Browser> {
        let capabilities = self.engine.capabilities(flags, self.home.as_ref());
        let open = || call_within(SESSION, self.port, "POST", "/session", Some(&capabilities));
        // A MiniBrowser does not find its driver now and then; the next one does.
        let session = match open() {
            Err(_) if self.engine == Engine::WebKit => open().or_else(|_| open()),
            session => session,
        }?;
        let id = session["sessionId"]
            .as_str()
            .ok_or("no session is opened")?;
        let browser = Browser {
            port: self.port,
            session: format!("/session/{id}"),
            engine: self.engine,
            stage: Stage::default(),
            heard: RefCell::default(),
        };
        // Chromium's window is so large from the start.
        if self.engine != Engine::Chromium {
            browser.resize(WINDOW.0, WINDOW.1)?;
        }
        Ok(browser)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A browser with one tab. It closes with this value.
pub struct Browser {
    /// What it is built on.
    pub engine: Engine,
    port: u16,
    session: String,
    stage: Stage,
    /// What came to the console of the pages before this one.
    heard: RefCell<Vec<String>>,
}

/// An element of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element(String);

impl Element {
    /// As an argument of a script.
    pub fn argument(&self) -> Value {
        json!({ ELEMENT: self.0 })
    }

    /// From a script's result.
    pub fn from_result(value: &Value) -> Option<Self> {
        Some(Self(value[ELEMENT].as_str()?.to_owned()))
    }
}

/// An element was found, and the page has drawn it anew or taken it away since.
#[derive(Debug)]
pub struct Stale(String);

impl std::fmt::Display for Stale {
    fn fmt(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for Stale {}

impl Browser {
    /// Has pages come from this stage, where the driver cannot prepare them.
    pub fn on(mut self, stage: Stage) -> Self {
        self.stage = stage;
        self
    }

    /// Goes to an address and waits until it has loaded.
    pub fn go(&self, url: &str) -> Result {
        self.listen();
        self.post("/url", &json!({ "url": url })).map(drop)
    }

    /// Runs the body of a function with `arguments` and gives its result; a promise is waited for.
    pub fn run(&self, body: &str, arguments: &[Value]) -> Result<Value> {
        let mut script = body.to_owned();
        if self.engine != Engine::Chromium {
            // Not every driver makes an asynchronous function of it.
            script = format!("return (async () => {{ {body}\n }})();");
            if body.contains("computed") {
                script = format!("{NAMES}\n{script}");
            }
        }
        self.post(
            "/execute/sync",
            &json!({ "script": script, "args": arguments }),
        )
    }

    /// The role and the name of an element, as the browser says them.
    pub fn said_of(&self, element: &Element) -> Result<(String, String)> {
        let said = |what: &str| -> Result<String> {
            let path = format!("{}/element/{}/{what}", self.session, element.0);
            let value = call(self.port, "GET", &path, None)?;
            Ok(value.as_str().unwrap_or_default().to_owned())
        };
        Ok((said("computedrole")?, said("computedlabel")?))
    }

    /// Clicks in the middle of an element, scrolled into view, if nothing lies over it.
    pub fn click(&self, element: &Element) -> Result {
        let path = format!("/element/{}/click", element.0);
        self.post(&path, &json!({})).map(drop)
    }

    /// Types into an element. For a file input: the paths, one a line.
    pub fn type_into(&self, element: &Element, text: &str) -> Result {
        let path = format!("/element/{}/value", element.0);
        self.post(&path, &json!({ "text": text })).map(drop)
    }

    /// Puts a text in a field in place of all that it says, in one go as who pastes it: no search
    /// for a part of it comes between.
    pub fn put_into(&self, field: &Element, text: &str) -> Result {
        self.run(
            "const [field, text] = arguments;
             field.focus();
             field.select();
             document.execCommand(text ? 'insertText' : 'delete', false, text);",
            &[field.argument(), json!(text)],
        )
        .map(drop)
    }

    /// Presses and releases keys one by one, wherever the focus is.
    pub fn press(&self, keys: &str) -> Result {
        let strokes: Vec<Value> = keys
            .chars()
            .flat_map(|key| {
                ["keyDown", "keyUp"].map(|kind| json!({ "type": kind, "value": key.to_string() }))
            })
            .collect();
        let actions = json!([{ "type": "key", "id": "keyboard", "actions": strokes }]);
        self.post("/actions", &json!({ "actions": actions }))
            .map(drop)
    }

    /// Presses keys one by one while another is held.
    pub fn press_with(&self, held: &str, keys: &str) -> Result {
        let stroke = |kind: &str, key: &str| json!({ "type": kind, "value": key });
        let mut strokes = vec![stroke("keyDown", held)];
        for key in keys.chars() {
            let key = key.to_string();
            strokes.extend(["keyDown", "keyUp"].map(|kind| stroke(kind, &key)));
        }
        strokes.push(stroke("keyUp", held));
        let actions = json!([{ "type": "key", "id": "keyboard", "actions": strokes }]);
        self.post("/actions", &json!({ "actions": actions }))
            .map(drop)
    }

    /// Draws with the mouse from the middle of one element to a place so many pixels beside the
    /// middle of another.
    pub fn draw(&self, from: &Element, to: &Element, beside: (i32, i32)) -> Result {
        let go = |element: &Element, x: i32, y: i32| json!({ "type": "pointerMove", "duration": 50, "origin": element.argument(), "x": x, "y": y });
        let button = |kind: &str| json!({ "type": kind, "button": 0 });
        let strokes = [
            go(from, 0, 0),
            button("pointerDown"),
            go(to, 0, 0),
            go(to, beside.0, beside.1),
            button("pointerUp"),
        ];
        let actions = json!([{ "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" }, "actions": strokes }]);
        self.post("/actions", &json!({ "actions": actions }))
            .map(drop)
    }

    /// Draws a finger from the middle of an element so many pixels across and down, and lifts it.
    pub fn swipe(&self, from: &Element, by: (i32, i32)) -> Result {
        let go = |part: i32| {
            let (x, y) = (by.0 * part / 4, by.1 * part / 4);
            json!({ "type": "pointerMove", "duration": 30, "origin": from.argument(), "x": x, "y": y })
        };
        let touch = |kind: &str| json!({ "type": kind, "button": 0 });
        let strokes = [
            go(0),
            touch("pointerDown"),
            go(1),
            go(2),
            go(3),
            go(4),
            touch("pointerUp"),
        ];
        let actions = json!([{ "type": "pointer", "id": "finger", "parameters": { "pointerType": "touch" }, "actions": strokes }]);
        self.post("/actions", &json!({ "actions": actions }))
            .map(drop)
    }

    /// Opens another tab and goes to it. Gives what the tab before and this one are called.
    pub fn open_tab(&self) -> Result<(String, String)> {
        let path = format!("{}/window", self.session);
        let before = call(self.port, "GET", &path, None)?;
        let tab = self.post("/window/new", &json!({ "type": "tab" }))?;
        let name = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let (before, tab) = (name(&before), name(&tab["handle"]));
        self.go_to_tab(&tab)?;
        Ok((before, tab))
    }

    /// Leaves nothing of what was done in it but one empty tab of the first size.
    pub fn tidy(&self) -> Result {
        let path = format!("{}/window/handles", self.session);
        let tabs = call(self.port, "GET", &path, None)?;
        let mut tabs = tabs.as_array().into_iter().flatten();
        let first = tabs.next().and_then(Value::as_str).ok_or("no tab")?;
        let window = format!("{}/window", self.session);
        for tab in tabs {
            self.go_to_tab(tab.as_str().unwrap_or_default())?;
            call(self.port, "DELETE", &window, None)?;
        }
        self.go_to_tab(first)?;
        self.post("/url", &json!({ "url": "about:blank" }))?;
        self.heard.take();
        self.resize(WINDOW.0, WINDOW.1)
    }

    /// Goes to a tab.
    pub fn go_to_tab(&self, tab: &str) -> Result {
        self.post("/window", &json!({ "handle": tab })).map(drop)
    }

    /// One step `back` in the history or `forward`, or the same page anew: `refresh`.
    pub fn travel(&self, direction: &str) -> Result {
        self.listen();
        self.post(&format!("/{direction}"), &json!({})).map(drop)
    }

    /// The same page anew as by a key: Firefox's driver goes past the service worker, and so past
    /// the page that it keeps, into which nothing can be put that a journey prepares.
    pub fn reload(&self) -> Result {
        self.listen();
        self.renewed_by("")
    }

    /// Runs this, has the page load itself anew in the same moment, and waits for that.
    pub fn renewed_by(&self, body: &str) -> Result {
        const IS_OTHER: &str = "return !window.isBefore && document.readyState === 'complete'";
        let leave = format!("{body}\nwindow.isBefore = true; location.reload();");
        self.run(&leave, &[])?;
        let start = Instant::now();
        // Between two pages there is none to be asked.
        while !self.run(IS_OTHER, &[]).is_ok_and(|is| is == true) {
            if start.elapsed() > PATIENCE {
                return Err("the page does not come anew".into());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(())
    }

    /// Gives the page a window of this size, in CSS pixels; smaller ones too than a window on a
    /// desktop can be.
    pub fn resize(&self, width: u32, height: u32) -> Result {
        let size = json!({ "width": width, "height": height });
        match self.engine {
            Engine::Chromium => {
                let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
                self.command("Emulation.setDeviceMetricsOverride", &metrics)
            }
            Engine::Firefox => {
                self.post("/moz/context", &json!({ "context": "chrome" }))?;
                let sized = self.post(
                    "/execute/sync",
                    &json!({ "script": RESIZE_FIREFOX, "args": [width, height] }),
                );
                self.post("/moz/context", &json!({ "context": "content" }))?;
                sized.map(drop)
            }
            Engine::WebKit => {
                self.post("/window/rect", &size)?;
                let within = self.run("return innerHeight", &[])?;
                let within = within.as_u64().unwrap_or_default();
                let bars = u64::from(height).saturating_sub(within);
                let size = json!({ "width": width, "height": u64::from(height) + bars });
                self.post("/window/rect", &size).map(drop)
            }
        }
    }

    /// Runs a script in every page that is opened from now on, before any of its own.
    pub fn prepare(&self, script: &str) -> Result {
        if self.engine != Engine::Chromium {
            return self.stage.prepare(script);
        }
        let source = json!({ "source": script });
        self.command("Page.addScriptToEvaluateOnNewDocument", &source)
    }

    /// Has the page look as it would on paper, or as it does on the screen again.
    pub fn as_on_paper(&self, is_on: bool) -> Result {
        let media = if is_on { "print" } else { "" };
        self.command("Emulation.setEmulatedMedia", &json!({ "media": media }))
    }

    /// A command of the browser's own protocol, for what `WebDriver` has no word for.
    pub fn command(&self, name: &str, parameters: &Value) -> Result {
        let body = json!({ "cmd": name, "params": parameters });
        self.post("/goog/cdp/execute", &body).map(drop)
    }

    /// What has come to the console since it was last asked, each with its level.
    pub fn console(&self) -> Result<Vec<(String, String)>> {
        if self.engine != Engine::Chromium {
            self.listen();
            let heard = self.heard.take().into_iter();
            return Ok(heard.map(|said| ("SEVERE".to_owned(), said)).collect());
        }
        let entries = self.post("/se/log", &json!({ "type": "browser" }))?;
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        Ok(entries
            .as_array()
            .into_iter()
            .flatten()
            .map(|entry| (text(&entry["level"]), text(&entry["message"])))
            .collect())
    }

    /// Takes note of what has come to the console of a page that is about to be left.
    fn listen(&self) {
        if self.engine == Engine::Chromium {
            return;
        }
        // Where there is no page yet there is nothing to hear.
        if let Ok(said) = self.run("return window.journeyHeard?.() ?? []", &[]) {
            let said = said.as_array().into_iter().flatten();
            let said = said.filter_map(|one| one.as_str().map(str::to_owned));
            self.heard.borrow_mut().extend(said);
        }
    }

    /// The page as it looks, as a PNG.
    pub fn screenshot(&self) -> Result<Vec<u8>> {
        let path = format!("{}/screenshot", self.session);
        let picture = call(self.port, "GET", &path, None)?;
        Ok(BASE64.decode(picture.as_str().unwrap_or_default())?)
    }

    fn post(&self, command: &str, body: &Value) -> Result<Value> {
        let path = format!("{}{command}", self.session);
        call(self.port, "POST", &path, Some(body))
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = call(self.port, "DELETE", &self.session, None);
    }
}

/// One command of `WebDriver`, and the value it gives.
fn call(port: u16, method: &str, path: &str, body: Option<&Value>) -> Result<Value> {
    call_within(PATIENCE, port, method, path, body)
}

/// The same with a patience of its own.
fn call_within(
    patience: Duration,
    port: u16,
    method: &str,
    path: &str,
    body: Option<&Value>,
) -> Result<Value> {
    static AGENT: LazyLock<Agent> = LazyLock::new(|| {
        // What went wrong stands in the body.
        let config = Agent::config_builder().http_status_as_error(false);
        config.build().into()
    });
    fn patient<S: ureq::AsSendBody>(
        request: http::Request<S>,
        patience: Duration,
    ) -> http::Request<S> {
        let request = AGENT.configure_request(request);
        request.timeout_global(Some(patience)).build()
    }
    let request = http::Request::builder()
        .method(method)
        .uri(format!("http://127.0.0.1:{port}{path}"))
        .header("Content-Type", "application/json; charset=utf-8");
    let answer = match body {
        Some(body) => AGENT.run(patient(request.body(body.to_string())?, patience)),
        None => AGENT.run(patient(request.body(())?, patience)),
    };
    let mut answer = answer.map_err(|error| format!("no answer to {method} {path}: {error}"))?;
    let body = answer.body_mut().with_config().limit(LONGEST_ANSWER);
    let mut answer: Value = serde_json::from_slice(&body.read_to_vec()?)?;
    let value = answer["value"].take();
    let Some(error) = value["error"].as_str() else {
        return Ok(value);
    };
    let message = value["message"].as_str().unwrap_or_default();
    let said = format!("{error}: {message}");
    Err(match error {
        // The second is what Firefox says of elements of a page that was left.
        "stale element reference" | "no such element" => Stale(said).into(),
        _ => said.into(),
    })
}
