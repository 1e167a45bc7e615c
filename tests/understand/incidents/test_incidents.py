import pytest
from tests.understand.incidents.told import answers, rows

from detente.language import load
from detente.read import read_text
from detente.understand import understand

WIRE = [
    (
        "At least three people were killed and 12 wounded in a Russian drone strike on Kherson on Tuesday, regional "
        "governor Oleksandr Prokudin said.",
        [("oleksandr-prokudin", "RUS", "strike", "Kherson", "2025-11-25", ("3+ killed", "12 wounded"))],
    ),
    (
        "Four Armenian servicemen were wounded in shelling near Sotk, according to Armenia's defence ministry.",
        [("ARM", None, "shelling", "Sotk", None, ("4 wounded",))],
    ),
    (
        "Three people were killed in a drone strike on El Obeid on Monday, a doctors' group said, blaming the Rapid Support Forces.",
        [("doctors' group", "RSF", "strike", "El Obeid", "2025-11-24", ("3 killed",))],
    ),
    (
        "Gunmen on motorcycles abducted two aid workers near Menaka on Friday, a local official said.",
        [("local official", "Gunmen on motorcycles", "abduction", "Menaka", "2025-11-21", ("2 worker",))],
    ),
    (
        "An Israeli air strike killed two people in the southern Lebanese town of Nabatieh on Tuesday, according to the "
        "Lebanese health ministry.",
        [("LBN", "ISR", "strike", "Nabatieh", "2025-11-25", ("2 killed",))],
    ),
    (
        "Ukraine's air force said it had downed 54 drones launched by Russia overnight.",
        [("UKR", "RUS", "drones and rockets", None, "2025-11-25", ("54 drone",))],
    ),
    (
        "Cambodia said a Thai F-16 had dropped two bombs on Preah Vihear province.",
        [("KHM", "THA", "strike", "Preah Vihear province", None, ("2 bomb",))],
    ),
    (
        "Residents reported fighting on Friday between the M23 and pro-government militias near Walikale.",
        [("Residents", None, "attack", "Walikale", "2025-11-21", ())],
    ),
    (
        "Local activists said fighters of the RSF had stormed the village of Wad al-Noura, killing dozens of people.",
        [("Local activists", "RSF", "attack", "Wad al-Noura", None, ("24+ killed",))],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WIRE, ids=[text[:40] for text, _ in WIRE])
def test_what_the_wires_tell_is_told_with_its_teller_its_doer_its_place_its_day_and_its_counts(text, expected):
    assert rows(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed six people in Putumayo on Monday, Colombia's army said. It blamed dissidents of the Comuneros.",
        "Colombia's army said gunmen had killed six people in Putumayo on Monday and blamed dissidents of the Comuneros.",
    ],
)
def test_whom_the_teller_blames_in_the_next_words_is_the_accused(text):
    assert [one[:2] for one in rows(text)] == [("COL", "dissidents of the Comuneros")]


def test_somebody_else_who_blames_alleges_the_same_act_anew():
    text = "Gunmen abducted two aid workers near Menaka on Friday, officials said. The army of Mali blamed the Islamic State group."
    assert [one[:4] for one in rows(text)] == [
        ("officials", "Gunmen", "abduction", "Menaka"),
        ("MLI", "ISLAMIC-STATE", "abduction", "Menaka"),
    ]


def test_two_sides_that_trade_accusations_allege_the_same_of_each_other():
    text = "Thailand and Cambodia traded accusations over the shelling of a hospital in Surin."
    assert [one[:3] for one in rows(text)] == [("THA", "KHM", "shelling"), ("KHM", "THA", "shelling")]


def test_a_bare_army_is_that_of_the_land_in_which_it_tells_an_act():
    text = (
        "The talks between Burundi and the FNL open in Arusha on Friday under the mediation of Tanzania. "
        "Rebels killed seven people in Bujumbura on Sunday, the army said."
    )
    assert [one[:2] for one in rows(text)] == [("BDI", "Rebels")]


@pytest.mark.parametrize(
    ("text", "answered"),
    [
        ("India accused Pakistan of shelling Uri on Monday. Islamabad rejected the charge.", [("PAK", "denies")]),
        ("The army of Mali accused the CMA of an ambush near Gao. The CMA denied responsibility.", [("CMA", "denies")]),
        ("Turkey said that two soldiers had died in a bombing in Hakkari. The PKK claimed responsibility.", [("PKK", "confirms")]),
        ("Turkey said that two soldiers had died in a bombing in Hakkari. The PKK did not claim responsibility.", []),
    ],
)  # fmt: skip
def test_who_takes_or_refuses_the_responsibility_answers(text, answered):
    assert answers(text) == answered


