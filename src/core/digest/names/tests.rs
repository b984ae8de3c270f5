use super::*;

#[track_caller]
fn check(order: Order, source: &str, expected: &[&str]) {
    assert_eq!(list(source, order), expected, "{source}");
}

#[track_caller]
fn check_any(source: &str, expected: &[&str]) {
    check(Order::Any, source, expected);
}

#[track_caller]
fn check_both(source: &str, expected: &[&str]) {
    check(Order::Any, source, expected);
    check(Order::Spoken, source, expected);
}

#[track_caller]
fn check_spoken(source: &str, expected: &[&str]) {
    check(Order::Spoken, source, expected);
}

#[test]
fn what_is_no_tag_is_part_of_a_name() {
    check_both("Ada <last>, Bo Wolke", &["Ada <last>", "Bo Wolke"]);
    check_both("Ada <b>Stern</b>, Bo Wolke", &["Ada Stern", "Bo Wolke"]);
    check_both(
        "Ada Stern <ada@a.example>, Bo Wolke",
        &["Ada Stern", "Bo Wolke"],
    );
}

#[test]
fn names_stand_between_commas_and_ands() {
    for source in [
        "Ada Stern, Bo Wolke, C. Regen",
        "Ada Stern, Bo Wolke and C. Regen",
        "Ada Stern, Bo Wolke, and C. Regen",
        "Ada Stern, Bo Wolke & C. Regen",
        "Ada Stern, Bo Wolke, &amp; C. Regen",
        "Ada Stern and Bo Wolke AND C. Regen",
        "Ada Stern; Bo Wolke;C. Regen;",
        "Ada Stern、Bo Wolke，C. Regen",
        "Authors: Ada Stern, Bo Wolke, C. Regen",
        "By Ada Stern, Bo Wolke and C. Regen",
        "Ada\nStern, Bo  Wolke, C. Regen, et al.",
        "Ada Stern, Bo Wolke, C. Regen and others",
        "Ada Stern, Bo Wolke, C. Regen, and 12 more",
        "Ada Stern · Bo Wolke · C. Regen",
        "['Ada Stern', 'Bo Wolke', 'C. Regen']",
        "Ada Stern<br>Bo Wolke<br/>C. Regen",
        "[Ada Stern](https://a.b/c), [Bo Wolke](https://a.b/d), C. Regen",
    ] {
        check_both(source, &["Ada Stern", "Bo Wolke", "C. Regen"]);
    }
    check_any("A. Stern und B. Wolke", &["A. Stern", "B. Wolke"]);
    check_any("A. Stern et B. Wolke", &["A. Stern", "B. Wolke"]);
    check_any("Ada Stern\nBo Wolke", &["Ada Stern", "Bo Wolke"]);
    check_both("Andy Sandy and Brand Rand", &["Andy Sandy", "Brand Rand"]);
    check_both("Wei", &["Wei"]);
    check_both("", &[]);
}

#[test]
fn families_stand_first_where_it_can_be_told() {
    for source in ["Stern, Ada; Wolke, B. C.", "Stern, Ada and Wolke, B. C."] {
        check_both(source, &["Ada Stern", "B. C. Wolke"]);
    }
    for source in [
        "Stern, A.; van der Wolke, B. C.; García Márquez, D.",
        "Stern, A., van der Wolke, B. C., García Márquez, D.",
        "Stern, A., van der Wolke, B. C., & García Márquez, D.",
        "Stern, A., van der Wolke, B. C. and García Márquez, D.",
        "Stern, A. (Oslo); van der Wolke, B. C. (Voss); García Márquez, D.",
    ] {
        check_both(
            source,
            &["A. Stern", "B. C. van der Wolke", "D. García Márquez"],
        );
    }
    check_any("Stern, Ada, Wolke, B.", &["Ada Stern", "B. Wolke"]);
    check_any("Stern, Ada", &["Ada Stern"]);
    check(Order::Spoken, "Stern, Ada", &["Stern", "Ada"]);
    check_any(
        "Stern, Ada, Bo Wolke, and Cy Regen",
        &["Ada Stern", "Bo Wolke", "Cy Regen"],
    );
    check_any("Stern, Wolke, Regen", &["Stern", "Wolke", "Regen"]);
    check_any("Stern, Ada, et al.", &["Ada Stern"]);
    check_both(
        "García Márquez, Ada; Stern, Bo",
        &["Ada García Márquez", "Bo Stern"],
    );
    check_any(
        "García Márquez, Ada and Stern, Bo",
        &["Ada García Márquez", "Bo Stern"],
    );
    check_any("Ada Stern, OpenFog", &["Ada Stern", "OpenFog"]);
    check_any("OpenFog, DeepRain", &["OpenFog", "DeepRain"]);
}

