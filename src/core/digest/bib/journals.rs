//! The commands for journals that astronomers' styles know, as ADS writes them.

/// Commands and what they stand for, in the order of the commands.
const JOURNALS: [(&str, &str); 66] = [
    ("aap", "Astronomy and Astrophysics"),
    ("aapr", "Astronomy and Astrophysics Reviews"),
    ("aaps", "Astronomy and Astrophysics Supplement"),
    ("aas", "American Astronomical Society Meeting Abstracts"),
    ("actaa", "Acta Astronomica"),
    ("aj", "The Astronomical Journal"),
    ("ao", "Applied Optics"),
    ("apj", "The Astrophysical Journal"),
    ("apjl", "The Astrophysical Journal Letters"),
    ("apjlett", "The Astrophysical Journal Letters"),
    ("apjs", "The Astrophysical Journal Supplement Series"),
    ("apjsupp", "The Astrophysical Journal Supplement Series"),
    ("aplett", "Astrophysics Letters"),
    ("applopt", "Applied Optics"),
    ("apspr", "Astrophysics Space Physics Research"),
    ("apss", "Astrophysics and Space Science"),
    ("araa", "Annual Review of Astronomy and Astrophysics"),
    ("azh", "Astronomicheskii Zhurnal"),
    ("baas", "Bulletin of the American Astronomical Society"),
    (
        "bac",
        "Bulletin of the Astronomical Institutes of Czechoslovakia",
    ),
    (
        "bain",
        "Bulletin of the Astronomical Institutes of the Netherlands",
    ),
    ("caa", "Chinese Astronomy and Astrophysics"),
    ("cjaa", "Chinese Journal of Astronomy and Astrophysics"),
    (
        "dps",
        "AAS Division for Planetary Sciences Meeting Abstracts",
    ),
    ("fcp", "Fundamentals of Cosmic Physics"),
    ("gca", "Geochimica et Cosmochimica Acta"),
    ("grl", "Geophysical Research Letters"),
    ("iaucirc", "IAU Circulars"),
    ("icarus", "Icarus"),
    (
        "jaavso",
        "Journal of the American Association of Variable Star Observers",
    ),
    ("jcap", "Journal of Cosmology and Astroparticle Physics"),
    ("jcp", "Journal of Chemical Physics"),
    ("jgr", "Journal of Geophysical Research"),
    (
        "jqsrt",
        "Journal of Quantitative Spectroscopy and Radiative Transfer",
    ),
    (
        "jrasc",
        "Journal of the Royal Astronomical Society of Canada",
    ),
    ("maps", "Meteoritics and Planetary Science"),
    ("memras", "Memoirs of the Royal Astronomical Society"),
    ("memsai", "Memorie della Società Astronomica Italiana"),
    ("mnras", "Monthly Notices of the Royal Astronomical Society"),
    ("na", "New Astronomy"),
    ("nar", "New Astronomy Review"),
    ("nat", "Nature"),
    ("nphysa", "Nuclear Physics A"),
    (
        "pasa",
        "Publications of the Astronomical Society of Australia",
    ),
    ("pasj", "Publications of the Astronomical Society of Japan"),
    (
        "pasp",
        "Publications of the Astronomical Society of the Pacific",
    ),
    ("physrep", "Physics Reports"),
    ("physscr", "Physica Scripta"),
    ("planss", "Planetary and Space Science"),
    ("pra", "Physical Review A"),
    ("prb", "Physical Review B"),
    ("prc", "Physical Review C"),
    ("prd", "Physical Review D"),
    ("pre", "Physical Review E"),
    ("prl", "Physical Review Letters"),
    ("procspie", "Proceedings of the SPIE"),
    ("psj", "The Planetary Science Journal"),
    (
        "qjras",
        "Quarterly Journal of the Royal Astronomical Society",
    ),
    ("rmp", "Reviews of Modern Physics"),
    ("rmxaa", "Revista Mexicana de Astronomía y Astrofísica"),
    (
        "rnaas",
        "Research Notes of the American Astronomical Society",
    ),
    ("skytel", "Sky and Telescope"),
    ("solphys", "Solar Physics"),
    ("sovast", "Soviet Astronomy"),
    ("ssr", "Space Science Reviews"),
    ("zap", "Zeitschrift für Astrophysik"),
];

/// The journal that a field names by a command: `\apj`, `{\mnras}`.
pub(super) fn named(value: &str) -> Option<&'static str> {
    let command = value.trim().trim_matches(['{', '}']).trim();
    let name = command.strip_prefix('\\')?.trim_end();
    let known = JOURNALS.binary_search_by_key(&name, |(command, _)| command);
    JOURNALS.get(known.ok()?).map(|(_, journal)| *journal)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_in_order_and_found() {
        assert!(JOURNALS.is_sorted());
        assert_eq!(named("{\\prd}"), Some("Physical Review D"));
        assert_eq!(named("\\apjl "), Some("The Astrophysical Journal Letters"));
        assert_eq!(named("\\fog"), None);
        assert_eq!(named("apj"), None);
    }
}
