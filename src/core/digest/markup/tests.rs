use std::fmt::Write as _;

use super::*;
use crate::core::text::Style;

/// The text with its styles written as `[kind|…]`, so that a case is one line.
fn show(rich: &RichText) -> String {
    let mut out = String::new();
    let ends_at = |at: usize| {
        rich.styles
            .iter()
            .filter(move |styled| styled.span.range().end == at)
            .count()
    };
    for (at, c) in rich.plain.char_indices().chain([(rich.plain.len(), '\0')]) {
        out.extend(std::iter::repeat_n(']', ends_at(at)));
        for styled in &rich.styles {
            if styled.span.range().start == at {
                let kind = match &styled.style {
                    Style::Link(href) => href.clone(),
                    Style::Math { display } => if *display { "M" } else { "m" }.to_owned(),
                    Style::Emphasis => "i".to_owned(),
                    Style::Strong => "b".to_owned(),
                    Style::Code => "c".to_owned(),
                };
                let _ = write!(out, "[{kind}|");
            }
        }
        if c != '\0' {
            out.push(c);
        }
    }
    out
}

#[track_caller]
fn check(source: &str, expected: &str) {
    assert_eq!(show(&read(source)), expected, "{source}");
}

#[track_caller]
fn unchanged(source: &str) {
    check(source, source);
}

#[test]
fn white_space_collapses_and_breaks_are_paragraphs() {
    check("  a \t b\n c\u{a0}\u{2028}d  ", "a b c d");
    check("one. <br>two<BR/> <br />three <br>", "one.\ntwo\nthree");
    check("<p>one</p><p>two</p>", "one\ntwo");
    check("nu\0ll", "null");
    check("", "");
}

#[test]
fn the_four_anchors_of_the_listings() {
    check(
        r#"see <a class="link-external link-https" href="https://a.b/c?d=1&amp;e" rel="external noopener nofollow">this https URL</a>."#,
        "see [https://a.b/c?d=1&e|this https URL].",
    );
    check(
        r#"at <a class="link-internal link-http" href="http://a.b">http://a.b</a>"#,
        "at [http://a.b|http://a.b]",
    );
    check(
        r#"in <a class="link-https" data-arxiv-id="1803.0540" href="https://arxiv.org/abs/1803.0540">arXiv:1803.0540</a> for"#,
        "in [https://arxiv.org/abs/1803.0540|arXiv:1803.0540] for",
    );
    check(
        r#"doi:<a class="link-https link-external" data-doi="10.1/x" href="https://doi.org/10.1/x">10.1/x</a>"#,
        "doi:[https://doi.org/10.1/x|10.1/x]",
    );
}

