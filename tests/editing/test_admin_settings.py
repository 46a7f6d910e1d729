"""The editor's settings are made of the models, and nothing of it is published unless it is asked for."""

from __future__ import annotations

import copy
import json
import re
import threading
import urllib.request
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from pydantic import TypeAdapter, ValidationError

import support
from psychoed.built.links import broken_links
from psychoed.editing import admin_local
from psychoed.editing.admin import LEFT_OUT, VENDOR, admin_config, data_forms, local, published
from psychoed.editing.admin_local import serve_editor, write_editor
from psychoed.editing.changes import RefusedError
from psychoed.editing.form_fields import Field, FormMaker, NoFormError, every_field
from psychoed.editing.templates import KINDS, body_text, in_order
from psychoed.engines.mkdocs import build_into
from psychoed.engines.staged import stage
from psychoed.loading import DATA, load_site
from psychoed.models import Level, Program, Review, Source
from psychoed.problems import ContentError
from psychoed.site import META, Kind, Settings, Site

SITE: Site = load_site(support.ROOT)[0]
SCHEMA = json.loads((VENDOR / "sveltia-cms" / "config-schema.json").read_text(encoding="utf-8"))
GITHUB = Settings("x", repo_url="https://github.com/someone/small", edit_uri="edit/main/")


CONFIG = admin_config(SITE, published(GITHUB))
# What the schema calls each kind of field. It takes fields of other names too, with anything in them.
FIELDS = {
    "boolean": "BooleanField",
    "datetime": "DateTimeField",
    "list": "ListField",
    "markdown": "MarkdownField",
    "number": "NumberField",
    "object": "ObjectField",
    "relation": "RelationField",
    "select": "SelectField",
    "string": "StringField",
    "text": "TextField",
}


def collection(name: str) -> dict[str, Any]:
    return next(each for each in CONFIG["collections"] if each["name"] == name)


def all_fields() -> list[Field]:
    found = []
    for each in CONFIG["collections"]:
        for form in [each, *each.get("files", [])]:
            found += list(every_field(form.get("fields", [])))
    return found


@pytest.mark.parametrize("saving", [local(GITHUB), published(GITHUB)], ids=["local", "published"])
def test_the_editor_understands_its_settings(saving: Any) -> None:
    assert list(Draft7Validator(SCHEMA).iter_errors(admin_config(SITE, saving))) == []


def test_the_editor_understands_every_field() -> None:
    checkers = {
        widget: Draft7Validator({"$ref": f"#/definitions/{name}", "definitions": SCHEMA["definitions"]})
        for widget, name in FIELDS.items()
    }
    fields = all_fields()
    assert {each["widget"] for each in fields} == FIELDS.keys()
    assert [each for each in fields if not checkers[each["widget"]].is_valid(each)] == []
    assert not checkers["string"].is_valid({**fields[0], "pattern": 3})


def test_the_schema_refuses_what_is_wrong() -> None:
    wrong = copy.deepcopy(CONFIG)
    wrong["collections"][0]["folder"] = 3
    assert list(Draft7Validator(SCHEMA).iter_errors(wrong))


@pytest.mark.parametrize("kind", Kind)
def test_every_key_of_a_page_has_a_field_in_our_order(kind: Kind) -> None:
    name = {"condition": "conditions", "therapy": "therapies", "level": "levels-of-care"}.get(
        kind, f"{kind}s"
    )
    fields = collection("pages" if kind is Kind.PLAIN else name)["fields"]
    assert [field["name"] for field in fields] == [*in_order(META[kind].model_fields), "body"]
    needed = {key for key, info in META[kind].model_fields.items() if info.is_required()}
    assert {field["name"] for field in fields if field.get("required", True)} == {*needed, "body"}


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_page_has_the_questions_of_its_kind(kind: Kind) -> None:
    name = {"condition": "conditions", "therapy": "therapies", "level": "levels-of-care"}.get(
        kind, f"{kind}s"
    )
    asked = SITE.question_set(kind)
    assert asked
    assert collection(name)["fields"][-1]["default"] == body_text(asked).rstrip()


