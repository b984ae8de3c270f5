//! The numbers of all tags: those of the table by their place in it, those of the reader's rules
//! behind them.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::{Name, Rule};
use crate::core::facet::Facet;
use crate::core::sorting;
use crate::core::tags::{self, TagId};
use crate::core::unicode::letters::folded;
use crate::core::words::tokens::{stem, words};

/// What tags there are. A number once given is not given to another tag.
#[derive(Clone, Debug, Default)]
pub struct Names {
    own: Vec<OwnName>,
    /// Their places in `own`, by name.
    sorted: Vec<usize>,
}

#[derive(Clone, Debug)]
struct OwnName {
    name: Name,
    label: String,
    /// Whether a rule gives it or it was put on by hand.
    is_known: bool,
}

impl Names {
    /// The tag of this name, of the table or the reader's own.
    pub fn find(&self, facet: Facet, id: &str) -> Option<TagId> {
        of_table(facet, id).or_else(|| {
            let number = self.sorted[self.place(facet, id).ok()?];
            self.own[number].is_known.then(|| number_of(number))?
        })
    }

    /// The tag that a reader means by a name: of this id, or else of this label, whatever parts its
    /// words and singular and plural alike.
    pub fn meant(&self, facet: Facet, name: &str) -> Option<TagId> {
        self.find(facet, name).or_else(|| {
            let stems = |text: &str| -> Vec<String> {
                let words = words(text).into_iter();
                words.map(|word| stem(&word).into_owned()).collect()
            };
            let wanted = stems(name);
            let is_it =
                |tag: &TagId| stems(self.label(*tag)) == wanted || stems(self.id(*tag)) == wanted;
            (facet != Facet::Own && !wanted.is_empty()).then(|| self.of(facet).find(is_it))?
        })
    }

    /// The number that a tag has, whether it is known now or was.
    pub fn number(&self, name: &Name) -> Option<TagId> {
        of_table(name.facet, &name.id).or_else(|| {
            let at = self.place(name.facet, &name.id).ok()?;
            number_of(*self.sorted.get(at)?)
        })
    }

    /// The number of a tag, a new one if need be; `None` when there are no more numbers.
    pub fn intern(&mut self, name: &Name) -> Option<TagId> {
        if let Some(tag) = of_table(name.facet, &name.id) {
            return Some(tag);
        }
        match self.place(name.facet, &name.id) {
            Ok(at) => {
                let number = self.sorted[at];
                self.own[number].is_known = true;
                number_of(number)
            }
            Err(at) => {
                let number = self.own.len();
                let tag = number_of(number)?;
                self.sorted.insert(at, number);
                self.own.push(OwnName {
                    name: name.clone(),
                    label: called(name),
                    is_known: true,
                });
                Some(tag)
            }
        }
    }

    /// From now on the tags of these rules and these others are known, and of the reader's own none
    /// else.
    pub fn know<'n>(&mut self, rules: &[Rule], others: impl Iterator<Item = &'n Name>) {
        for own in &mut self.own {
            own.is_known = false;
            own.label = called(&own.name);
        }
        let others: Vec<&Name> = others.collect();
        let all = rules.iter().map(|rule| &rule.name);
        self.add(all.chain(others.iter().copied()));
        for rule in rules {
            if let Some(tag) = self.intern(&rule.name)
                && !rule.label.is_empty()
                && let Some(own) = self.own_mut(tag)
            {
                own.label.clone_from(&rule.label);
            }
        }
        for name in others {
            self.intern(name);
        }
    }

    /// Gives numbers to the names that have none, all at once: each alone would have to be put in
    /// its place among the others.
    fn add<'n>(&mut self, names: impl Iterator<Item = &'n Name>) {
        let new = names.filter(|name| self.number(name).is_none());
        let mut new: Vec<&Name> = new.collect();
        // In the order in which they came.
        let mut seen = BTreeSet::new();
        new.retain(|name| seen.insert(*name));
        for name in new {
            let number = self.own.len();
            if number_of(number).is_none() {
                break;
            }
            self.sorted.push(number);
            self.own.push(OwnName {
                name: name.clone(),
                label: called(name),
                is_known: true,
            });
        }
        let own = &self.own;
        sorting::sort_by(&mut self.sorted, |a, b| own[*a].name.cmp(&own[*b].name));
    }

    /// All tags of a facet: those of the table in its order, then the reader's own by their ids.
    pub fn of(&self, facet: Facet) -> impl Iterator<Item = TagId> {
        let own = self.sorted.iter().filter_map(move |number| {
            let own = self.own.get(*number)?;
            (own.is_known && own.name.facet == facet).then(|| number_of(*number))?
        });
        tags::of(facet).chain(own)
    }

    /// The tag's facet.
    pub fn facet(&self, tag: TagId) -> Facet {
        let own = self.own(tag);
        own.map_or_else(|| tags::facet(tag), |own| own.name.facet)
    }

    /// The tag's id within its facet.
    pub fn id(&self, tag: TagId) -> &str {
        self.own(tag)
            .map_or_else(|| tags::id(tag), |own| &own.name.id)
    }

    /// The tag's name for a person.
    pub fn label(&self, tag: TagId) -> &str {
        self.own(tag)
            .map_or_else(|| tags::label(tag), |own| &own.label)
    }

    /// The tag's name.
    pub fn name(&self, tag: TagId) -> Name {
        self.own(tag)
            .map_or_else(|| Name::of(tag), |own| own.name.clone())
    }

    /// Whether a tag is none of the table.
    pub fn is_own(&self, tag: TagId) -> bool {
        self.own(tag).is_some()
    }

    fn own(&self, tag: TagId) -> Option<&OwnName> {
        self.own.get(usize::from(tag.0).checked_sub(tags::count())?)
    }

    fn own_mut(&mut self, tag: TagId) -> Option<&mut OwnName> {
        let at = usize::from(tag.0).checked_sub(tags::count())?;
        self.own.get_mut(at)
    }

    fn place(&self, facet: Facet, id: &str) -> Result<usize, usize> {
        self.sorted.binary_search_by(|number| {
            let name = &self.own[*number].name;
            (name.facet, name.id.as_str()).cmp(&(facet, id))
        })
    }
}

