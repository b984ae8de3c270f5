//! Elements by calls of functions. What `html!` writes in place for every element, hundreds of bytes each, is here once.

use std::rc::Rc;

use web_sys::Event;
use yew::prelude::*;
use yew::virtual_dom::{
    AttributeOrProperty, Attributes, Key, Listener, ListenerKind, VList, VTag, VText,
};

/// An element that is being made.
pub struct El(Rc<VTag>);

/// The events that something is done on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum When {
    Blur,
    Change,
    Click,
    Focus,
    FocusIn,
    FocusOut,
    Input,
    KeyDown,
    MouseDown,
    MouseEnter,
    MouseLeave,
    PointerCancel,
    PointerDown,
    PointerMove,
    PointerUp,
    Scroll,
}

/// What an element does on an event.
struct On {
    when: When,
    run: Callback<Event>,
}

impl Listener for On {
    fn kind(&self) -> ListenerKind {
        match self.when {
            When::Blur => ListenerKind::onblur,
            When::Change => ListenerKind::onchange,
            When::Click => ListenerKind::onclick,
            When::Focus => ListenerKind::onfocus,
            When::FocusIn => ListenerKind::onfocusin,
            When::FocusOut => ListenerKind::onfocusout,
            When::Input => ListenerKind::oninput,
            When::KeyDown => ListenerKind::onkeydown,
            When::MouseDown => ListenerKind::onmousedown,
            When::MouseEnter => ListenerKind::onmouseenter,
            When::MouseLeave => ListenerKind::onmouseleave,
            When::PointerCancel => ListenerKind::onpointercancel,
            When::PointerDown => ListenerKind::onpointerdown,
            When::PointerMove => ListenerKind::onpointermove,
            When::PointerUp => ListenerKind::onpointerup,
            When::Scroll => ListenerKind::onscroll,
        }
    }

    fn handle(&self, event: Event) {
        self.run.emit(event);
    }

    fn passive(&self) -> bool {
        self.when == When::Scroll
    }
}

/// An element with a class; an empty one is none.
#[inline(never)]
pub fn el(tag: &'static str, class: &'static str) -> El {
    let mut made = VTag::new(tag);
    if !class.is_empty() {
        made.set_attributes(Attributes::Dynamic {
            keys: &["class"],
            values: Box::new([Some(AttributeOrProperty::Attribute(AttrValue::Static(
                class,
            )))]),
        });
    }
    El(Rc::new(made))
}

/// An element with a class and nothing but text in it.
#[inline(never)]
pub fn label(tag: &'static str, class: &'static str, text: &'static str) -> El {
    el(tag, class).text(text)
}

/// A button that reads what it is called.
#[inline(never)]
pub fn button(class: &'static str, text: &'static str, run: Callback<Event>) -> El {
    press(class, run).text(text)
}

/// A button without content.
#[inline(never)]
pub fn press(class: &'static str, run: Callback<Event>) -> El {
    el("button", class)
        .with("type", "button")
        .on(When::Click, run)
}

/// Nodes one after the other.
#[inline(never)]
pub fn list(nodes: Vec<Html>) -> Html {
    Html::VList(Rc::new(VList::from(nodes)))
}

/// A text as a node.
pub fn text(text: impl Into<AttrValue>) -> Html {
    Html::VText(VText::new(text.into()))
}

/// Those of the classes that hold.
#[inline(never)]
pub fn classes(all: &[(&'static str, bool)]) -> String {
    let mut joined = String::new();
    for (class, _) in all.iter().filter(|(_, holds)| *holds) {
        if !joined.is_empty() {
            joined.push(' ');
        }
        joined.push_str(class);
    }
    joined
}

/// The words of ARIA for a truth.
pub fn truth(is: bool) -> &'static str {
    if is { "true" } else { "false" }
}

impl El {
    /// Sets an attribute.
    #[inline(never)]
    pub fn with(self, name: &'static str, value: impl Into<AttrValue>) -> Self {
        self.attribute(name, value.into())
    }

    /// Sets an attribute that says something by being there.
    #[inline(never)]
    pub fn flag(self, name: &'static str, is: bool) -> Self {
        if is { self.with(name, name) } else { self }
    }

    /// Gives the element a name and the same as a tip.
    #[inline(never)]
    pub fn named(self, name: impl Into<AttrValue>) -> Self {
        let name = name.into();
        self.with("aria-label", name.clone()).with("title", name)
    }

    /// Adds text.
    #[inline(never)]
    pub fn text(self, content: impl Into<AttrValue>) -> Self {
        self.add(text(content))
    }

    /// Adds an element or, in its place, nothing.
    #[inline(never)]
    pub fn maybe(self, child: Option<El>) -> Self {
        self.add(child.map_or_else(Html::default, El::done))
    }

    /// Adds an element.
    #[inline(never)]
    pub fn put(self, child: El) -> Self {
        self.add(child.done())
    }

    /// Adds a node.
    #[inline(never)]
    pub fn add(self, child: Html) -> Self {
        self.change(|tag| tag.add_child(child))
    }

    /// Does something on an event.
    #[inline(never)]
    pub fn on(self, when: When, run: Callback<Event>) -> Self {
        self.change(|tag| {
            tag.add_listener(Rc::new(On { when, run }));
        })
    }

    /// Tells the element from its neighbours.
    #[inline(never)]
    pub fn key(self, key: impl Into<Key>) -> Self {
        let key = key.into();
        self.change(|tag| tag.key = Some(key))
    }

    /// Lets the element be found.
    pub fn at(self, node: NodeRef) -> Self {
        self.change(|tag| tag.node_ref = node)
    }

    /// Sets what stands in an `input`.
    pub fn value(self, value: AttrValue) -> Self {
        self.change(|tag| tag.set_value(Some(value)))
    }

    /// Ticks an `input` or not.
    pub fn checked(self, is: bool) -> Self {
        self.change(|tag| tag.set_checked(is))
    }

    /// The element as a node.
    pub fn done(self) -> Html {
        Html::VTag(self.0)
    }

    fn attribute(self, name: &'static str, value: AttrValue) -> Self {
        self.change(|tag| tag.add_attribute(name, value))
    }

    #[inline]
    fn change(mut self, change: impl FnOnce(&mut VTag)) -> Self {
        // Nobody else has it before it is done.
        if let Some(tag) = Rc::get_mut(&mut self.0) {
            change(tag);
        }
        self
    }
}