def test_every_page_is_in_one_collection() -> None:
    def holds(each: dict[str, Any], path: str) -> bool:
        in_folder = Path(path).parent.as_posix() == each.get("folder")
        return in_folder or path in {file["file"] for file in each.get("files", [])}

    for page in SITE.pages:
        assert sum(holds(each, page.path) for each in CONFIG["collections"]) == 1, page.path


def test_every_data_file_has_a_form_or_a_reason() -> None:
    forms, without = data_forms(SITE)
    assert forms.keys() | without.keys() == DATA.keys()
    assert not forms.keys() & without.keys()
    assert {"program", "help-lines", "levels-of-care"} <= forms.keys()
    assert set(LEFT_OUT) <= DATA.keys()


def test_no_box_makes_emojis_of_colons() -> None:
    boxes = [each for each in all_fields() if each["widget"] in {"string", "text", "markdown"}]
    assert len(boxes) > 50
    assert all(each["use_emoji_autocomplete"] is False for each in boxes)


def test_text_stays_as_it_was_written() -> None:
    bodies = [each for each in all_fields() if each["name"] == "body"]
    assert bodies
    assert all(each["modes"] == ["raw"] for each in bodies)


def test_a_day_is_written_as_we_write_days() -> None:
    days = {each["name"]: each for each in FormMaker().fields(Review) if each["widget"] == "datetime"}
    assert days.keys() == {"written", "reviewed", "next_review"}
    assert {(each["type"], each["format"]) for each in days.values()} == {("date", "YYYY-MM-DD")}


def test_limits_and_choices_come_from_the_models() -> None:
    year, region = (each for each in FormMaker().fields(Source) if each["name"] in {"year", "region"})
    assert (year["widget"], year["min"], year["max"]) == ("number", 1950, 2100)
    assert region["widget"] == "select"
    assert "New Zealand" in region["options"]
    hours = next(each for each in FormMaker().fields(Level) if each["name"] == "hours")
    assert [each["name"] for each in hours["fields"]] == ["least", "most", "text", "sources"]
    assert hours["fields"][0]["value_type"] == "float"


def test_a_pattern_of_a_form_is_one_of_a_model() -> None:
    """What a form refuses the checks would refuse, and the other way round."""
    doi = next(each for each in FormMaker().fields(Source) if each["name"] == "doi")["pattern"][0]
    for text in ("10.1002/wps.21069", "10.1/x", '10.1002/w"x', "https://doi.org/10.1002/x"):
        try:
            TypeAdapter(Source.model_fields["doi"].rebuild_annotation()).validate_python(text)
            fits = True
        except ValidationError:
            fits = False
        assert bool(re.search(doi, text)) == fits, text
    assert '\\"' not in doi


def test_a_box_that_is_not_ticked_means_what_is_left_out() -> None:
    """The editor's files leave out 'false' where nobody wrote it; so it has to be what the models take."""
    optional = [each for each in all_fields() if each["widget"] == "boolean"]
    assert {each["name"] for each in optional} == {"urgent", "sample", "exit_page", "everywhere"}
    assert all(each["default"] is False for each in optional)
    assert Program.model_fields["sample"].is_required()  # so it is in the file already


def test_a_table_that_can_have_any_name_has_no_form() -> None:
    with pytest.raises(NoFormError, match="names that editors choose"):
        FormMaker().fields(DATA["sources"])


# --- on and off ---


def test_it_is_off_by_default() -> None:
    assert SITE.settings.admin is False


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("extra:\n  admin: true\n", True),
        ("extra:\n  generator: false\n\n  # why\n  admin: true # yes\n", True),
        ("extra:\n  admin: false\n", False),
        ("extra:\n  generator: true\nadmin: true\n", False),
        ("theme:\n  admin: true\n", False),
    ],
)
def test_mkdocs_yml_turns_it_on(project: Path, text: str, on: bool) -> None:
    (project / "mkdocs.yml").write_text(f"site_name: x\n{text}", encoding="utf-8")
    assert load_site(project)[0].settings.admin is on