#[test]
fn only_checked_schemes_become_links() {
    check(r#"<a href="javascript:x()">y</a>"#, "y");
    check(r#"<a href="//a.b">y</a> <a name="z">w</a>"#, "y w");
    check(r#"<a href="MAILTO:a@b.c">y</a>"#, "[MAILTO:a@b.c|y]");
    check(r#"<a href="java&#115;cript:x">y</a>"#, "y");
}

#[test]
fn anchors_that_are_not_closed() {
    check(
        r#"<a href="ftp://a.b">label to the end"#,
        "[ftp://a.b|label to the end]",
    );
    check(
        r#"<a href="ftp://a.b">x <a href="ftp://c.d">y</a> z</a>"#,
        "[ftp://a.b|x] [ftp://c.d|y] z",
    );
    unchanged(r#"cut in the tag <a class="link" href="ht"#);
}

#[test]
fn what_looks_like_a_tag_is_text() {
    unchanged("x<y and a>b, <unk>, <image>, <think>no</think>, a<b and c>d");
    unchanged("the <b> button, the <i> one, < br>");
    check(
        "<i>a</i><sup>2</sup> <b>c <em>d</em></b>",
        "[i|a]2 [b|c [i|d]]",
    );
    check("&lt;br&gt; 5 &lt; 6 &amp;lt;", "<br> 5 < 6 &lt;");
}

#[test]
fn latex_emphasis_and_links() {
    check(
        r"\textbf{OF-VO}~for {\em all} \emph{and \textbf{none}}",
        "[b|OF-VO] for [i|all] [i|and [b|none]]",
    );
    check(
        r"{\bf X} {\it y} \texttt{z\_1} \textsc{Sc} \underline{u}",
        "[b|X] [i|y] [c|z_1] Sc u",
    );
    check(
        r"\url{https://a.b/c\_d}.",
        "[https://a.b/c_d|https://a.b/c_d].",
    );
    check(
        r"\href{https://a.b}{the \emph{code}}, \href{x:y}{z}",
        "[https://a.b|the [i|code]], z",
    );
    check(
        r"\textbf{\url{https://a.b}}",
        "[b|[https://a.b|https://a.b]]",
    );
}

#[test]
fn what_latex_does_not_know_stays_visible() {
    unchanged(r"see \cite{he2016} and \ours, \footnote{x}, 360\deg, a\|b");
    check(
        r"Design-R\textsuperscript{\textregistered} {\textregistered}",
        r"Design-R® ®",
    );
    unchanged(r"the set {a, b}, {CLIP}, an open { and } and \textbf{");
    unchanged(r"a backslash at the end \");
    unchanged(r"\\textbf and \é");
}

#[test]
fn latex_escapes_ties_and_quotes() {
    check(
        r"92\% R\&D \#1 \$5 \{x\} a\_b 10\,000",
        "92% R&D #1 $5 {x} a_b 10 000",
    );
    check(r"R\&amp;D", "R&D");
    check("Fig.~1 et al.~[2]", "Fig. 1 et al. [2]");
    unchanged("about ~5 ms (~5), 3~5 times, 1.2%~2.0%");
    check("``one'' and ``two''", "“one” and “two”");
    unchanged("f'' and ```code``` and ``open and it's -- fine --- here");
}

#[test]
fn accents_become_letters() {
    check(
        r#"Schr\"odinger M\"{o}bius na\"{\i}ve na\"\i ve T{\"}ulu"#,
        r#"Schrödinger Möbius naïve naïve T{\"}ulu"#,
    );
    check(
        r"Fr\'echet Karhunen-Lo\'{e}ve Mah\={a}n\=ama n\~ao vis-\`a-vis",
        "Fréchet Karhunen-Loéve Mahānāma não vis-à-vis",
    );
    check(
        r"\v{C}ech Gon\c{c}alves \c cedi Erd\H{o}s {\O}re stra\ss e \L{}ukasz {\aa}",
        "Čech Gonçalves çedi Erdős Øre straße Łukasz å",
    );
    check(r"Pass\^{}1 \~{}", "Pass^1 ~");
    unchanged(r"\~8B \b word \'5");
}

#[test]
fn math_is_kept_with_its_delimiters() {
    check(
        "any $L^p$ norm, $i.e.$, $x$.",
        "any [m|$L^p$] norm, [m|$i.e.$], [m|$x$].",
    );
    check(
        r"$\sim$1.0 AP, 76.7 $\pm$ 1.5%",
        r"[m|$\sim$]1.0 AP, 76.7 [m|$\pm$] 1.5%",
    );
    check(
        r"\(a_b\) and \[c\] $$d$$ $ O(n) $",
        r"[m|\(a_b\)] and [M|\[c\]] [M|$$d$$] [m|$ O(n) $]",
    );
    check(
        r"$a &lt; b$ $\textbf{x}~\%$",
        r"[m|$a < b$] [m|$\textbf{x}~\%$]",
    );
    check("($-$23.9%)", "([m|$-$]23.9%)");
    check("$x$$y$", "[m|$x$][m|$y$]");
    check("\\emph{in $x}$ math}", "[i|in [m|$x}$] math]");
    check("$\n  h(x) = x^m\n $", "[m|$ h(x) = x^m $]");
}

#[test]
fn dollars_that_are_money() {
    unchanged("$5 and $6, $100,000 to $2M");
    check(
        "$5 per hour and of cost $x$",
        "$5 per hour and of cost [m|$x$]",
    );
    check("only $42 and $\\alpha$", "only $42 and [m|$\\alpha$]");
    unchanged("pass@$ and $$ and \\( \\[");
    check(r"\$48-\$74 of $x_1$", "$48-$74 of [m|$x_1$]");
    unchanged("$1.61/hour versus 5GB and $0.5");
}

#[test]
fn bare_addresses() {
    check("at https://a.b/c.", "at [https://a.b/c|https://a.b/c].");
    check(
        "(http://a.b/c_(d)) HTTPS://X.Y",
        "([http://a.b/c_(d)|http://a.b/c_(d)]) [HTTPS://X.Y|HTTPS://X.Y]",
    );
    check(
        "github.com/u/r, www.a.org/x",
        "[https://github.com/u/r|github.com/u/r], [http://www.a.org/x|www.a.org/x]",
    );
    check(
        r"https://github.com/u/a\_b}.",
        "[https://github.com/u/a_b|https://github.com/u/a_b]}.",
    );
    check("<https://a.b/~c>", "<[https://a.b/~c|https://a.b/~c]>");
    unchanged("and/or mygithub.com/u http:// xhttp://a https://");
    check("https://a.b/c。次", "[https://a.b/c|https://a.b/c]。次");
}

#[test]
fn long_and_deep_input_takes_linear_time() {
    for piece in [
        "$",
        "$x ",
        "{",
        "}",
        "<",
        "<a ",
        "<a href=\"",
        "<a href='x'>",
        "\\",
        "\\(",
        "\\emph{",
        "{\\em ",
        "``",
        "&",
        "&#",
        "https://",
        "<i>",
        "\\url{",
        "~",
        "/",
        "<a x=1 ",
    ] {
        // Anything worse than linear would not end at this size.
        let text = piece.repeat(300_000);
        let rich = read(&text);
        assert!(rich.plain.len() <= 3 * text.len(), "{piece}");
    }
    let nested = format!("{}x{}", "\\emph{".repeat(100_000), "}".repeat(100_000));
    assert_eq!(read(&nested).plain, "x");
    let anchors = read(&"<a href='https://a.b'>x".repeat(100_000));
    assert_eq!(anchors.styles.len(), 100_000);
    let quotes = format!("{}x{}", "`` ".repeat(100_000), "'".repeat(200_000));
    assert!(read(&quotes).plain.ends_with('”'));
}

#[test]
fn accents_stand_on_accents() {
    check(
        r"Nguy{\~\^e}n Th{\'\u a}ng Th{\'{\^e}} Nguy\~{\^{e}}n \d{\^o} \^{\d o}",
        "Nguyễn Thắng Thế Nguyễn ộ ộ",
    );
    check(
        r"\'{\i{}} \'{\i} \'\i n \'{\ae} \h{a} \textcommabelow{s}",
        "í í ín ǽ ả ș",
    );
    check("\\'{e\u{302}} Erd{\\H o}s", "ế Erdős");
}

#[test]
fn commands_for_characters() {
    check(
        r"Children{\textquoteright}s \textquotedblleft talk\textquotedblright{} at 5\,\textdegree C",
        "Children’s “talk” at 5 °C",
    );
    check(
        r"CO\textsubscript{2}, 10\textsuperscript{3}, {\textonehalf}, {\guillemotleft}a{\guillemotright}, \S 4",
        "CO2, 10³, ½, «a», §4".replace('³', "3").as_str(),
    );
    check(
        r"\ensuremath{\alpha}-decay {\ensuremath{>}} 3{\textpm}1",
        r"[m|$\alpha$]-decay {[m|$>$]} 3±1",
    );
    check(
        r"10 \ifmmode M_\odot\else $M_\odot$\fi of gas",
        r"10 [m|$M_\odot$]of gas",
    );
    // A group that ends in the half that is left out.
    check(
        r"{\em a \textbf{b \ifmmode c} \else d\fi} e",
        "[i|a [b|b] d] e",
    );
}

#[test]
fn environments_are_paragraphs() {
    check(
        r"Here: \begin{itemize}[noitemsep] \item One. \item[b)] Two. \end{itemize} So.",
        "Here:\nOne.\nb) Two.\nSo.",
    );
    check(
        r"As \begin{equation*} x = y \end{equation*} has it",
        r"As [M|\[ x = y \]] has it",
    );
    check(
        r"\begin{quote}a\end{quote} \end{quote} \item b \begin{x y}",
        "a\n\\end{quote} \\item b \\begin{x y}",
    );
}