/// The table's tags by facet and id. [`tags::find`] goes through them one by one, which is slow for
/// every tag of every paper.
static TABLE: LazyLock<Vec<TagId>> = LazyLock::new(|| {
    let mut all: Vec<TagId> = Facet::TAGGED.into_iter().flat_map(tags::of).collect();
    sorting::sort_by(&mut all, |a, b| key(*a).cmp(&key(*b)));
    all
});

fn key(tag: TagId) -> (Facet, &'static str) {
    (tags::facet(tag), tags::id(tag))
}

fn of_table(facet: Facet, id: &str) -> Option<TagId> {
    let at = TABLE.binary_search_by(|tag| key(*tag).cmp(&(facet, id)));
    TABLE.get(at.ok()?).copied()
}

/// The number of the own tag of this place.
fn number_of(own: usize) -> Option<TagId> {
    u16::try_from(tags::count() + own).ok().map(TagId)
}

/// How a tag is called that nobody has called otherwise: one of the reader's own as they write it,
/// one of a facet of the table as those of the table are.
fn called(name: &Name) -> String {
    if name.facet == Facet::Own {
        name.id.clone()
    } else {
        spoken(&name.id)
    }
}

/// An id as it is spoken: `lottery-tickets` is “Lottery tickets”.
pub fn spoken(id: &str) -> String {
    let mut letters = id.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    let rest = letters.map(|c| if c == '-' { ' ' } else { c });
    first.into_iter().chain(rest).collect()
}

/// The id for a name as a person writes it: letters and digits in lower case, without accents,
/// everything else a hyphen between them. Letters of other scripts stay as they are.
pub fn id_for(label: &str) -> String {
    let mut id = String::new();
    let is_foreign = |c: char| !c.is_ascii() && c.is_alphanumeric();
    // What is typed otherwise stays as it is: an id that was given once does not become another.
    let mut lower = label.chars().flat_map(char::to_lowercase);
    let is_typed_otherwise = lower.any(|c| folded(c).is_some());
    if is_typed_otherwise || words(label).iter().any(|word| word.contains(is_foreign)) {
        for c in label.chars() {
            if c.is_alphanumeric() {
                id.extend(c.to_lowercase().filter(|c| c.is_alphanumeric()));
            } else if !id.is_empty() && !id.ends_with('-') {
                id.push('-');
            }
        }
        id.truncate(id.trim_end_matches('-').len());
        return id;
    }
    for word in words(label) {
        let mut letters = word.chars().filter(char::is_ascii_alphanumeric).peekable();
        if !id.is_empty() && letters.peek().is_some() {
            id.push('-');
        }
        id.extend(letters);
    }
    id
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(id: &str) -> Name {
        Name {
            facet: Facet::Method,
            id: id.to_owned(),
        }
    }

    #[test]
    fn own_tags_have_numbers_behind_the_table() {
        let mut names = Names::default();
        let gan = tags::find(Facet::Method, "gan");
        assert_eq!(names.intern(&name("gan")), gan);
        let knots = names.intern(&name("knots")).unwrap();
        let ears = names.intern(&name("ears-of-corn")).unwrap();
        assert_eq!(usize::from(knots.0), tags::count());
        assert_eq!(names.intern(&name("knots")), Some(knots));
        assert_eq!(names.label(ears), "Ears of corn");
        assert_eq!(names.facet(ears), Facet::Method);
        let own: Vec<TagId> = names
            .of(Facet::Method)
            .filter(|tag| names.is_own(*tag))
            .collect();
        assert_eq!(own, [ears, knots], "by id");
        assert_eq!(names.of(Facet::Task).find(|tag| names.is_own(*tag)), None);

        let mut rule = Rule::new(Facet::Method, "knots");
        rule.label = "Knots and bends".into();
        names.know(&[rule], std::iter::empty());
        assert_eq!(names.find(Facet::Method, "ears-of-corn"), None);
        assert_eq!(names.find(Facet::Method, "knots"), Some(knots));
        assert_eq!(names.label(knots), "Knots and bends");
        assert_eq!(names.intern(&name("ears-of-corn")), Some(ears));
    }

    #[test]
    fn ids_are_made_of_names() {
        assert_eq!(id_for("Lottery tickets"), "lottery-tickets");
        assert_eq!(id_for("  3D / Gaussian-splats! "), "3d-gaussian-splats");
        assert_eq!(id_for("Schrödinger bridges"), "schrodinger-bridges");
        assert_eq!(id_for("—"), "");
        assert_eq!(id_for("视觉 SLAM"), "视觉-slam");
        assert_eq!(id_for("Über-Агент!"), "über-агент");
    }
}
