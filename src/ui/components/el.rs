//! Elements by calls of functions. What `html!` writes in place for every element, hundreds of bytes each, is here once.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::Event;
use yew::prelude::*;
use yew::virtual_dom::{
    AttributeOrProperty, Attributes, Key, Listener, ListenerKind, VList, VTag, VText,
};

/// An element that is being made.
pub struct El(Box<Making>);

struct Making {
    tag: VTag,
    names: &'static Names,
    values: Vec<Option<AttributeOrProperty>>,
    listeners: Vec<Option<Rc<dyn Listener>>>,
}

/// Names of attributes in the order in which an element was given them. Elements made alike share one list for good: Yew compares their values one by one then, where it
/// would look up each by a hash. There are no more lists than ways of making elements.
struct Names {
    all: &'static [&'static str],
    next: RefCell<Vec<&'static Names>>,
}

impl Names {
    const fn new(all: &'static [&'static str]) -> Self {
        Self {
            all,
            next: RefCell::new(Vec::new()),
        }
    }

    /// These and another one.
    fn and(&self, name: &'static str) -> &'static Self {
        let mut next = self.next.borrow_mut();
        let known = next
            .iter()
            .find(|known| known.all.last().is_some_and(|last| *last == name));
        if let Some(known) = known {
            return known;
        }
        let all = Vec::leak([self.all, &[name]].concat());
        let made: &Self = Box::leak(Box::new(Self::new(all)));
        next.push(made);
        made
    }
}

thread_local! {
    static NO_NAMES: &'static Names = Box::leak(Box::new(Names::new(&[])));
}

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
    let made = El(Box::new(Making {
        tag: VTag::new(tag),
        names: NO_NAMES.with(|none| *none),
        values: Vec::new(),
        listeners: Vec::new(),
    }));
    if class.is_empty() {
        made
    } else {
        made.with("class", AttrValue::Static(class))
    }
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
    pub fn add(mut self, child: Html) -> Self {
        self.0.tag.add_child(child);
        self
    }

    /// Does something on an event.
    #[inline(never)]
    pub fn on(mut self, when: When, run: Callback<Event>) -> Self {
        self.0.listeners.push(Some(Rc::new(On { when, run })));
        self
    }

    /// Tells the element from its neighbours.
    #[inline(never)]
    pub fn key(mut self, key: impl Into<Key>) -> Self {
        self.0.tag.key = Some(key.into());
        self
    }

    /// Lets the element be found.
    pub fn at(mut self, node: NodeRef) -> Self {
        self.0.tag.node_ref = node;
        self
    }

    /// Sets what stands in an `input`.
    pub fn value(mut self, value: AttrValue) -> Self {
        self.0.tag.set_value(Some(value));
        self
    }

    /// Ticks an `input` or not.
    pub fn checked(mut self, is: bool) -> Self {
        self.0.tag.set_checked(is);
        self
    }

    /// The element as a node.
    #[inline(never)]
    pub fn done(self) -> Html {
        let Making {
            mut tag,
            names,
            values,
            listeners,
        } = *self.0;
        if !values.is_empty() {
            tag.set_attributes(Attributes::Dynamic {
                keys: names.all,
                values: values.into(),
            });
        }
        if !listeners.is_empty() {
            tag.set_listeners(listeners.into());
        }
        Html::VTag(Rc::new(tag))
    }

    #[inline(never)]
    fn attribute(mut self, name: &'static str, value: AttrValue) -> Self {
        self.0.names = self.0.names.and(name);
        self.0
            .values
            .push(Some(AttributeOrProperty::Attribute(value)));
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Yew compares attributes one by one where both elements have the same list of names, at the same address.
    #[test]
    fn elements_made_alike_share_their_names() {
        let made = |class: &'static str, id: &'static str| el("p", class).with("id", id).0.names;
        assert!(std::ptr::eq(made("a", "1"), made("b", "2")));
        assert_eq!(made("a", "1").all, ["class", "id"]);
        assert_eq!(made("", "1").all, ["id"]);
        assert_eq!(el("p", "").0.names.all, [""; 0]);
    }
}
