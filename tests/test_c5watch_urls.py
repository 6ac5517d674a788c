import pytest

from c5watch.urls import canonical_url, same_site, site_of


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("HTTPS://Kazinform.KZ:443/ru/News/1/?utm_source=x&utm_medium=y#top", "https://kazinform.kz/ru/News/1"),
        ("https://x.kz", "https://x.kz/"),
        ("http://x.kz:80/a", "http://x.kz/a"),
        ("http://x.kz:8080/a", "http://x.kz:8080/a"),
        ("https://x.kz/a?lang=kk&fbclid=1", "https://x.kz/a?lang=kk"),
        ("https://x.kz/a?storyid=5&st=2&id=7&yclid=3", "https://x.kz/a?storyid=5&st=2&id=7"),
        ("https://x.kz/a?sid=12", "https://x.kz/a?sid=12"),
        ("https://x.kz/a?sid=0a9f8e7d6c5b4a392817", "https://x.kz/a"),
        ("https://x.kz/a;jsessionid=0A1B?PHPSESSID=99&p=1", "https://x.kz/a?p=1"),
        ("https://x.kz/a?from=rss", "https://x.kz/a"),
        ("https://x.kz/trains?from=almaty", "https://x.kz/trains?from=almaty"),
        ("https://x.kz/a?b=1&amp;utm_source=x", "https://x.kz/a?b=1"),
        ("https://x.kz/news/1/amp/", "https://x.kz/news/1"),
        ("https://x.kz/amp/news/1", "https://x.kz/news/1"),
        ("https://x.kz/news/1.amp.html", "https://x.kz/news/1.html"),
        ("https://x.kz/news/1?amp=1", "https://x.kz/news/1"),
        ("https://x.kz/news/1/print", "https://x.kz/news/1"),
        ("https://x.kz/news/1?print=Y", "https://x.kz/news/1"),
        ("https://x.kz/index.php?id=4&tmpl=component&print=1", "https://x.kz/index.php?id=4"),
        ("https://m.x.kz/a", "https://x.kz/a"),
        ("https://amp.x.com.kz/a", "https://x.com.kz/a"),
        ("https://kk.m.wikipedia.org/wiki/A", "https://kk.wikipedia.org/wiki/A"),
        ("https://m.kz/a", "https://m.kz/a"),
        ("https://m.blogspot.com/a", "https://m.blogspot.com/a"),
        ("https://x.tj/%d0%b9/%7Ea", "https://x.tj/%D0%B9/~a"),
        ("https://x.tj/й", "https://x.tj/%D0%B9"),
        ("https://қаз.қаз/a", "https://xn--80ao21a.xn--80ao21a/a"),
        ("https://x.kz//a///b", "https://x.kz/a/b"),
        ("http://[::1]:8000/a/", "http://[::1]:8000/a"),
        (" https://x.kz/a\n", "https://x.kz/a"),
    ],
)
def test_versions_of_one_document_have_one_url(url: str, expected: str) -> None:
    assert canonical_url(url) == expected
    assert canonical_url(expected) == expected, "canonical form changes when taken again"


@pytest.mark.parametrize("url", ["", "x", "mailto:a@x.kz", "http://", "http://x.kz:port/", "http://[::1/", "javascript:void(0)"])
def test_what_is_no_web_address_comes_back_and_has_no_site(url: str) -> None:
    assert canonical_url(url) == url
    assert site_of(url) == ""
    assert not same_site(url, url)


def test_site_is_the_registrable_domain() -> None:
    assert site_of("https://en.kazinform.kz/a") == "kazinform.kz"
    assert site_of("https://www.gov.kz/memleket") == "gov.kz"
    assert site_of("http://127.0.0.1:8000/") == "127.0.0.1"
    assert same_site("https://m.mfa.uz/ru", "http://mfa.uz")
    assert not same_site("https://one.com.kz/", "https://two.com.kz/")
    assert not same_site("https://one.blogspot.com/", "https://two.blogspot.com/")
