//! arXiv's categories by their names in words, as reference managers write them into keywords:
//! `Computer Science - Machine Learning`.
//!
//! The table is arXiv's taxonomy; a class that was renamed has a row for each of its names. A class
//! in words means something only behind the name of its group, for `Optics` or `Databases` may be
//! anybody's keyword.

/// A group: its name, its archive, and its classes by code and name.
type Group = (
    &'static str,
    &'static str,
    &'static [(&'static str, &'static str)],
);

/// Archives without classes of their own, by name.
const WHOLE: [(&str, &str); 11] = [
    ("General Relativity and Quantum Cosmology", "gr-qc"),
    ("High Energy Physics - Experiment", "hep-ex"),
    ("High Energy Physics - Lattice", "hep-lat"),
    ("High Energy Physics - Phenomenology", "hep-ph"),
    ("High Energy Physics - Theory", "hep-th"),
    ("Mathematical Physics", "math-ph"),
    ("Nuclear Experiment", "nucl-ex"),
    ("Nuclear Theory", "nucl-th"),
    ("Quantum Physics", "quant-ph"),
    ("Astrophysics", "astro-ph"),
    ("Condensed Matter", "cond-mat"),
];

/// The groups of arXiv's taxonomy that have classes.
const GROUPS: [Group; 11] = [
    (
        "Computer Science",
        "cs",
        &[
            ("AI", "Artificial Intelligence"),
            ("AR", "Hardware Architecture"),
            ("CC", "Computational Complexity"),
            ("CE", "Computational Engineering, Finance, and Science"),
            ("CG", "Computational Geometry"),
            ("CL", "Computation and Language"),
            ("CR", "Cryptography and Security"),
            ("CV", "Computer Vision and Pattern Recognition"),
            ("CY", "Computers and Society"),
            ("DB", "Databases"),
            ("DC", "Distributed, Parallel, and Cluster Computing"),
            ("DL", "Digital Libraries"),
            ("DM", "Discrete Mathematics"),
            ("DS", "Data Structures and Algorithms"),
            ("ET", "Emerging Technologies"),
            ("FL", "Formal Languages and Automata Theory"),
            ("GL", "General Literature"),
            ("GR", "Graphics"),
            ("GT", "Computer Science and Game Theory"),
            ("HC", "Human-Computer Interaction"),
            ("IR", "Information Retrieval"),
            ("IT", "Information Theory"),
            ("LG", "Machine Learning"),
            ("LG", "Learning"),
            ("LO", "Logic in Computer Science"),
            ("MA", "Multiagent Systems"),
            ("MM", "Multimedia"),
            ("MS", "Mathematical Software"),
            ("NA", "Numerical Analysis"),
            ("NE", "Neural and Evolutionary Computing"),
            ("NI", "Networking and Internet Architecture"),
            ("OH", "Other Computer Science"),
            ("OS", "Operating Systems"),
            ("PF", "Performance"),
            ("PL", "Programming Languages"),
            ("RO", "Robotics"),
            ("SC", "Symbolic Computation"),
            ("SD", "Sound"),
            ("SE", "Software Engineering"),
            ("SI", "Social and Information Networks"),
            ("SY", "Systems and Control"),
        ],
    ),
    (
        "Economics",
        "econ",
        &[
            ("EM", "Econometrics"),
            ("GN", "General Economics"),
            ("TH", "Theoretical Economics"),
        ],
    ),
    (
        "Electrical Engineering and Systems Science",
        "eess",
        &[
            ("AS", "Audio and Speech Processing"),
            ("IV", "Image and Video Processing"),
            ("SP", "Signal Processing"),
            ("SY", "Systems and Control"),
        ],
    ),
    (
        "Mathematics",
        "math",
        &[
            ("AC", "Commutative Algebra"),
            ("AG", "Algebraic Geometry"),
            ("AP", "Analysis of PDEs"),
            ("AT", "Algebraic Topology"),
            ("CA", "Classical Analysis and ODEs"),
            ("CO", "Combinatorics"),
            ("CT", "Category Theory"),
            ("CV", "Complex Variables"),
            ("DG", "Differential Geometry"),
            ("DS", "Dynamical Systems"),
            ("FA", "Functional Analysis"),
            ("GM", "General Mathematics"),
            ("GN", "General Topology"),
            ("GR", "Group Theory"),
            ("GT", "Geometric Topology"),
            ("HO", "History and Overview"),
            ("IT", "Information Theory"),
            ("KT", "K-Theory and Homology"),
            ("LO", "Logic"),
            ("MG", "Metric Geometry"),
            ("MP", "Mathematical Physics"),
            ("NA", "Numerical Analysis"),
            ("NT", "Number Theory"),
            ("OA", "Operator Algebras"),
            ("OC", "Optimization and Control"),
            ("PR", "Probability"),
            ("QA", "Quantum Algebra"),
            ("RA", "Rings and Algebras"),
            ("RT", "Representation Theory"),
            ("SG", "Symplectic Geometry"),
            ("SP", "Spectral Theory"),
            ("ST", "Statistics Theory"),
        ],
    ),
    (
        "Astrophysics",
        "astro-ph",
        &[
            ("CO", "Cosmology and Nongalactic Astrophysics"),
            ("CO", "Cosmology and Extragalactic Astrophysics"),
            ("EP", "Earth and Planetary Astrophysics"),
            ("GA", "Astrophysics of Galaxies"),
            ("GA", "Galaxy Astrophysics"),
            ("HE", "High Energy Astrophysical Phenomena"),
            ("IM", "Instrumentation and Methods for Astrophysics"),
            ("SR", "Solar and Stellar Astrophysics"),
        ],
    ),
    (
        "Condensed Matter",
        "cond-mat",
        &[
            ("dis-nn", "Disordered Systems and Neural Networks"),
            ("mes-hall", "Mesoscale and Nanoscale Physics"),
            ("mtrl-sci", "Materials Science"),
            ("other", "Other Condensed Matter"),
            ("quant-gas", "Quantum Gases"),
            ("soft", "Soft Condensed Matter"),
            ("stat-mech", "Statistical Mechanics"),
            ("str-el", "Strongly Correlated Electrons"),
            ("supr-con", "Superconductivity"),
        ],
    ),
    (
        "Nonlinear Sciences",
        "nlin",
        &[
            ("AO", "Adaptation and Self-Organizing Systems"),
            ("CD", "Chaotic Dynamics"),
            ("CG", "Cellular Automata and Lattice Gases"),
            ("PS", "Pattern Formation and Solitons"),
            ("SI", "Exactly Solvable and Integrable Systems"),
        ],
    ),
    (
        "Physics",
        "physics",
        &[
            ("acc-ph", "Accelerator Physics"),
            ("ao-ph", "Atmospheric and Oceanic Physics"),
            ("app-ph", "Applied Physics"),
            ("atm-clus", "Atomic and Molecular Clusters"),
            ("atom-ph", "Atomic Physics"),
            ("bio-ph", "Biological Physics"),
            ("chem-ph", "Chemical Physics"),
            ("class-ph", "Classical Physics"),
            ("comp-ph", "Computational Physics"),
            ("data-an", "Data Analysis, Statistics and Probability"),
            ("ed-ph", "Physics Education"),
            ("flu-dyn", "Fluid Dynamics"),
            ("gen-ph", "General Physics"),
            ("geo-ph", "Geophysics"),
            ("hist-ph", "History and Philosophy of Physics"),
            ("ins-det", "Instrumentation and Detectors"),
            ("med-ph", "Medical Physics"),
            ("optics", "Optics"),
            ("plasm-ph", "Plasma Physics"),
            ("pop-ph", "Popular Physics"),
            ("soc-ph", "Physics and Society"),
            ("space-ph", "Space Physics"),
        ],
    ),
    (
        "Quantitative Biology",
        "q-bio",
        &[
            ("BM", "Biomolecules"),
            ("CB", "Cell Behavior"),
            ("GN", "Genomics"),
            ("MN", "Molecular Networks"),
            ("NC", "Neurons and Cognition"),
            ("OT", "Other Quantitative Biology"),
            ("PE", "Populations and Evolution"),
            ("QM", "Quantitative Methods"),
            ("SC", "Subcellular Processes"),
            ("TO", "Tissues and Organs"),
        ],
    ),
    (
        "Quantitative Finance",
        "q-fin",
        &[
            ("CP", "Computational Finance"),
            ("EC", "Economics"),
            ("GN", "General Finance"),
            ("MF", "Mathematical Finance"),
            ("PM", "Portfolio Management"),
            ("PR", "Pricing of Securities"),
            ("RM", "Risk Management"),
            ("ST", "Statistical Finance"),
            ("TR", "Trading and Market Microstructure"),
        ],
    ),
    (
        "Statistics",
        "stat",
        &[
            ("AP", "Applications"),
            ("CO", "Computation"),
            ("ME", "Methodology"),
            ("ML", "Machine Learning"),
            ("OT", "Other Statistics"),
            ("TH", "Theory"),
            ("TH", "Statistics Theory"),
        ],
    ),
];

