//! The browsers' engines: the driver of each, how it is started, and what it is asked for.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::{Value, json};

use crate::Result;

/// What a browser is built on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium's, by chromedriver.
    Chromium,
    /// Firefox's, by geckodriver.
    Firefox,
    /// Safari's, in WebKitGTK's MiniBrowser, by WebKitWebDriver.
    WebKit,
}

/// What Chromium is started with: no window, no network of its own, and with each element telling
/// the role and the name it has for assistive technology, so that journeys need no idea of their
/// own of what these are.
const CHROMIUM_FLAGS: [&str; 11] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1440,900",
    "--enable-blink-features=ComputedAccessibilityInfo",
    // Otherwise the tree of roles and names is built anew for each question.
    "--force-renderer-accessibility",
];

/// How long a script may run, in milliseconds.
const LONGEST_SCRIPT: u32 = 120_000;

/// Lets a window of MiniBrowser be as narrow as a phone: its tool bar is all that keeps it wide.
const NARROW_TOOLBAR: &str = "* { min-width: 0; padding: 0; margin: 0; }\n";

impl Engine {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// What it is called on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The engine of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|engine| engine.name() == name)
    }

    /// How much longer than in Chromium something may take: the two others draw without a graphics
    /// card.
    pub fn slowness(self) -> u32 {
        let usual = if self == Self::Chromium { 1 } else { 3 };
        let said = std::env::var("JOURNEYS_SLOWNESS").ok();
        let said: Option<u32> = said.and_then(|said| said.parse().ok());
        said.unwrap_or(usual).max(1)
    }

    /// The program of its driver: the variable that may say where it is, and what it is called.
    fn driver(self) -> (&'static str, &'static str) {
        match self {
            Self::Chromium => ("CHROMEDRIVER", "chromedriver"),
            Self::Firefox => ("GECKODRIVER", "geckodriver"),
            Self::WebKit => ("WEBKITDRIVER", "WebKitWebDriver"),
        }
    }

    /// Starts its driver. Gives the process, the port that it listens at, sooner or later, and what
    /// belongs to it.
    pub(crate) fn start(self) -> Result<(Child, u16, Option<Home>)> {
        let (variable, program) = self.driver();
        let mut command =
            Command::new(std::env::var_os(variable).unwrap_or_else(|| program.into()));
        command.stdout(Stdio::piped());
        let mut port = None;
        let mut home = None;
        match self {
            Self::Chromium => {
                command.arg("--port=0");
            }
            Self::Firefox => {
                // Some of what is asked for is the browser's own affair.
                command.args(["--port=0", "--allow-system-access"]);
                command.stderr(Stdio::null());
                home = Some(Home::make(false)?);
            }
            Self::WebKit => {
                let free = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
                command.arg(format!("--port={free}")).stderr(Stdio::null());
                port = Some(free);
                home = Some(Home::make(true)?);
            }
        }
        if let Some(home) = &home {
            home.furnish(&mut command);
        }
        let mut process = command
            .spawn()
            .map_err(|error| format!("{program} does not start: {error}"))?;
        let stdout = process.stdout.take();
        let stdout = stdout.ok_or_else(|| format!("{program} says nothing"))?;
        let mut lines = BufReader::new(stdout).lines();
        if port.is_none() {
            port = lines
                .by_ref()
                .map_while(std::io::Result::ok)
                .find_map(|line| port_in(&line));
        }
        let port = port.ok_or_else(|| format!("{program} does not say its port"))?;
        // Nobody may leave the other end of its output, or it stops when the pipe is full.
        std::thread::spawn(move || lines.for_each(drop));
        Ok((process, port, home))
    }

    /// What a session is asked to be. `flags` are more of those with which the browser is started.
    pub(crate) fn capabilities(self, flags: &[&str], home: Option<&Home>) -> Value {
        let usual: &[&str] = match self {
            Self::Chromium => &CHROMIUM_FLAGS,
            Self::Firefox => &["-headless"],
            Self::WebKit => &["--automation"],
        };
        let flags = [usual, flags].concat();
        let wanted = match self {
            Self::Chromium => json!({
                "goog:chromeOptions": { "args": flags },
                "goog:loggingPrefs": { "browser": "ALL" },
            }),
            Self::Firefox => {
                let downloads = home.map(Home::downloads);
                json!({ "moz:firefoxOptions": {
                    "args": flags,
                    "prefs": {
                        "browser.download.folderList": 2,
                        "browser.download.dir": downloads,
                        "browser.download.alwaysOpenPanel": false,
                        // The driver would have all that is on disk be of one origin.
                        "security.fileuri.strict_origin_policy": true,
                    },
                } })
            }
            Self::WebKit => json!({ "webkitgtk:browserOptions": { "args": flags } }),
        };
        let mut wanted = wanted;
        wanted["timeouts"] = json!({ "script": LONGEST_SCRIPT });
        json!({ "capabilities": { "alwaysMatch": wanted } })
    }
}

/// The port that a driver says it listens at, in one of the lines that it prints.
fn port_in(line: &str) -> Option<u16> {
    let chromium = line.split("successfully on port ").nth(1);
    let firefox = || line.split("Listening on 127.0.0.1:").nth(1);
    let port = chromium.or_else(firefox)?;
    port.trim_end_matches('.').parse().ok()
}

/// A folder of its own for what a browser saves and is set up by, and a screen where it needs one.
/// Both go with this value.
pub(crate) struct Home {
    folder: Folder,
    screen: Option<Screen>,
}

impl Home {
    fn make(has_screen: bool) -> Result<Self> {
        let folder = Folder::make("home")?;
        let settings = folder.0.join("config/gtk-3.0");
        std::fs::create_dir_all(&settings)?;
        std::fs::write(settings.join("gtk.css"), NARROW_TOOLBAR)?;
        let home = Self {
            folder,
            screen: has_screen.then(Screen::start).transpose()?,
        };
        std::fs::create_dir_all(home.downloads())?;
        let downloads = format!("XDG_DOWNLOAD_DIR=\"{}\"\n", home.downloads().display());
        std::fs::write(home.folder.0.join("config/user-dirs.dirs"), downloads)?;
        Ok(home)
    }

    /// The folder in which the browser saves files.
    pub(crate) fn downloads(&self) -> PathBuf {
        self.folder.0.join("downloads")
    }

    fn furnish(&self, command: &mut Command) {
        command.env("XDG_CONFIG_HOME", self.folder.0.join("config"));
        if let Some(screen) = &self.screen {
            command
                .env("DISPLAY", &screen.display)
                .env("GDK_BACKEND", "x11")
                .env_remove("WAYLAND_DISPLAY");
        }
    }
}

/// A screen that nobody sees.
struct Screen {
    process: Child,
    display: String,
}

impl Screen {
    fn start() -> Result<Self> {
        let mut process = Command::new("Xvfb")
            .args(["-displayfd", "1", "-nolisten", "tcp"])
            .args(["-screen", "0", "1600x1200x24"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("Xvfb does not start: {error}"))?;
        let mut number = String::new();
        let stdout = process.stdout.take().ok_or("Xvfb says nothing")?;
        BufReader::new(stdout).read_line(&mut number)?;
        Ok(Self {
            process,
            display: format!(":{}", number.trim()),
        })
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A folder for a while. It goes with this value.
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    /// Makes one. `purpose` stands in its name.
    pub(crate) fn make(purpose: &str) -> Result<Self> {
        let now = SystemTime::now().duration_since(UNIX_EPOCH)?.as_nanos();
        let name = format!("digest-explorer-{purpose}-{}-{now}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&folder)?;
        Ok(Self(folder))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
