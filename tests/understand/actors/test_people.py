from detente.language import load
from detente.read import read_text
from detente.understand import understand


def people(text):
    return {one.id: (one.name, len(one.mentions)) for one in understand(read_text(text), load()).people}


def test_a_surname_joins_the_one_full_name_that_it_ends():
    assert people("Khalil al-Hayya spoke in Doha on Monday. Hayya said that the talks had failed.") == {
        "khalil-al-hayya": ("Khalil al-Hayya", 2)
    }


def test_a_surname_of_two_people_joins_neither():
    found = people("Donald Trump and Eric Trump spoke in Doha. Trump said that the talks had failed.")
    assert set(found) == {"donald-trump", "eric-trump", "trump"}


def test_another_name_is_the_same_person_where_the_text_says_so():
    found = people("Mohamed Hamdan Dagalo, known as Hemedti, left for Cairo. Hemedti said that he would return.")
    assert found == {"mohamed-hamdan-dagalo": ("Mohamed Hamdan Dagalo", 3)}


def test_titles_are_no_part_of_a_name():
    assert set(people("Sen. Lindsey Graham met General Abdel Fattah al-Burhan in Cairo on Monday.")) == {
        "lindsey-graham",
        "abdel-fattah-al-burhan",
    }


def test_credits_name_nobody_of_the_story():
    text = (
        "The envoys met in Cairo on Monday and will meet again.\n\nReporting by John Smith in Cairo; editing by Ann Lee"
    )
    assert people(text) == {}


def test_spellings_of_one_name_are_one_person():
    found = people(
        "Volodymyr Zelensky spoke in Doha on Monday. Zelenskiy left for Rome. Volodymyr Zelenskyy was tired."
    )
    assert found == {"volodymyr-zelensky": ("Volodymyr Zelensky", 3)}
    assert people("Abbas Araghchi spoke on Monday. Araqchi left for Rome.") == {"abbas-araghchi": ("Abbas Araghchi", 2)}


def test_an_office_that_the_reader_takes_into_a_name_is_no_part_of_it():
    assert set(people("The truce was announced on Monday by Secretary of State Blinken.")) == {"blinken"}


def test_two_names_of_people_side_by_side_are_one_persons():
    assert set(people("The talks are led by South Africa's Phumzile Mlambo-Ngcuka.")) == {"phumzile-mlambo-ngcuka"}


def test_a_name_that_the_reader_ran_together_with_what_follows_ends_where_it_must():
    text = "David Barnea of the Mossad and Ronen Bar of the Shin Bet were received by Egypt's Abbas Kamel."
    assert set(people(text)) == {"david-barnea", "ronen-bar", "abbas-kamel"}
    text = "On Wednesday President Joe Biden rang Netanyahu, with Vice-President Kamala Harris on the line."
    assert set(people(text)) == {"joe-biden", "netanyahu", "kamala-harris"}