#[test]
fn initials_stand_behind_where_all_names_have_them_there() {
    check_both(
        "Wirth E, Rinne G, Broek KA, van der Falk M-P.",
        &["E Wirth", "G Rinne", "KA Broek", "M-P van der Falk"],
    );
    check_both(
        "Stern J.L., Wolke C., Regen Fog D. K.",
        &["J.L. Stern", "C. Wolke", "D. K. Regen Fog"],
    );
    check_both(
        "Stern ML Jr, Wolke B, Fog C",
        &["ML Stern Jr", "B Wolke", "C Fog"],
    );
    check_both("Anand B, Ada Stern", &["Anand B", "Ada Stern"]);
    check_both("Anand B", &["Anand B"]);
    check(
        Order::Spoken,
        "Anand B, Sri Vasanta Meghan N, Varsha R.S.",
        &["Anand B", "Sri Vasanta Meghan N", "Varsha R.S."],
    );
    check_both(
        "Wirth E, Broek KA, Fog Consortium.",
        &["E Wirth", "KA Broek", "Fog Consortium"],
    );
    for (source, expected) in [
        ("Wirth E.", &["E Wirth"][..]),
        ("Wirth E, Broek K.", &["E Wirth", "K Broek"]),
        ("Wirth E, Fog Consortium.", &["E Wirth", "Fog Consortium"]),
        ("Ada Wirth, Bo Broek", &["Ada Wirth", "Bo Broek"]),
    ] {
        assert_eq!(initials_last(source), expected, "{source}");
    }
    assert_eq!(each(["Wirth E", "Broek KA"]), ["E Wirth", "KA Broek"]);
    assert_eq!(each(["Anand B", "Sujit K"]), ["Anand B", "Sujit K"]);
}

#[test]
fn affiliations_and_marks_are_no_names() {
    for source in [
        "Ada Stern (Oslo, Norway), B. Wolke (2)",
        "Ada Stern (1), B. Wolke (1 and 2) ((1) Oslo, (2) Bergen and Voss)",
        "Ada Stern (Oslo) B. Wolke (Bergen). ((a) b)",
        "Ada Stern$^{1,2}$, B. Wolke$^\\dagger$",
        "Ada Stern<sup>1, 2</sup>, B. Wolke<sup>*</sup>",
        "Ada Stern^{1,2}, B. Wolke^3",
        "Ada Stern\\textsuperscript{1,2}, B. Wolke\\thanks{of {Oslo}, and Voss}",
        "Ada Stern[1,2], B. Wolke [3]",
        "Ada Stern¹², B. Wolke†*",
        "Ada Stern1,2, B. Wolke3",
        "Ada Stern 0001, B. Wolke 0023",
        "**Ada Stern**, *B. Wolke*",
        "Ada Stern, University of Fog; B. Wolke, Rain Lab",
        "Ada Stern <ada@fog.org>, B. Wolke <b@fog.org>",
        "<a href=\"/a?x=1,2\">Ada Stern</a>, <a href=\"#\">B. Wolke</a> (Oslo)",
    ] {
        check_both(source, &["Ada Stern", "B. Wolke"]);
    }
    check_both("ada@fog.org (Ada Stern)", &["Ada Stern"]);
    check_both(
        "Wei (Ada) Stern, B. Wolke",
        &["Wei (Ada) Stern", "B. Wolke"],
    );
    check_both("A. Stern (Oslo, B. Wolke", &["A. Stern"]);
    check_both("A. Stern $x$, B. Wolke", &["A. Stern $x$", "B. Wolke"]);
}

#[test]
fn groups_are_one_name() {
    for source in [
        "Fog Collaboration: A. Stern, B. Wolke, et al. (12 additional authors not shown)",
        "for the Fog Collaboration: A. Stern, and B. Wolke",
        "Fog Collaboration, A. Stern, B. Wolke",
        "Fog Collaboration; Stern, A.; Wolke, B.",
    ] {
        check_both(source, &["Fog Collaboration", "A. Stern", "B. Wolke"]);
    }
    check_both(
        "A. Stern on behalf of the Fog Collaboration",
        &["A. Stern", "Fog Collaboration"],
    );
    check_both(
        "A. Stern and B. Wolke, for the Fog Collaboration",
        &["A. Stern", "B. Wolke", "Fog Collaboration"],
    );
    check_both(
        "The Fog and Rain Collaboration, A. Stern",
        &["The Fog and Rain Collaboration", "A. Stern"],
    );
    check_both(
        "A. Stern and the Fog Collaboration",
        &["A. Stern", "the Fog Collaboration"],
    );
    for name in ["Fog and Rain, Inc.", "University of Fog, Berkeley"] {
        assert_eq!(each([name, "Ada Stern"]), [name, "Ada Stern"]);
    }
}

