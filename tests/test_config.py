import pytest

from detente.config import Config, load_config
from detente.errors import UsageError


def test_defaults_hold_where_nothing_is_set(tmp_path):
    assert load_config(tmp_path) == Config(record=str(tmp_path / "record.sqlite"), intake=str(tmp_path / "intake"))


def test_an_option_beats_the_environment_which_beats_the_file(tmp_path):
    (tmp_path / "detente.toml").write_text('gate = false\nrecord = "a.sqlite"\n')
    assert load_config(tmp_path) == Config(
        record=str(tmp_path / "a.sqlite"), intake=str(tmp_path / "intake"), gate=False
    )
    assert load_config(tmp_path, {"DETENTE_RECORD": "b.sqlite"}).record == str(tmp_path / "b.sqlite")
    assert load_config(tmp_path, {"DETENTE_GATE": "false"}, {"gate": True, "record": None}).gate is True


def test_an_unknown_key_names_the_nearest_known_one(tmp_path):
    (tmp_path / "detente.toml").write_text("gates = false\n")
    with pytest.raises(UsageError, match="did you mean 'gate'"):
        load_config(tmp_path)
    with pytest.raises(UsageError, match=r"DETENTE_RECROD.*did you mean 'record'"):
        load_config(tmp_path / "empty", {"DETENTE_RECROD": "x"})


@pytest.mark.parametrize("text", ["gate = 'perhaps'\n", "gate = = 2\n"])
def test_a_broken_file_says_where(tmp_path, text):
    (tmp_path / "detente.toml").write_text(text)
    with pytest.raises(UsageError, match=r"detente\.toml"):
        load_config(tmp_path)
