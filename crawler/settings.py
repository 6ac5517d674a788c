"""Scrapy's settings: polite, bounded, and honest about who asks. What one source may change comes from its entry in knowledge."""

from __future__ import annotations

import sys

from c5watch.errors import SettingsError
from c5watch.settings import load_settings
from crawler.addresses import load_address_policy

try:
    C5WATCH = load_settings()
    load_address_policy()
except SettingsError as error:
    sys.stderr.write(f"{error}\n")
    raise SystemExit(error.status) from None

BOT_NAME = "c5watch"
SPIDER_MODULES = ["crawler.spiders"]

# A plain reader's name: some agencies answer web pages instead of feeds to "Mozilla" and to names with "bot".
USER_AGENT = f"C5Watch/0.1 (+{C5WATCH.contact})"
ROBOTSTXT_USER_AGENT = "C5Watch"
ROBOTSTXT_OBEY = True
COOKIES_ENABLED = False
REFERRER_POLICY = "no-referrer"
DEFAULT_REQUEST_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/xml;q=0.9,*/*;q=0.5",
    # The address of a page says its language; a preference would make some sites redirect.
    "Accept-Language": "*",
    # What `c5watch.archive` can unpack when a page is replayed.
    "Accept-Encoding": "gzip, deflate, br",
}

CONCURRENT_REQUESTS = 32
CONCURRENT_REQUESTS_PER_DOMAIN = 8
# Each answer brings one item at most; Scrapy starts this many tasks for every answer.
CONCURRENT_ITEMS = 1
AUTOTHROTTLE_ENABLED = True
AUTOTHROTTLE_MAX_DELAY = 60.0

DOWNLOAD_TIMEOUT = 60
DOWNLOAD_MAXSIZE = 10 * 1024 * 1024
DOWNLOAD_WARNSIZE = 0
DOWNLOAD_FAIL_ON_DATALOSS = True
# Only the web: no file:, no ftp:, whatever a feed says.
DOWNLOAD_HANDLERS = {"file": None, "ftp": None, "s3": None, "data": None}
DNS_TIMEOUT = 20
TWISTED_DNS_RESOLVER = "crawler.addresses.GuardedResolver"
REDIRECT_MAX_TIMES = 5
METAREFRESH_ENABLED = False
RETRY_TIMES = 2
RETRY_GIVE_UP_LOG_LEVEL = "INFO"

DOWNLOADER_MIDDLEWARES = {
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,
    "crawler.middlewares.AddressGuard": 90,
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    "crawler.middlewares.Robots": 100,
    "scrapy.downloadermiddlewares.retry.RetryMiddleware": None,
    "crawler.middlewares.PatientRetry": 550,
    # Outside of the decompression (590), inside of the redirects (600): final answers as they came over the wire.
    "crawler.middlewares.Archive": 595,
    "scrapy.downloadermiddlewares.cookies.CookiesMiddleware": None,
}
ITEM_PIPELINES = {"crawler.pipelines.Understand": 100, "crawler.pipelines.Keep": 200}
# How much fetched but not yet understood text may wait in memory before fetching pauses.
SCRAPER_SLOT_MAX_ACTIVE_SIZE = 16_000_000
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False
LOG_LEVEL = "INFO"
LOG_VERSIONS: list[str] = []
# A page that is no article is nothing to warn of.
DEFAULT_DROPITEM_LOG_LEVEL = "DEBUG"
