import pytest

from detente.config import Config, load_config
from detente.errors import UsageError


def test_defaults_hold_where_nothing_is_set(tmp_path):
    assert load_config(tmp_path) == Config(record=str(tmp_path / "record.sqlite"))


def test_an_option_beats_the_environment_which_beats_the_file(tmp_path):
    (tmp_path / "detente.toml").write_text('workers = 2\nprocess = "gaza"\nrecord = "a.sqlite"\n')
    config = load_config(
        tmp_path, {"DETENTE_WORKERS": "3", "DETENTE_RECORD": "b.sqlite"}, {"workers": 4, "process": None}
    )
    assert (config.workers, config.process, config.record) == (4, "gaza", str(tmp_path / "b.sqlite"))


def test_an_unknown_key_names_the_nearest_known_one(tmp_path):
    (tmp_path / "detente.toml").write_text("worker = 2\n")
    with pytest.raises(UsageError, match="did you mean 'workers'"):
        load_config(tmp_path)
    with pytest.raises(UsageError, match=r"DETENTE_PROCES.*did you mean 'process'"):
        load_config(tmp_path / "empty", {"DETENTE_PROCES": "x"})


@pytest.mark.parametrize("text", ["workers = 'many'\n", "workers = = 2\n"])
def test_a_broken_file_says_where(tmp_path, text):
    (tmp_path / "detente.toml").write_text(text)
    with pytest.raises(UsageError, match=r"detente\.toml"):
        load_config(tmp_path)
