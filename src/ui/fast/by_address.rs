//! Properties that are compared by their address.

use std::ops::Deref;
use std::rc::Rc;

use yew::html::{ImplicitClone, IntoPropValue};

/// A shared value that equals another one only if both are the same allocation.
///
/// As a property it has Yew draw a component again when it got another value, without looking into
/// it: comparing a paper, its tags and hundreds of values of facets takes as long as drawing them.
#[derive(Debug, Default)]
pub struct ByAddress<T: ?Sized>(Rc<T>);

impl<T: ?Sized> Clone for ByAddress<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T: ?Sized> ImplicitClone for ByAddress<T> {}

impl<T: ?Sized> PartialEq for ByAddress<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T: ?Sized> Deref for ByAddress<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: ?Sized> From<Rc<T>> for ByAddress<T> {
    fn from(value: Rc<T>) -> Self {
        Self(value)
    }
}

impl<T: ?Sized> IntoPropValue<ByAddress<T>> for Rc<T> {
    fn into_prop_value(self) -> ByAddress<T> {
        ByAddress(self)
    }
}

impl<T: ?Sized> IntoPropValue<ByAddress<T>> for &Rc<T> {
    fn into_prop_value(self) -> ByAddress<T> {
        ByAddress(Rc::clone(self))
    }
}