#[test]
fn suffixes_and_particles_belong_to_the_name() {
    check_both(
        "A. Stern, Jr., B. Wolke III, C. Fog, Ph.D.",
        &["A. Stern, Jr.", "B. Wolke III", "C. Fog, Ph.D."],
    );
    check_both(
        "Stern, Ada, Jr.; Wolke, III, Bo",
        &["Ada Stern, Jr.", "Bo Wolke III"],
    );
    check_both(
        "Guy Stern, S.J., B. Wolke",
        &["Guy Stern, S.J.", "B. Wolke"],
    );
    check_both(
        "Ada Stern, Jr., Ph.D., B. Wolke",
        &["Ada Stern, Jr., Ph.D.", "B. Wolke"],
    );
    check_both("Kim, S.J., Fog, A.", &["S.J. Kim", "A. Fog"]);
    check_both(
        "van der Meer, S.; 't Hof, Tim; Beet, Ludwig van; de la Cruz, J.",
        &[
            "S. van der Meer",
            "Tim 't Hof",
            "Ludwig van Beet",
            "J. de la Cruz",
        ],
    );
}

#[test]
fn lists_hold_names_parts_or_lists() {
    for (sources, expected) in [
        (
            &["Stern, Ada", "Wolke, B."][..],
            &["Ada Stern", "B. Wolke"][..],
        ),
        (&["Ada Stern, B. Wolke"], &["Ada Stern", "B. Wolke"]),
        (&["Stern, Ada; Wolke, B."], &["Ada Stern", "B. Wolke"]),
        (
            &["Stern", "Ada M.", "Wolke", "B."],
            &["Stern", "Ada M.", "Wolke", "B."],
        ),
        (
            &["Stern", "A. M.", "Wolke", "B."],
            &["A. M. Stern", "B. Wolke"],
        ),
        (&["García Márquez, Ada"], &["Ada García Márquez"]),
        (&["A. Stern", "and B. Wolke"], &["A. Stern", "B. Wolke"]),
        (
            &["Fog Collaboration", ":", "A. Stern", "et al."],
            &["Fog Collaboration", "A. Stern"],
        ),
        (
            &["Ada Stern (Oslo)", "M. Béla Jr"],
            &["Ada Stern", "M. Béla Jr"],
        ),
        (
            &["Smith, Jr., John", "Ada Stern, Jr."],
            &["John Smith, Jr.", "Ada Stern, Jr."],
        ),
        (&["Tim O'Fog", "Sch\\\"on, B."], &["Tim O'Fog", "B. Schön"]),
        (&["", "Wei"], &["Wei"]),
    ] {
        assert_eq!(each(sources.iter().copied()), expected, "{sources:?}");
    }
}

#[test]
fn eastern_names_have_the_family_first() {
    check_both("王伟", &["王伟"]);
    check_both("王伟、李娜，张三", &["王伟", "李娜", "张三"]);
    check_any("王伟, 李娜", &["王伟", "李娜"]);
    check_any("王, 伟", &["王伟"]);
    check_both(
        "王, 伟; 山田, 太郎; 김, 철수",
        &["王伟", "山田 太郎", "김철수"],
    );
    assert_eq!(inverted("王, 伟"), "王伟");
    assert_eq!(each(["王, 小明", "李娜"]), ["王小明", "李娜"]);
}

#[test]
fn markup_is_decoded_and_divides_nothing() {
    check_both(
        r#"Ad\`ele St\"{o}rm, {\O}. Brki\'c, \v{S}. Wolke"#,
        &["Adèle Störm", "Ø. Brkić", "Š. Wolke"],
    );
    check_both("Ren&eacute; Fog; Ada&#44; Rain", &["René Fog", "Ada, Rain"]);
    check_both("Stern, \\'E.; &Eacute;mile, F.", &["É. Stern", "F. Émile"]);
}