@pytest.mark.parametrize(
    "text",
    [
        "Twelve people were killed in floods in Khartoum, Sudan's government said.",
        "Three soldiers died in a road accident near Gao, the army of Mali said.",
        "The UN said the war in Sudan had displaced more than 10 million people.",
        "There will be no peace while the RSF occupies homes, Sudan's army said.",
    ],
)
def test_what_nobody_did_and_what_is_only_a_condition_is_no_incident(text):
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Settlers attacked farmers in Huwara on Monday and Israeli forces raided the town of Tubas, security sources said.",
            [("security sources", "Settlers", "attack", "Huwara"), ("security sources", "ISR", "attack", "Tubas")],
        ),
        (
            "In Luhansk region, the mission recorded 12 violations of the ceasefire, including two explosions.",
            [("mission", None, "ceasefire violation", "Luhansk")],
        ),
        (
            "Israeli forces fired on a patrol near Sarda, UNIFIL said. One shot hit a vehicle of the peacekeepers, the statement said.",
            [("UN", "ISR", "shooting", "Sarda"), ("UN", None, "strike", None)],
        ),
        (
            "Azerbaijan reported that Armenian units had subjected its positions in Kalbajar to shelling.",
            [("AZE", "ARM", "shelling", "Kalbajar")],
        ),
        (
            "Shelling by the RSF killed five people in Omdurman, the Khartoum state government said.",
            [("Khartoum state government", "RSF", "shelling", "Omdurman")],
        ),
        (
            "Thailand's army said a soldier was hurt by a mine in Sisaket and accused Cambodia of planting it.",
            [("THA", "KHM", "mines", "Sisaket")],
        ),
        (
            "A drone strike launched by the RSF killed dozens of soldiers in El Obeid on Monday.",
            [(None, "RSF", "strike", "El Obeid")],
        ),
    ],
)
def test_clauses_openings_light_verbs_and_the_narrator(text, expected):
    assert [one[:4] for one in rows(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Attacks on peacekeepers constitute a violation of the truce, the UN said.",
        "The Israeli army said it was looking into the incident.",
        "Armenia and Azerbaijan have fought two wars over Nagorno-Karabakh.",
        "A bomb killed 22 cadets in Bogota in January 2019.",
        "More than 69,000 people have been killed in Gaza since October 2023, the health ministry says.",
        "Police arrested 12 people at a rally in Tbilisi, the interior ministry said.",
        "Talks hit a wall over the missile programme, officials said.",
        "A court in The Hague convicted the general of the shelling of Sarajevo, the tribunal said.",
    ],
)
def test_rules_inquiries_wars_at_large_and_the_background_are_no_incidents(text):
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "By the army's count eleven shells fell on Sur between noon and dusk.",
            [("army", None, "drones and rockets", "Sur")],
        ),
        (
            "Moscow's tally of Ukrainian violations of the truce stands at 4,900.",
            [("RUS", "UKR", "ceasefire violation", None)],
        ),
        (
            "The Houthi side complained of a raid by coalition jets on Harad.",
            [("Houthi side", None, "strike", "Harad")],
        ),
        (
            "A spokesman for the FARC said the army had bombed a camp; the minister of defence confirmed a raid in Meta.",
            [("spokesman for the FARC", None, "strike", None), ("minister of defence", None, "strike", "Meta")],
        ),
        (
            "Ukraine's air force said it had shot down 31 Russian drones over Odesa.",
            [("UKR", "RUS", "drones and rockets", "Odesa")],
        ),
    ],
)
def test_counts_complaints_other_tellers_and_senders(text, expected):
    assert [one[:4] for one in rows(text)] == expected


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("In Omdurman 12 people were killed on Monday when a drone struck a market of the RSF, according to the UN's humanitarian office.", "UN"),
        ("The RSF has killed nine villagers near Omdurman, the Sudanese general staff said.", "SDN"),
        ("Sudan accused the RSF of torture.", "SDN"),
        ("The UN put the dead of the shelling in Omdurman at 14.", "UN"),
    ],
)  # fmt: skip
def test_an_office_speaks_for_whoever_it_is_of_according_to_covers_its_sentence_and_tolls_are_put_at_a_number(text, by):
    found = understand(read_text(text + " The RSF besieged the town.", published="2025-11-26"), load()).incidents
    assert by in {one.alleged_by.party for one in found if one.alleged_by}
