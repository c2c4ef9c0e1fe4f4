"""Who is called so: the records that fit a name best, as far as somebody may see them."""

from bot.desk.transaction import Transaction
from bot.rules.errors import DeskError
from bot.rules.naming import asking, keys, ranking
from bot.rules.naming.ranking import Hit
from storage.records.queries import Visibility


def hits(tx: Transaction, eyes: Visibility | None, words: str) -> tuple[Hit, ...]:
    """The best first. Raises DeskError for words that no name can be found by."""
    question = asking.read(words, today=tx.bounds.latest)
    store, years = tx.stores.names, question.years
    worth = keys.of_question(question.name)
    sizes = store.sizes(worth, years, most=ranking.COUNTED)
    weights = ranking.telling(worth, sizes)
    if sizes and not weights:
        raise DeskError(asking.TOO_COMMON)
    if not weights:
        return ()
    likeliest = store.likeliest(
        weights,
        years,
        eyes,
        first_year=ranking.FIRST_YEAR,
        least=ranking.LEAST,
        limit=ranking.COMPARED,
    )
    return ranking.ranked(question, store.named(likeliest))
