use super::*;

#[track_caller]
fn check(address: &str, expected: &str) {
    let host = Address::parse(address).map(|address| address.host);
    assert_eq!(host.as_deref().unwrap_or("none"), expected, "{address:?}");
}

#[test]
fn hosts_are_those_that_browsers_go_to() {
    check("https://github.com/a/b", "github.com");
    check("HTTPS://GitHub.COM:443", "github.com");
    check("https://a.example\\@github.com/a/b", "a.example");
    check("https://github.com@a.example/", "a.example");
    check("https://github.com:x@a.example/@b", "a.example");
    check("https://a@b@c.example?@d", "c.example");
    check("https:\\\\a.example#@github.com", "a.example");
    check("https:////a.example", "a.example");
    check(" \u{1}https://a.ex\tamp\nle/ ", "a.example");
    check("ht\ntps://a.example", "a.example");
    check("https://a.example./", "a.example.");
    check("https://%67ithub%2ecom/", "github.com");
    check("https://ｇｉｔＨｕｂ。ｃｏｍ/", "github.com");
    check("https://git\u{ad}hub\u{ff61}com", "github.com");
    check("https://%ef%bd%87ithub.com", "github.com");
    check("https://bücher.example", "xn--bcher-kva.example");
    check("https://BÜCHER.example", "xn--bcher-kva.example");
    check("https://gіthub.com", "xn--gthub-n2e.com");
    check("https://例え。テスト", "xn--r8jz45g.xn--zckzah");
    check("https://[2001:DB8::1]:80/", "[2001:db8::1]");
    check("https://127.0.0.1/", "127.0.0.1");
}

#[test]
fn what_is_no_address_has_no_host() {
    for address in [
        "",
        "https",
        "https://",
        "https:///",
        "https://@/",
        "https://:80/",
        "https://a.example:80a/",
        "https://a.example:65536/",
        "https://a b/",
        "https://a%00b/",
        "https://a%2fb/",
        "https://a<b/",
        "https://[::1",
        "https://[github.com]/",
        "https://\u{ad}/",
        "https://%ff.github.com/",
        "javascript://github.com/",
        "mailto:a@github.com",
        "//github.com",
        "github.com/a",
    ] {
        check(address, "none");
    }
}

#[test]
fn sites_and_what_follows() {
    let address = Address::parse("https://u@www.GitHub.com.:8080\\a/b?c#d").unwrap();
    assert_eq!(address.site(), "github.com");
    assert_eq!(address.rest, "/a/b?c#d");
    assert!(address.has_user && address.is_of("github.com"));
    let of = |href, host| Address::parse(href).unwrap().is_of(host);
    assert!(of("https://gist.github.com", "github.com"));
    assert!(!of("https://notgithub.com", "github.com"));
}

#[track_caller]
fn check_hidden(label: &str, href: &str, expected: Option<&str>) {
    assert_eq!(hidden_host(label, href).as_deref(), expected, "{label}");
}

#[test]
fn a_label_that_names_another_host_hides_where_it_leads() {
    let evil = "https://a.example/x";
    for label in [
        "https://github.com/x",
        "HTTP://GitHub.com",
        "see (https://github.com/x).",
        "github.com",
        "www.b.example/",
        "b.example/path",
        "https://a.example@b.example/",
        "see:https://b.example",
        "b@mail.com",
        "ｇithub。com",
    ] {
        check_hidden(label, evil, Some("a.example"));
    }
    check_hidden(
        "https://аррӏе.com",
        "https://аррӏе.com",
        Some("xn--80ak6aa92e.com"),
    );
    check_hidden(
        "me@b.org",
        "mailto:x@a.example?subject=me@b.org",
        Some("a.example"),
    );
}

#[test]
fn other_labels_hide_nothing() {
    for (label, href) in [
        ("this https URL", "https://a.example/x"),
        ("https://a.example/y", "http://www.a.example/x"),
        ("www.A.example/x.", "https://a.example"),
        (
            "our page, main.py, v1.0/2 et.al. and/or U.S./E.U.",
            "https://a.example",
        ),
        ("b@A.org", "mailto:b@a.org"),
        ("github.com", "javascript:x"),
        ("", "https://a.example"),
    ] {
        check_hidden(label, href, None);
    }
}
