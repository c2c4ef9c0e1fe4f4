"""Names: from any alphabet into words, how words may sound, how well two names fit."""

import hashlib

import pytest

from bot.rules.naming import keys, names
from bot.rules.naming.fitting import SAME, SIMILAR, Fitting
from bot.rules.naming.sounds import sounds
from bot.rules.naming.words import Word, words
from storage.records.names import UNKNOWN, Named
from storage.records.reminders import RecordKind
from tests.names.namesakes import OPEN, pairs


def letters(text: str) -> str:
    return " ".join(word.letters for word in words(text))


def fit(recorded: dict[str, str], asked: str) -> float:
    return Fitting(names.asked(asked)).of(names.of_answers(recorded))


def keys_of(**answers: str) -> frozenset[str]:
    return keys.of_record(named(**answers)).keys


def named(**answers: str) -> Named:
    return Named(record_id="r1", record_kind=RecordKind.REQUEST, answers=answers)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Юлия Примерова", "yuliya primerova"),
        ("Γιώργος Μπούρας", "giorgos mpouras"),
        ("Ευτυχία", "evtychia"),
        ("张小红", "zhang xiao hong"),
        ("이하은", "yi ha eun"),
        ("Nguyễn Thị Hương", "nguyen thi huong"),
        ("O\u2019Brien", "obrien"),
        ("H.-P. Müller-Groß", "h p muller gross"),
        ("ash-Sharif", "al sharif"),
        ("Abdul Rahman", "abdrahman"),
        ("Abd al-Rahman", "abdrahman"),
        ("Abdelrahman", "abdrahman"),
        ("عبد الرحمن", "abdrhmn"),
        ("Abdullah", "abdallah"),
        ("Nur al-Din", "nurdin"),
        ("Salah ad-Deen", "salahdin"),
        ("Nour Eddine", "nourdin"),
        ("Noureddine", "nourdin"),
        ("Din Mohammed", "din mohammed"),
        ("Đặng", "đang"),
        ("12 * % _ !", ""),
    ],
)
def test_a_name_becomes_words_in_latin_letters(written: str, expected: str) -> None:
    assert letters(written) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Juschtschenko", "Yushchenko"),
        ("Kusnezow", "Kuznetsov"),
        ("Tschernow", "Chernov"),
        ("Djordjevic", "Đorđević"),
        ("Muhammad", "Mohamed"),
        ("Qasim", "Kassem"),
        ("Gamal", "Jamal"),
        ("Cheikh", "Shaikh"),
        ("Sulaiman", "Soliman"),
        ("Yitzhak", "Itzchak"),
        ("Joohee", "Juhui"),
        ("Haim", "Chaim"),
        ("Zvi", "Tzvi"),
        ("Yiorgos", "Giorgos"),
        ("Mpakalis", "Bakalis"),
        ("Hsiao", "Xiao"),
        ("Teng", "Deng"),
        ("Chung", "Jeong"),
        ("Pak", "Park"),
        ("Yi", "Lee"),
        ("Jørgensen", "Joergensen"),
        ("Ximenez", "Gimenez"),
        ("Serhii", "Sergei"),
    ],
)
def test_spellings_of_one_word_have_a_reading_or_a_key_in_common(one: str, other: str) -> None:
    assert keys_of(family_name=one) & keys_of(family_name=other)


def test_an_article_at_the_end_of_a_name_is_a_name() -> None:
    assert keys_of(family_name="Example", forename="Bin") > keys_of(family_name="Example")
    assert [word.is_particle for word in words("Bin Example Bin")] == [True, False, False]


def test_what_no_romanisation_confuses_tells_names_of_one_sound_apart() -> None:
    guo, hou = {"family_name": "Guo"}, {"family_name": "Hou"}
    jung, son = {"family_name": "Jung"}, {"family_name": "Son"}

    assert fit(guo, "Kuo") > fit(hou, "Kuo")
    assert fit(jung, "Chong") > fit(son, "Chong")


def test_a_second_forename_is_nothing_against_a_second_surname() -> None:
    one_surname = fit({"family_name": "Castro", "forename": "Luis Alberto"}, "Luis Castro Delgado")
    another = fit({"family_name": "Castro Romero", "forename": "Luis"}, "Luis Castro Delgado")

    assert one_surname >= SIMILAR > another


