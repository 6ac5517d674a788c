"""The sample newsroom: six small news sites on loopback, for the demo, the tests and the benchmarks.

Every text is written for this project and plainly marked as a sample: states, offices and meetings are real, spokespeople and
details are invented. ``gold.yaml`` says what each page should end as and what stands in it.
"""

from c5watch.newsroom.corpus import ROUND_TIMES
from c5watch.newsroom.server import Newsroom, newsroom_knowledge

__all__ = ["ROUND_TIMES", "Newsroom", "newsroom_knowledge"]
