//! Addresses are parsed as the `url` crate does, which follows the standard.

use proptest::prelude::*;

use super::Address;

/// What addresses are made of, and what makes them hard.
fn piece() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "https:",
        "http:",
        "HTTP://",
        "ftp://",
        "https://",
        "//",
        "/",
        "\\",
        "@",
        ":",
        ":80",
        ":0443",
        ":99999",
        "?",
        "#",
        "github.com",
        "a.example",
        "B",
        "ü",
        "É",
        "аз",
        "例え",
        "。",
        "．",
        "ｇ",
        "Ａ",
        "\u{ad}",
        "\u{200b}",
        "\u{2060}",
        "\u{fe0f}",
        ".",
        "..",
        "-",
        "_",
        "%",
        "%41",
        "%2e",
        "%2F",
        "%00",
        "%c3%bc",
        "%ff",
        "%zz",
        "\t",
        "\n",
        "\r",
        " ",
        "\u{1}",
        "<",
        ">",
        "\"",
        "^",
        "|",
        "[",
        "]",
        "[::1]",
        "{",
        "}",
        "~",
        "'",
        "!",
        "&",
        "=",
        "+",
        ",",
        ";",
        "user",
        "mailto:",
        "www.",
        "\u{7f}",
    ])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20_000))]

    /// Where both read a host it is the same, and what the standard's own library reads is read
    /// here.
    #[test]
    fn hosts_are_those_of_the_standard(pieces in prop::collection::vec(piece(), 0..8), begins: bool) {
        let start = if begins { "https://" } else { "" };
        let text = [start, &pieces.concat()].concat();
        let known = url::Url::parse(&text).ok().filter(|url| ["http", "https", "ftp"].contains(&url.scheme()));
        let ours = Address::parse(&text);
        match known.as_ref().and_then(url::Url::host) {
            Some(url::Host::Domain(host)) => {
                prop_assert_eq!(ours.map(|address| address.host), Some(host.to_owned()), "{:?}", text);
            }
            Some(url::Host::Ipv6(_)) => prop_assert!(ours.is_some_and(|address| address.host.starts_with('[')), "{:?}", text),
            Some(url::Host::Ipv4(_)) => prop_assert!(ours.is_some(), "{:?}", text),
            // A name that the standard forbids leads nowhere, and is not of a host that is
            // known.
            None => prop_assert!(ours.is_none_or(|address| !address.is_of("github.com")), "{:?}", text),
        }
    }
}
