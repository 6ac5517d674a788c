"""Words by which a page says of itself what kind of page it is, as tables for `pipelines.page.pagekind_features`.

In English and the languages of the region and of its sources; all lower case. None is a word that tells what an article is
about: they stand in addresses, titles, class names, buttons, and as pronouns that speak to a customer.
"""

from __future__ import annotations

from typing import Final

# In the directories of an address.
PATH_KINDS: Final = {
    "news": (
        "news article articles story stories post posts blog blogs novosti zhanalyktar yangiliklar habarlar "
        "opinion politics world society novost statya maqola makala press lenta xabar "
        "xabarlar kabar kabarlar yangilik khabar akhbor"
    ),
    "shop": (
        "product products shop store item itm p collections collection cart buy dp goods catalog c category-products rental parts"
    ),
    "list": (
        "category categories tag tags topic topics author authors search page archive archives genre rubric "
        "section sections list label listing jobs l d subcategory"
    ),
    "service": (
        "service services solutions features pricing about contact department certificates tools-calculators calculator support"
    ),
    "docs": "docs doc documentation manual userguide tutorial reference wiki api kb",
    "forum": "forum forums threads thread t questions community board boards groups comments viewtopic showthread r",
}
# In lower case; a line break stands for the beginning or end of a line.
SIGNPOSTS: Final = {
    "service": (
        "contact us", "contact sales", "free trial", "free quote", "free consultation", "free demo", "free estimate",
        "get started",
        "get a quote", "request a", "book a", "schedule a", "try it free", "try for free", "try it for free", "sign up free",
        "our services", "why choose", "learn more", "call us", "call now", "testimonial", "case stud", "watch demo", "talk to",
        "pricing", "заказать", "оставить заявку", "получить консультацию", "наши услуги", "бесплатн", "связаться с нами",
    ),
    "shop": (
        "add to cart", "add to bag", "add to basket", "add to wish", "buy now", "shop now", "shop all", "in stock",
        "out of stock",
        "sold out", "free shipping", "quantity", "review\n", "reviews", "rating", "sale price", "regular price", "quick view",
        "compare", "wishlist", "sort by", "filter", "в корзину", "купить", "в наличии", "доставка", "отзыв",
        "сортировать", "фильтр",
        "ajouter au panier", "in den warenkorb", "себетке", "savatga",
    ),
    "forum": (
        "reply", "replies", "joined", "post #", "posts #", "posted #", "message:", "messages:", "reaction score", "quote\n",
        "last post", "log in to", "original poster", "upvote", " points", "thread", " posts", "\nposts", "ответить", "сообщени",
        "зарегистрирован", "цитировать", "тема",
    ),
    "docs": (
        "edit page", "edit this page", "on this page", "table of contents", "version", "previous\n", "next\n", "\napi", " api",
        "reference", "getting started", "quickstart", "tutorial", "¶", "copy\n", "example", "view source",
        "was this page helpful",
        "was this helpful", "improve this", "оглавление", "содержание",
    ),
    "list": (
        "read more", "continue reading", "min read", "load more", "show more", "view all", "see all", "next page", "older posts",
        " results", " items", " products", "читать далее", "подробнее", "показать ещ", "все новости", "толығырақ", "batafsil",
        "батафсил",
    ),
}  # fmt: skip
# In a page's title.
TITLE_KINDS: Final = {
    "service": (
        "service services solution solutions consulting calculator company agency insurance plans program pricing support repair "
        "rental software platform услуги ремонт заказ калькулятор қызметтер кызматтар xizmatlar хизматлар"
    ),
    "list": (
        "news blog blogs archive archives articles events category latest all explore catalog recipes jobs новости статьи лента "
        "рубрика архив жаңалықтар жаңылыктар yangiliklar xabarlar янгиликлар хабарлар ахбор habarlar"
    ),
    "docs": "documentation docs overview reference api guide manual installation tutorial введение руководство документация",
    "shop": "buy shop sale price купить цена магазин",
    "forum": "forum topic thread discussion форум тема",
}
# In the class and id of ``<body>``: what site builders write there.
BODY_KINDS: Final = {
    "article": "single postid article story newsdetail node-type-article node-type-news node-type-blog node-type-story",
    "list": "archive category tag home front blog search author tax term list section index hfeed template-collection",
    "page": "page landing node-type-page node-type-landing template-page",
    "shop": "product woocommerce shop catalog cart",
    "forum": "forum topic thread bbpress discourse",
    "docs": "doc docs documentation theme-doc wiki mediawiki",
}
# In class names anywhere on a page, counted.
CLASS_KINDS: Final = {
    "forum": "post topic thread reply message answer poster",
    "comment": "comment comments",
    "product": "product price sku cart",
    "pager": "pagination pager paginator",
}
# How a page speaks of itself and to a visitor, in running text.
PRONOUNS: Final = {
    "you": frozenset(
        """you your yours yourself вы вас вам вами ваш ваша ваше ваши вашего вашей вашему ваших вашим сіз сіздің сізге сиз сиздин
        сизге siz sizning sizga сизнинг сизга шумо шуморо siziň size sie ihr ihre ihren ihrem vous votre vos su sus usted tu tus
        você seu sua""".split()  # noqa: SIM905 - reads better
    ),
    "we": frozenset(
        """we our us ours мы нас нам нами наш наша наше наши нашего нашей наших нашим біз біздің бізге биз биздин biz bizning
        бизнинг мо моро biziň wir uns unser unsere nous notre nos nosotros nuestro nuestra nuestros""".split()  # noqa: SIM905 - reads better
    ),
}
