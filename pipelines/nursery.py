"""The process that loads knowledge and models once and forks the workers; `pipelines.workers` starts and asks it.

It has one thread and starts none, because a fork copies only the thread that calls it.
"""

from __future__ import annotations

import gc
import logging
import os
import pickle
import queue
import resource
import signal
import sys
import threading
import traceback
import warnings
from contextlib import suppress
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from multiprocessing.reduction import recv_handle
from pathlib import Path

from c5watch.article import Article, Page
from c5watch.errors import C5WatchError, KnowledgeError
from c5watch.knowledge import Knowledge, load_knowledge
from pipelines.chain import understand
from pipelines.story.features import read_article
from pipelines.understood import Quarantined, Understood

# Memory that extraction does not give back: a worker of this size is replaced between two pages.
_RECYCLE_BYTES = 1024**3
# A text in each language, with a name that no knowledge explains: the models and lists that such names need load with it.
_WARM_UP = (
    "Слесарь Аркадий Полуярцев встретил в Вашингтоне президента Казахстана Касым-Жомарта Токаева. Подписано соглашение с США.",
    "Kazakhstan and the United States signed an agreement in Washington. Gardener Archibald Thistlewick of Redmoor saw them.",
    "Қазақстан мен АҚШ Вашингтонда келісімге қол қойды. Бағбан Бекжасар Тоғайбаев Шұбарбұлақ ауылынан келді.",
    "Кыргызстан менен АКШ Вашингтондо келишимге кол койду. Багбан Бекжасар Токойбаев Чубарбулак айылынан келди.",
    "O‘zbekiston va AQSh Vashingtonda bitim imzoladi. Bog‘bon Bekjasar To‘qayboyev Chubarbuloq qishlog‘idan keldi.",
    "Ўзбекистон ва АҚШ Вашингтонда битим имзолади. Боғбон Бекжасар Тўқайбоев Чубарбулоқ қишлоғидан келди.",
    "Тоҷикистон ва ИМА дар Вашингтон созишнома имзо карданд. Боғбон Беҳҷасар Тӯқайзода аз деҳаи Чубарбулоқ омад.",
    "Türkmenistan we ABŞ Waşingtonda ylalaşyga gol çekdi. Bagban Bekjasar Tokaýew Çubarbulak obasyndan geldi.",
)


def warm_up(knowledge: Knowledge) -> None:
    """Load what the workers will need, so that each of them finds it there and all share its memory."""
    for text in _WARM_UP:
        page = Page(url=None, body=text.encode(), fetched_at=datetime.now(UTC), content_type="text/plain")
        understand_safely(page, knowledge, compare=True)


def understand_safely(page: Page, knowledge: Knowledge, *, compare: bool = False) -> Understood:
    """`pipelines.understand`, with a failure of ours as a `Quarantined` page instead of an exception.

    With ``compare`` an article comes with the features that grouping into stories needs.
    """
    try:
        result = understand(page, knowledge)
        return read_article(result) if compare and isinstance(result, Article) else result
    except MemoryError:
        return Quarantined(reason="out-of-memory", detail="the page needs more memory than a worker may use")
    except RecursionError:
        return Quarantined(reason="too-deep", detail="the page nests too deeply")
    except Exception as exc:  # noqa: BLE001 - whatever a step does wrong, the crawl goes on and the page can be replayed
        place = traceback.extract_tb(exc.__traceback__)[-1]
        where = f"{Path(place.filename).name}:{place.lineno}"
        return Quarantined(reason="error", detail=f"{type(exc).__name__} at {where}: {exc}"[:500])


def _work(connection: Connection, knowledge: Knowledge, memory_bytes: int) -> None:
    """The life of a worker: pages in, results out, until the parent closes the connection."""
    resource.setrlimit(resource.RLIMIT_DATA, (memory_bytes, memory_bytes))
    pages: queue.SimpleQueue[tuple[Page, bool]] = queue.SimpleQueue()

    def receive() -> None:
        # A thread of its own, so that the parent can always hand over the next page.
        try:
            while True:
                pages.put(pickle.loads(connection.recv_bytes()))  # noqa: S301 - our own parent's bytes
        except (EOFError, OSError):
            os._exit(0)  # nobody waits for the page under way any more

    threading.Thread(target=receive, daemon=True).start()
    while True:
        page, compare = pages.get()
        result = understand_safely(page, knowledge, compare=compare)
        retire = _resident_bytes() > _RECYCLE_BYTES
        try:
            connection.send_bytes(pickle.dumps((result, retire), protocol=5))
        except OSError:
            return


def _resident_bytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def _end_with_parent() -> None:
    """Loading takes seconds in which nothing is read: look once a second whether the parent was killed."""
    parent = os.getppid()

    def look(*_: object) -> None:
        if os.getppid() != parent:
            os._exit(0)

    signal.signal(signal.SIGALRM, look)
    signal.siginterrupt(signal.SIGALRM, False)
    signal.setitimer(signal.ITIMER_REAL, 1.0, 1.0)


def _nurse(control: Connection, folder: Path, memory_bytes: int) -> None:
    """The life of the nursery: load everything once, then fork a worker whenever the parent asks."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the kernel buries the workers
    _end_with_parent()
    # What is loaded stays: looking for garbage among it would take an eighth of the time.
    gc.disable()
    # What libraries say of a page is no message to the person at the terminal, which this process shares.
    logging.getLogger().addHandler(logging.NullHandler())
    warnings.simplefilter("ignore")
    try:
        knowledge = load_knowledge(folder)
        warm_up(knowledge)
    except C5WatchError as exc:
        control.send(exc.faults if isinstance(exc, KnowledgeError) else str(exc))
        return
    # What is there now stays for good: collecting garbage would look through all of it again, and copy its memory.
    gc.collect()
    gc.freeze()
    gc.enable()
    signal.setitimer(signal.ITIMER_REAL, 0)  # from here on the end of the connection tells it
    control.send(None)
    with suppress(EOFError, OSError):
        while True:
            control.recv()
            handle = recv_handle(control)
            pid = os.fork()
            if pid == 0:
                control.close()
                try:
                    _work(Connection(handle), knowledge, memory_bytes)
                finally:
                    os._exit(0)
            os.close(handle)
            control.send(pid)


if __name__ == "__main__":
    _nurse(Connection(int(sys.argv[1])), Path(sys.argv[2]), int(sys.argv[3]))