/// The category that keywords start with in words, and how many bytes its name is long:
/// `Computer Science - Machine Learning`. Some names have a comma.
pub(in super::super) fn at_start(keywords: &str) -> Option<(String, usize)> {
    for (group, archive, classes) in &GROUPS {
        let Some(rest) = behind(keywords, group) else {
            continue;
        };
        let class = rest
            .trim_start()
            .strip_prefix(['-', '–', ':'])
            .map(str::trim_start);
        let named = |(_, name): &&(&str, &str)| {
            class
                .and_then(|class| behind(class, name))
                .is_some_and(is_over)
        };
        if let Some((code, name)) = classes.iter().find(named) {
            let start = class.map_or(0, str::len);
            return Some((
                format!("{archive}.{code}"),
                keywords.len() - start + name.len(),
            ));
        }
    }
    None
}

/// The archive that is called so in words: `Quantum Physics`. Others than arXiv use such words
/// too.
pub(in super::super) fn archive(keyword: &str) -> Option<&'static str> {
    let mut whole = WHOLE.iter();
    let found = whole.find(|(name, _)| name.eq_ignore_ascii_case(keyword));
    found.map(|(_, archive)| *archive)
}

/// What follows a name that a text starts with, whatever its letter case.
fn behind<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let (start, rest) = text.split_at_checked(name.len())?;
    start.eq_ignore_ascii_case(name).then_some(rest)
}