def test_a_word_has_few_readings_however_it_is_written() -> None:
    assert len(sounds(Word("jchwdhxigg"))) <= 6
    assert sounds(Word("example")) == ("iKSaMPLi",)


def test_keys_are_of_the_name_and_the_aliases_and_never_of_other_people() -> None:
    own = keys_of(family_name="Example", forename="Robin", aliases="Sample, Placeholder Pat")
    with_others = keys_of(family_name="Example", forename="Robin", parents="Sample", companion="Placeholder")

    assert own > keys_of(family_name="Sample") | keys_of(family_name="Placeholder", forename="Pat")
    assert with_others == keys_of(family_name="Example", forename="Robin")
    assert keys_of(parents="Sample") == frozenset()


def test_words_written_together_and_apart_have_a_key_in_common() -> None:
    apart, together = keys_of(forename="Jian Guo"), keys_of(forename="Jianguo")

    assert apart & together
    assert keys_of(family_name="Al-Sayed") & keys_of(family_name="Elsayed")
    assert keys_of(family_name="Van der Berg") & keys_of(family_name="Vanderberg")


def test_keys_are_short_and_not_many_whatever_somebody_is_called() -> None:
    many = keys_of(
        family_name="Jchaw" * 500, forename=" ".join(f"Name{'abcdefgh'[n % 8] * n}" for n in range(90))
    )

    assert len(many) <= 48
    assert max(map(len, many)) <= 12


@pytest.mark.parametrize(
    ("birth", "year"),
    [("1990", 1990), ("1990-05", 1990), ("1990-05-17", 1990), ("", UNKNOWN), ("x", UNKNOWN)],
)
def test_of_a_birth_the_year_is_kept(birth: str, year: int) -> None:
    assert keys.of_record(named(family_name="Example", birth=birth)).birth_year == year


def test_whoever_changes_what_keys_are_raises_the_rule_so_that_every_record_is_read_anew() -> None:
    every = sorted(
        (pair.who.family_name, *sorted(keys_of(family_name=pair.who.family_name, forename=pair.who.forename)))
        for pair in pairs(OPEN)
    )

    digest = hashlib.sha256(repr(every).encode()).hexdigest()[:12]
    assert (keys.RULE, digest) == (2, "337a743da9c7")


def test_a_word_typed_with_a_hyphen_tells_more_than_words_that_stand_together_by_chance() -> None:
    with_hyphen = keys.of_question(names.asked("Chang Hsiao-ming"))
    apart = keys.of_question(names.asked("Chang Hsiao ming"))
    (name,) = keys.of_record(named(forename="Xiaoming")).keys & {"SMN"}

    assert with_hyphen[name] > apart[name]
    assert with_hyphen["MN"] < apart["MN"]
    assert names.asked("黄美玲").units == {"meiling"}


EXAMPLE = {"family_name": "Example", "forename": "Robin Kim"}


@pytest.mark.parametrize(
    ("recorded", "asked", "least", "most"),
    [
        (EXAMPLE, "Robin Kim Example", 1.0, 1.0),
        (EXAMPLE, "example, robin", SAME, 1.0),
        (EXAMPLE, "R. K. Example", SAME, 1.0),
        (EXAMPLE, "Exampel Robin", 0.85, SAME),
        (EXAMPLE, "Robin Sample", SIMILAR, SAME),
        (EXAMPLE, "Robin Ortega", 0.3, SIMILAR),
        (EXAMPLE, "Ortega", 0.0, 0.1),
        (EXAMPLE, "Kim Robin Example", 0.9, 0.99),
        (EXAMPLE, "Robin Kim Example Muster", SIMILAR, SAME),
        ({"family_name": "Beispiel Muestra", "forename": "Ana"}, "Ana Muestra", SAME, 1.0),
        ({"family_name": "de la Muestra", "forename": "Ana"}, "Ana Muestra", SAME, 1.0),
        ({"family_name": "Example", "forename": "Robin", "aliases": "Muster"}, "Robin Muster", 1.0, 1.0),
        (
            {"family_name": "Example", "forename": "Robin", "aliases": "Erika Muster"},
            "Erika Muster",
            1.0,
            1.0,
        ),
        ({}, "Robin", 0.0, 0.0),
    ],
)
def test_how_well_a_name_fits(recorded: dict[str, str], asked: str, least: float, most: float) -> None:
    assert least <= fit(recorded, asked) <= most
