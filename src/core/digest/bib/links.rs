//! What other registers call a paper, as links under its comment.

/// A comment with links to what PubMed and PubMed Central call the paper, as markup; the numbers
/// are empty where it has none there.
pub(super) fn comment(said: &str, pmid: &str, pmc: &str) -> String {
    let pmid = number(pmid);
    let pmc = number(pmc.trim().trim_start_matches("PMC"));
    let mut out = said.trim().to_owned();
    let mut add = |label: &str, href: &str| {
        let between = if out.is_empty() { "" } else { " " };
        out.push_str(&[between, "<a href=\"", href, "\">", label, "</a>"].concat());
    };
    if !pmid.is_empty() {
        let href = format!("https://pubmed.ncbi.nlm.nih.gov/{pmid}/");
        add(&format!("PMID {pmid}"), &href);
    }
    if !pmc.is_empty() {
        let href = format!("https://pmc.ncbi.nlm.nih.gov/articles/PMC{pmc}/");
        add(&format!("PMC{pmc}"), &href);
    }
    out
}

/// The number that a text starts with; nothing where that is as long as none is.
fn number(text: &str) -> &str {
    let text = text.trim();
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    text.get(..end)
        .filter(|number| number.len() <= 12)
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_become_links() {
        let pmid = "<a href=\"https://pubmed.ncbi.nlm.nih.gov/12/\">PMID 12</a>";
        let pmc = "<a href=\"https://pmc.ncbi.nlm.nih.gov/articles/PMC3/\">PMC3</a>";
        assert_eq!(comment("", "12", ""), pmid);
        assert_eq!(
            comment("9 pages", "12 ", "PMC3"),
            format!("9 pages {pmid} {pmc}")
        );
        assert_eq!(comment("9 pages", "none", ""), "9 pages");
    }
}
