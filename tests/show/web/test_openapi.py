import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import unsupported_method
from tests.show.conftest import client_of

from detente.show.web.openapi import description
from detente.show.web.pages import PAGES

HOST = {"host": "localhost"}


def test_every_page_is_described_with_what_it_can_be_asked_for():
    paths = description()["paths"]
    assert set(paths) == {f"{page.path}.json" for page in PAGES}
    for page in PAGES:
        told = {one["name"] for one in paths[f"{page.path}.json"]["get"]["parameters"]}
        assert told == {*page.filters, "profile", *(["id"] if "{id}" in page.path else [])}


def test_whatever_is_asked_is_answered_as_described(sample):
    app = client_of(sample).app
    schema = schemathesis.openapi.from_asgi("/openapi.json", app, headers=HOST)
    statuses: list[int] = []
    for result in schema.get_all_operations():
        for mode in GenerationMode:
            _answered(result.ok().as_strategy(generation_mode=mode), statuses)
    assert len(statuses) > 10 * len(PAGES)
    assert set(statuses) == {200, 400, 404}


def _answered(case_of, statuses):
    @settings(max_examples=12, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(case=case_of)
    def answered(case):
        answer = case.call_and_validate(headers=HOST, excluded_checks=[unsupported_method])
        statuses.append(answer.status_code)

    answered()