def test_a_site_without_it_has_nothing_of_it(engine_project: Path, tmp_path: Path) -> None:
    build_into(engine_project, tmp_path / "site")
    names = {path.name for path in (tmp_path / "site").rglob("*")}
    assert not names & {"admin", "admin.js", "admin.html", "sveltia-cms.js", "config.json"}


def test_a_site_with_it_has_all_of_it(engine_project: Path, tmp_path: Path) -> None:
    support.edit(engine_project, "mkdocs.yml", "admin: false", "admin: true")
    build_into(engine_project, tmp_path / "site")
    stage(engine_project, tmp_path / "staged", support.TODAY)
    for folder in (tmp_path / "site" / "admin", tmp_path / "staged" / "docs" / "admin"):
        page = (folder / "index.html").read_text(encoding="utf-8")
        for name in re.findall(r'(?:src|href)="([^"]+)"', page):
            assert (folder / name).is_file(), name
        assert 'name="robots" content="noindex' in page
        assert 'name="referrer" content="no-referrer"' in page
        assert "MIT" in (folder / "licenses.txt").read_text(encoding="utf-8")
        assert (folder / "icons.woff2").read_bytes()[:4] == b"wOF2"
        script = (folder / "sveltia-cms.js").read_text(encoding="utf-8")
        assert script.count("icons.woff2") == 1
    assert not [each for each in broken_links(tmp_path / "site") if "admin/" in str(each)]
    assert "/admin/" not in (tmp_path / "site" / "sitemap.xml").read_text(encoding="utf-8")


def test_it_saves_where_mkdocs_yml_says() -> None:
    backend = CONFIG["backend"]
    assert (backend["name"], backend["repo"], backend["branch"]) == ("github", "someone/small", "main")
    assert CONFIG["publish_mode"] == "editorial_workflow"
    assert all(each["publish"] is False for each in CONFIG["collections"])
    other = published(Settings("x", repo_url="https://github.com/a/b.git", edit_uri="edit/draft/"))
    assert (other.backend["repo"], other.backend["branch"]) == ("a/b", "draft")


@pytest.mark.parametrize("address", ["", "https://git.example.org/a/b", "https://github.com/a"])
def test_where_it_can_not_save_it_is_refused(address: str) -> None:
    with pytest.raises(ContentError, match=r"mkdocs.yml:1: L008 .*write your repository on github.com"):
        published(Settings("x", repo_url=address))


# --- on this computer ---


def test_the_local_editor_may_talk_to_nobody(project: Path, tmp_path: Path) -> None:
    write_editor(project, tmp_path / "editor")
    page = (tmp_path / "editor" / "admin" / "index.html").read_text(encoding="utf-8")
    assert "://" not in page


def test_a_project_that_can_not_be_read_is_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "content" / "data" / "questions.yml").write_text("condition: [", encoding="utf-8")
    with pytest.raises(RefusedError, match="mend this first"):
        write_editor(project, project / "editor")
    assert serve_editor(project, 0) == 1
    assert "content/data/questions.yml:1: L002" in capsys.readouterr().err


def test_a_port_in_use_is_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), admin_local.Quiet) as other:
        assert serve_editor(project, other.server_port) == 1
    assert "choose another with --port" in capsys.readouterr().err


def test_it_is_served_and_tells_what_to_do(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers: list[str] = []

    def one_visit(server: ThreadingHTTPServer) -> None:
        visitor = threading.Thread(target=visit, args=(server.server_port,))
        visitor.start()
        server.timeout = 0.1
        while visitor.is_alive():
            server.handle_request()
        raise KeyboardInterrupt

    def visit(port: int) -> None:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=30) as answer:
            answers.append(answer.read().decode())

    monkeypatch.setattr(ThreadingHTTPServer, "serve_forever", one_visit)
    assert serve_editor(project, 0) == 0
    assert "<title>Edit Small site</title>" in answers[0]
    told = capsys.readouterr().out
    assert "Work with Local Repository" in told
    assert str(project) in told