/// Whether a keyword is over here.
fn is_over(rest: &str) -> bool {
    let rest = rest.trim_start();
    rest.is_empty() || rest.starts_with([',', ';', '(', '\n', '.'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::digest::categories::is_category;

    #[test]
    fn names_are_categories() {
        for (keywords, expected) in [
            ("Computer Science - Machine Learning", Some("cs.LG")),
            ("computer science - Learning, x", Some("cs.LG")),
            ("Statistics - Machine Learning;x", Some("stat.ML")),
            (
                "Computer Science - Distributed, Parallel, and Cluster Computing, x",
                Some("cs.DC"),
            ),
            ("Mathematics - Logic", Some("math.LO")),
            ("Physics - Optics", Some("physics.optics")),
            (
                "Condensed Matter - Soft Condensed Matter",
                Some("cond-mat.soft"),
            ),
            ("Physics - Optics of fog", None),
            ("Computer Science", None),
            ("Machine Learning", None),
            ("", None),
        ] {
            let seen = at_start(keywords);
            let seen = seen.as_ref().map(|(name, _)| name.as_str());
            assert_eq!(seen, expected, "{keywords}");
        }
        let (_, len) = at_start("Computer Science - Robotics, x").unwrap();
        assert_eq!(len, "Computer Science - Robotics".len());
    }

    #[test]
    fn archives_have_names() {
        assert_eq!(archive("quantum physics"), Some("quant-ph"));
        assert_eq!(archive("High Energy Physics - Theory"), Some("hep-th"));
        assert_eq!(archive("Physics"), None);
    }

    #[test]
    fn the_table_names_categories() {
        for (group, archive, classes) in &GROUPS {
            for (code, name) in *classes {
                let category = format!("{archive}.{code}");
                assert!(is_category(&category), "{category}");
                let seen = at_start(&format!("{group} - {name}"));
                assert_eq!(
                    seen.map(|(seen, _)| seen),
                    Some(category),
                    "{group} - {name}"
                );
            }
        }
    }
}