#[test]
fn bibtex_has_its_own_rules() {
    for (source, expected) in [
        ("Ada Stern", &["Ada Stern"][..]),
        ("Stern, Ada and Wolke, B.", &["Ada Stern", "B. Wolke"]),
        (
            "von Stern, Jr., Ada\n AND  {Fog and Rain, Inc.}",
            &["Ada von Stern, Jr.", "{Fog and Rain, Inc.}"],
        ),
        ("Andy Sand and others", &["Andy Sand"]),
        (
            "Fog, III, Ada and Fog,~Jr., Bo and de la Fog",
            &["Ada Fog III", "Bo Fog Jr.", "de la Fog"],
        ),
        (
            "King, Jr, Ada and King, Jr.,~Bo and King, III,~Cy",
            &["Ada King Jr", "Bo King Jr.", "Cy King, III"],
        ),
        ("{\\'E}mile and", &["{\\'E}mile"]),
        ("} and {", &["}", "{"]),
        ("", &[]),
        (
            "Wirth E, Rinne G, Broek KA",
            &["E Wirth", "G Rinne", "KA Broek"],
        ),
        (
            "Wirth E, Rinne G and Broek KA",
            &["E Wirth", "G Rinne", "KA Broek"],
        ),
        (
            "Ada Stern, Bo Wolke, Cy Regen",
            &["Ada Stern", "Bo Wolke", "Cy Regen"],
        ),
        (
            "A. Stern, B. Wolke, and C. Regen",
            &["A. Stern", "B. Wolke", "C. Regen"],
        ),
        ("Stern, Ada; Wolke, B.", &["Ada Stern", "B. Wolke"]),
        ("Ada Stern \\& Bo Wolke", &["Ada Stern", "Bo Wolke"]),
        (
            "{Stern}, Ada and {de Fog}, {Bo}",
            &["Ada {Stern}", "{Bo} {de Fog}"],
        ),
        (
            "García Márquez, Gabriel José",
            &["Gabriel José García Márquez"],
        ),
        ("Stern, Ada, and Wolke, Bo", &["Ada Stern", "Bo Wolke"]),
        ("Stern, Ada (2)", &["Ada (2) Stern"]),
        ("X, Ada Bo", &["Ada Bo X"]),
        ("Ada Stern, Bo Wolke", &["Ada Stern", "Bo Wolke"]),
        (
            "Ada Stern, Bo Wolke and Cy Regen",
            &["Ada Stern", "Bo Wolke", "Cy Regen"],
        ),
        (
            "Ada Stern, Bo C. Wolke, and Cy Regen",
            &["Ada Stern", "Bo C. Wolke", "Cy Regen"],
        ),
        ("Garcia Marquez, Gabriel", &["Gabriel Garcia Marquez"]),
        ("van der Meer, Sara", &["Sara van der Meer"]),
        ("Van Meer, Sara Jo", &["Sara Jo Van Meer"]),
        (
            "Vargas Fog, Mario Jo and Garcia Rain, Bo Cy",
            &["Mario Jo Vargas Fog", "Bo Cy Garcia Rain"],
        ),
        (
            "family=Beet, given=Ludwig, prefix=von, useprefix=true and Stern, Ada",
            &["Ludwig von Beet", "Ada Stern"],
        ),
        (
            "given={Ada Bo}, given-i=AB, family={Stern Fog}",
            &["{Ada Bo} {Stern Fog}"],
        ),
    ] {
        assert_eq!(bibtex(source), expected, "{source}");
    }
}

#[test]
fn names_of_mails_stand_between_commas_and_ands() {
    check_spoken("Ada Stern", &["Ada Stern"]);
    check_spoken(
        "A. Stern, B. Wolke and C. Regen",
        &["A. Stern", "B. Wolke", "C. Regen"],
    );
    check_spoken(
        "A. Stern, B. Wolke, and C. Regen",
        &["A. Stern", "B. Wolke", "C. Regen"],
    );
    check_spoken("A. Stern &\n B. Wolke", &["A. Stern", "B. Wolke"]);
    check_spoken("Andy Sandy and Brand Rand", &["Andy Sandy", "Brand Rand"]);
    check_spoken("A. Stern, Jr., B. Wolke", &["A. Stern, Jr.", "B. Wolke"]);
    check_spoken("", &[]);
}

#[test]
fn affiliations_in_mails_are_no_authors() {
    check_spoken("A. Stern (Oslo, Norway)", &["A. Stern"]);
    check_spoken(
        "A. Stern(1), B. Wolke (1 and 2) ((1) Oslo, (2) Bergen and Voss)",
        &["A. Stern", "B. Wolke"],
    );
    check_spoken(
        "A. Stern (Oslo) B. Wolke (Bergen). ((a) b)",
        &["A. Stern", "B. Wolke"],
    );
    check_spoken("A. Stern (Oslo, B. Wolke", &["A. Stern"]);
    check_spoken("A. Stern), B. Wolke", &["A. Stern)", "B. Wolke"]);
    check_spoken(
        "Wei (Ada) Stern, B. Wolke",
        &["Wei (Ada) Stern", "B. Wolke"],
    );
    check_spoken("Wei (MIT) Stern", &["Wei", "Stern"]);
}

#[test]
fn collaborations_are_named_and_others_are_not_invented() {
    check_spoken(
        "The Fog Collaboration: A. Stern, B. Wolke, et al. (12 additional authors not shown)",
        &["The Fog Collaboration", "A. Stern", "B. Wolke"],
    );
    check_spoken(
        "A. Stern et al, for the Fog Collaboration",
        &["A. Stern", "Fog Collaboration"],
    );
}

#[test]
fn accents_of_mails_are_decoded() {
    check_spoken(
        r#"Ad\`ele St\"{o}rm, {\O}. Brki\'c, \v{S}. Wolke"#,
        &["Adèle Störm", "Ø. Brkić", "Š. Wolke"],
    );
}
